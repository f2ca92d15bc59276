import { useState } from 'react';
import type { RestoreSource } from '../../../shared/contract/backups-restore.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { OpenLook } from './look-list.tsx';
import { LookView } from './look-view.tsx';
import styles from './places-part.module.css';

type LookDialogProps = {
  readonly source: RestoreSource;
  readonly at: number;
  readonly onClose: () => void;
};

/** Opens a copy of a backup, and shows what is inside; closed, it is back at the list. */
export function LookDialog(props: LookDialogProps) {
  const [look, setLook] = useState<OpenLook | null>(null);
  return look ? <LookView look={look} onClose={props.onClose} /> : <OpenDialog {...props} onOpen={setLook} />;
}

type OpenDialogProps = LookDialogProps & { readonly onOpen: (look: OpenLook) => void };

/** Opens one, with progress; asks for its passphrase where the one in use is another. */
function OpenDialog({ source, at, onClose, onOpen }: OpenDialogProps) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const look = useCommand('backups.look');
  const [passphrase, setPassphrase] = useState('');
  const { error, isPending } = look;
  const isLocked = error?.code === 'wrong-passphrase';
  const begin = () =>
    look.mutate({ source, passphrase: passphrase === '' ? null : passphrase }, { onSuccess: onOpen });
  return (
    <Dialog
      open
      title={text('backups.look-title', { time: format.dateTime(at) })}
      busy={isPending}
      onClose={onClose}
      onSubmit={begin}
      footer={
        <Button type="submit" variant="primary" pending={isPending}>
          {text('backups.look-action')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{text('backups.look-about')}</p>
        {isLocked && (
          <TextField
            type="password"
            label={text('backups.passphrase-of')}
            description={text('backups.passphrase-of-note')}
            value={passphrase}
            onChange={setPassphrase}
            maxLength={256}
            autoFocus
            error={look.variables?.passphrase ? errorText(error) : undefined}
          />
        )}
        {error && !isLocked && !isPending && <ProblemNote>{errorText(error)}</ProblemNote>}
        {isPending && <Opening requestId={look.requestId} />}
      </div>
    </Dialog>
  );
}

function Opening({ requestId }: { readonly requestId: string | null }) {
  const { text, format } = useApp();
  const cancel = useCommand('backups.cancel');
  const progress = useProgress(requestId);
  const share = progress === null ? null : progress.done / Math.max(1, progress.total);
  const done = share === null ? null : format.number(Math.floor(share * 100));
  return (
    <>
      <ProgressBar
        label={text('backups.look-opening')}
        value={share}
        words={done === null ? undefined : text('backups.percent', { done })}
      />
      <div>
        <Button onPress={() => cancel.mutate({})}>{text('backups.stop')}</Button>
      </div>
    </>
  );
}
