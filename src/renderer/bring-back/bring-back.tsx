import { FolderInput } from 'lucide-react';
import { useState } from 'react';
import type { ChosenBackup } from '../../shared/contract/backups-restore.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import styles from './bring-back.module.css';
import { BringBackDialog } from './bring-back-dialog.tsx';
import { BringBackProgress } from './bring-back-progress.tsx';

/** `first`: there is no shop yet, and nobody who could sign in. */
export type BringBackAt = 'shop' | 'first';

type BringBackProps = { readonly at: BringBackAt; readonly disabledReason?: string | undefined };

/** Chooses a file in the system's dialog, shows what is in it, and brings it back. */
export function BringBack({ at, disabledReason }: BringBackProps) {
  const text = useText();
  const errorText = useErrorText();
  const here = useCommand('backups.chooseFile');
  const first = useCommand('setup.chooseBackup');
  const choose = at === 'first' ? first : here;
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  return (
    <div className={styles.choose}>
      <Button
        icon={<FolderInput />}
        pending={choose.isPending}
        disabledReason={disabledReason}
        onPress={() => choose.mutate({}, { onSuccess: setChosen })}
      >
        {text('bring-back.choose')}
      </Button>
      {choose.isPending && (
        <BringBackProgress label={text('bring-back.looking')} requestId={choose.requestId} isQuiet />
      )}
      {choose.error && <ProblemNote>{errorText(choose.error)}</ProblemNote>}
      {chosen && (
        <BringBackDialog at={at} chosen={chosen} onOpened={setChosen} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}
