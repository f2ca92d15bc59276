import { Receipt, Users, Wallet } from 'lucide-react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ChooseFileStep } from '../../ui/choose-file-step.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { HistoryRefusal } from './history-refusal.tsx';
import { sortFiles } from './sort-files.ts';
import type { History } from './use-history.ts';

/** Mebibytes; what main takes at most. */
const mostMegabytes = 512;

const kinds = [
  { key: 'sales', Icon: Receipt },
  { key: 'payments', Icon: Wallet },
  { key: 'customers', Icon: Users },
] as const;

type ChooseStepProps = { readonly history: History; readonly onChoose: () => void };

/** Step 1: the files by drop or dialog, and what each of them is good for. */
export function ChooseStep({ history, onChoose }: ChooseStepProps) {
  const text = useText();
  const format = useFormat();
  return (
    <ChooseFileStep
      title={text('history-screen.which-files')}
      kinds={kinds.map(({ key, Icon }) => ({
        ...{ key, Icon },
        name: text(`history-screen.file-${key}`),
        more: text(`history-screen.file-${key}-more`),
      }))}
      outro={text('history-screen.safe')}
    >
      <HistoryRefusal history={history} />
      <DropZone
        label={text('history-screen.drop')}
        description={text('history-screen.drop-more', { most: format.number(mostMegabytes) })}
        onDropAll={(files) => history.session.begin(sortFiles(files))}
        onChoose={onChoose}
      />
    </ChooseFileStep>
  );
}
