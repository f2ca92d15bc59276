import { ChartColumn, FileDown, FileText, Printer, Share } from 'lucide-react';
import { type RefObject, useState } from 'react';
import type { ReportInput } from '../../../../shared/contract/reports.ts';
import { useMay } from '../../../bridge/use-session.ts';
import { useText } from '../../../ui/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useHotkeys } from '../../../ui/hotkeys.ts';
import { Menu } from '../../../ui/menu.tsx';
import type { PictureSource } from '../picked.ts';
import { PrintDialog } from './print-dialog.tsx';
import { useReportOut } from './use-report-out.ts';
import { WorkingDialog } from './working-dialog.tsx';

type ReportOutMenuProps = {
  /** The report as it is shown; files have all of its rows. */
  readonly input: ReportInput;
  /** What the report is called on the screen. */
  readonly title: string;
  readonly picture: RefObject<PictureSource | null>;
};

const csvKeys = 'Mod+E';
const printKeys = 'Mod+P';

/** The ways of a report out of the window: table, paper, picture. */
export function ReportOutMenu({ input, title, picture }: ReportOutMenuProps) {
  const text = useText();
  const maySave = useMay('export');
  const [isPrinting, setPrinting] = useState(false);
  const out = useReportOut(input, picture);
  const startPrint = () => setPrinting(true);
  useHotkeys([
    { keys: csvKeys, label: text('report-out.csv'), run: out.saveCsv, enabled: maySave && !out.isBusy },
    { keys: printKeys, label: text('report-out.print'), run: startPrint, enabled: !out.isBusy },
  ]);
  const save = {
    disabled: !maySave,
    description: maySave ? undefined : text('report-out.no-export'),
  };
  return (
    <>
      <Menu
        label={text('report-out.menu-of', { report: title })}
        trigger={
          <Button icon={<Share />} pending={out.isBusy}>
            {text('report-out.menu')}
          </Button>
        }
        actions={[
          {
            ...{ key: 'csv', label: text('report-out.csv'), icon: <FileDown /> },
            ...{ keys: csvKeys, onAction: out.saveCsv, ...save },
          },
          {
            ...{ key: 'pdf', label: text('report-out.pdf'), icon: <FileText /> },
            ...{ onAction: out.savePdf, ...save },
          },
          {
            ...{ key: 'picture', label: text('report-out.picture'), icon: <ChartColumn /> },
            ...{ onAction: out.savePicture, ...save },
          },
          {
            ...{ key: 'print', label: text('report-out.print'), icon: <Printer /> },
            ...{ keys: printKeys, onAction: startPrint, separated: true },
          },
        ]}
      />
      {isPrinting ? (
        <PrintDialog title={title} out={out} onClose={() => setPrinting(false)} />
      ) : (
        <WorkingDialog out={out} title={title} />
      )}
    </>
  );
}
