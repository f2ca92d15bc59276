import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './places-part.module.css';

/** As the contract has it. */
const least = 10;

/** A passphrase that somebody chooses, typed twice, and in plain words what is lost when it is forgotten. */
export function PassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isJudged, setJudged] = useState(false);
  const set = useCommand('backups.setPassphrase');
  const isShort = passphrase.length < least;
  const isOther = passphrase !== again;
  const save = () => {
    setJudged(true);
    if (isShort || isOther) return;
    set.mutate(
      { passphrase },
      {
        onSuccess: () => {
          toast(text('backups.passphrase-was-set'), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={text('backups.passphrase-title')}
      busy={set.isPending}
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          <Button onPress={onClose} disabled={set.isPending}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={set.isPending}>
            {text('backups.passphrase-action')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          type="password"
          autoComplete="new-password"
          label={text('backups.passphrase-new')}
          description={text('backups.passphrase-note')}
          value={passphrase}
          onChange={setPassphrase}
          maxLength={256}
          autoFocus
          error={isJudged && isShort ? text('backups.passphrase-short') : undefined}
        />
        <TextField
          type="password"
          autoComplete="new-password"
          label={text('backups.passphrase-again')}
          value={again}
          onChange={setAgain}
          maxLength={256}
          error={isJudged && !isShort && isOther ? text('backups.passphrase-differs') : undefined}
        />
        <Note tone="warning">{text('backups.passphrase-lost')}</Note>
        <p className={styles.muted}>{text('backups.passphrase-before')}</p>
        {set.error && <ProblemNote>{errorText(set.error)}</ProblemNote>}
      </div>
    </Dialog>
  );
}
