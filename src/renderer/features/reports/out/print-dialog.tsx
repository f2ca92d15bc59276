import { useState } from 'react';
import { sheetOf } from '../../../../shared/domain/sheet-paper.ts';
import { useShop } from '../../../bridge/use-session.ts';
import { useApp } from '../../../ui/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import styles from './print-dialog.module.css';
import type { ReportOut } from './use-report-out.ts';
import { HowFar } from './working-dialog.tsx';

type PrintDialogProps = { readonly title: string; readonly out: ReportOut; readonly onClose: () => void };

/** Rows that fit on two sheets or so, and the most that anybody prints. */
const first = 50;
const most = 2000;

/** Asks how much of the table goes on paper: a long one takes many sheets. */
export function PrintDialog({ title, out, onClose }: PrintDialogProps) {
  const { text, format } = useApp();
  const [rows, setRows] = useState<'first' | 'all'>('first');
  const paper = text(`report-out.paper-${sheetOf(useShop().country)}`);
  const label = text('report-out.print-rows');
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('report-out.print-title', { report: title })}
      size="small"
      busy={out.isBusy}
      onSubmit={() => out.print(rows === 'all' ? most : first, onClose)}
      footer={
        <>
          <Button onPress={out.isBusy ? out.stop : onClose}>
            {text(out.isBusy ? 'report-out.stop' : 'ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" pending={out.isBusy} autoFocus>
            {text('report-out.print-now')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.help}>{text('report-out.print-help', { paper })}</p>
        <div className={styles.choice}>
          <span className={styles.label}>{label}</span>
          <Segmented
            label={label}
            choices={[
              { key: 'first', label: text('report-out.print-first', { count: format.number(first) }) },
              { key: 'all', label: text('report-out.print-all') },
            ]}
            value={rows}
            onChange={setRows}
          />
          <span className={styles.help}>
            {text('report-out.print-all-help', { count: format.number(most) })}
          </span>
        </div>
        {out.isBusy && <HowFar progress={out.progress} />}
      </div>
    </Dialog>
  );
}
