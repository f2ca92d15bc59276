import { useBackupsState } from '../bridge/use-backups-state.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useMay } from '../bridge/use-session.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { useFailureWords } from '../ui/failure-words.ts';
import { ProblemNote } from '../ui/problem-note.tsx';

/** That a shop which was to be brought back was not, the window having begun anew since; until that was read. */
export function RestoreFailure() {
  const { text, format } = useApp();
  const failureWords = useFailureWords();
  const mayRestore = useMay('restore');
  const seen = useCommand('backups.seenRestoreFailure');
  const failure = useBackupsState().data?.restoreFailure ?? null;
  if (!mayRestore || failure === null) return null;
  return (
    <ProblemNote
      title={text('bring-back.failed', { time: format.dateTime(failure.at) })}
      action={
        <Button onPress={() => seen.mutate({})} pending={seen.isPending}>
          {text('bring-back.failed-seen')}
        </Button>
      }
    >
      <p>{text('bring-back.failed-safe', { reason: failureWords(failure.reason) })}</p>
    </ProblemNote>
  );
}
