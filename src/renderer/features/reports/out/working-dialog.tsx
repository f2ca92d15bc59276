import { useApp } from '../../../ui/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { ReportOut } from './use-report-out.ts';

type WorkingDialogProps = { readonly out: ReportOut; readonly title: string };

/** Said once main tells that it works: not while the person chooses where, and not of what is done at once. */
export function WorkingDialog({ out, title }: WorkingDialogProps) {
  const { text } = useApp();
  return (
    <Dialog
      open={out.progress !== null}
      onClose={out.stop}
      title={title}
      size="small"
      footer={<Button onPress={out.stop}>{text('report-out.stop')}</Button>}
    >
      <HowFar progress={out.progress} />
    </Dialog>
  );
}

/** How far the adding up is; nothing but that it runs where nobody knows. */
export function HowFar({ progress }: Pick<ReportOut, 'progress'>) {
  const { text, format } = useApp();
  const isKnown = progress !== null && progress.total > 1;
  return (
    <ProgressBar
      label={text('report-out.working')}
      value={isKnown ? progress.done : null}
      most={isKnown ? progress.total : 1}
      words={
        isKnown
          ? text('report-out.working-part', {
              done: format.number(progress.done),
              total: format.number(progress.total),
            })
          : undefined
      }
    />
  );
}
