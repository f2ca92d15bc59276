import { FolderInput, FolderOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ChosenBackup } from '../../shared/contract/backups-restore.ts';
import type { ApiError } from '../bridge/client.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useProgress } from '../bridge/use-progress.ts';
import { useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
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
  const here = useCommand('backups.chooseFile');
  const first = useCommand('setup.chooseBackup');
  const choose = at === 'first' ? first : here;
  return (
    <Choosing
      at={at}
      icon={<FolderInput />}
      verb="choose"
      choose={{ ...choose, begin: (onSuccess) => choose.mutate({}, { onSuccess }) }}
      disabledReason={disabledReason}
    />
  );
}

type OpenKeptProps = { readonly name: string; readonly disabledReason?: string | undefined };

/** Opens a backup of the list for which nothing vouches, as a file that somebody chose. */
export function OpenKept({ name, disabledReason }: OpenKeptProps) {
  const choose = useCommand('backups.chooseKept');
  return (
    <Choosing
      at="shop"
      icon={<FolderOpen />}
      verb="open-kept"
      choose={{ ...choose, begin: (onSuccess) => choose.mutate({ name }, { onSuccess }) }}
      disabledReason={disabledReason}
    />
  );
}

type ChoosingProps = BringBackProps & {
  readonly icon: ReactNode;
  readonly verb: 'choose' | 'open-kept';
  readonly choose: {
    readonly begin: (onChosen: (chosen: ChosenBackup | null) => void) => void;
    readonly isPending: boolean;
    readonly requestId: string | null;
    readonly error: ApiError | null;
  };
};

function Choosing({ at, icon, verb, choose, disabledReason }: ChoosingProps) {
  const text = useText();
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  const { error, isPending, requestId } = choose;
  return (
    <div className={styles.choose}>
      <Button
        icon={icon}
        pending={isPending}
        disabledReason={isPending || chosen ? undefined : disabledReason}
        onPress={() => choose.begin(setChosen)}
      >
        {text(`bring-back.${verb}`)}
      </Button>
      {isPending && <Opening at={at} requestId={requestId} />}
      {error && error.code !== 'cancelled' && <ProblemNote>{errorText(error)}</ProblemNote>}
      {chosen && (
        <BringBackDialog at={at} chosen={chosen} onOpened={setChosen} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}

/** Nothing is shown until it is known how far it is: until then somebody is still choosing. */
function Opening({ at, requestId }: { readonly at: BringBackAt; readonly requestId: string | null }) {
  const text = useText();
  const progress = useProgress(requestId);
  if (progress === null) return null;
  return (
    <Dialog open busy title={text('bring-back.title')} onClose={() => undefined}>
      <BringBackProgress at={at} label={text('bring-back.looking')} progress={progress} />
    </Dialog>
  );
}
