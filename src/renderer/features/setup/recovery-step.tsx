import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { RecoveryCode } from '../../ui/recovery-code.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { StepHead } from './step-head.tsx';
import type { Setup } from './use-setup.ts';

/** The recovery code, once: nobody goes on without saying that it is kept. */
export function RecoveryStep({ setup }: { readonly setup: Setup }) {
  const text = useText();
  const errorText = useErrorText();
  const print = useCommand('documents.printRecoveryCode');
  const save = useCommand('documents.saveRecoveryCode');
  const { recoveryCode, kept } = setup.draft;
  const failed = print.error ?? save.error;
  return (
    <>
      <StepHead title={text('secrets.recovery-title')} intro={text('secrets.recovery-intro')} />
      <RecoveryCode
        code={recoveryCode}
        printing={print.isPending}
        saving={save.isPending}
        problem={failed ? errorText(failed) : setup.problems.kept}
        kept={kept}
        onKept={(next) => setup.dispatch({ kind: 'kept', kept: next })}
        onPrint={() => {
          save.reset();
          print.mutate(
            { recoveryCode },
            { onSuccess: () => void toast(text('secrets.recovery-printed'), { tone: 'positive' }) },
          );
        }}
        onSave={() => {
          print.reset();
          save.mutate(
            { recoveryCode },
            {
              onSuccess: ({ saved, fileName }) => {
                if (saved) toast(text('secrets.recovery-saved', { file: fileName }), { tone: 'positive' });
              },
            },
          );
        }}
      />
    </>
  );
}
