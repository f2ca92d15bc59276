import { useState } from 'react';
import type { BackupFacts } from '../../../shared/contract/backup-fields.ts';
import type { RestoreSource } from '../../../shared/contract/backups-restore.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Lost } from '../../bring-back/lost.tsx';
import { type Compare, useCompare } from '../../bring-back/use-compare.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { inIt } from './backup-words.ts';
import styles from './places-part.module.css';
import { RestoreProgress } from './restore-progress.tsx';

export type RestoreChoice = {
  readonly source: RestoreSource;
  /** The time that the shop in it is as of. */
  readonly at: number;
  readonly facts: BackupFacts | null;
};

type RestoreDialogProps = { readonly choice: RestoreChoice; readonly onClose: () => void };

/** What is in the shop that is brought back, what will not be, and the verb; then how far it is. */
export function RestoreDialog({ choice, onClose }: RestoreDialogProps) {
  const { text, format } = useApp();
  const compare = useCompare(choice.source, true);
  const { restore, fields, begin, isBusy } = useRestore(choice.source, compare);
  const time = format.dateTime(choice.at);
  const close = () => {
    if (compare.isPending) compare.stop();
    onClose();
  };
  return (
    <Dialog
      open
      title={text('backups.restore-title', { time })}
      busy={isBusy}
      onClose={close}
      onSubmit={begin}
      footer={
        <>
          <Button onPress={close} disabled={isBusy}>
            {text('backups.restore-keep')}
          </Button>
          <Button
            type="submit"
            variant="danger"
            pending={isBusy}
            disabledReason={compare.isPending ? text('backups.lost-wait') : undefined}
          >
            {text('backups.restore-action')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Gets choice={choice} />
        <Note tone="warning">{text('backups.restore-lose', { time })}</Note>
        <Lost compare={compare} />
        <p>{text('backups.restore-kept')}</p>
        <p className={styles.muted}>{text('backups.restore-after')}</p>
        {fields}
        {restore.isPending && <RestoreProgress requestId={restore.requestId} />}
        {restore.isSuccess && <p role="status">{text('backups.restore-opening')}</p>}
      </div>
    </Dialog>
  );
}

function Gets({ choice: { facts, at } }: { readonly choice: RestoreChoice }) {
  const { text, format } = useApp();
  return (
    <section aria-label={text('backups.restore-get')}>
      <DescriptionList
        items={[
          { term: text('backups.restore-as-of'), detail: <bdi>{format.dateTime(at)}</bdi> },
          ...inIt(facts, text, format),
        ]}
      />
      {facts === null && <p className={styles.muted}>{text('backups.restore-unknown')}</p>}
    </section>
  );
}

/** Brings it back; the passphrase is asked for where the one in use does not open it. */
function useRestore(source: RestoreSource, compare: Compare) {
  const { text } = useApp();
  const errorText = useErrorText();
  const restore = useCommand('backups.restore');
  const [passphrase, setPassphrase] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { error } = restore;
  const isLocked = compare.error?.code === 'wrong-passphrase';
  const begin = () => {
    // Both would open it at once.
    if (compare.isPending) return;
    restore.mutate(
      { source, passphrase: passphrase === '' ? null : passphrase },
      { onError: ({ code }) => setAsked((was) => was || code === 'wrong-passphrase') },
    );
  };
  const isWrong = error?.code === 'wrong-passphrase';
  return {
    restore,
    begin,
    // Once it was taken main closes the shop and the window begins anew.
    isBusy: restore.isPending || restore.isSuccess,
    fields: (
      <>
        {(isAsked || isLocked) && (
          <TextField
            type="password"
            label={text('backups.passphrase-of')}
            description={text('backups.passphrase-of-note')}
            value={passphrase}
            onChange={setPassphrase}
            maxLength={256}
            autoFocus
            error={isWrong && restore.variables?.passphrase ? errorText(error) : undefined}
          />
        )}
        {isLocked && !compare.isPending && (
          <div>
            <Button onPress={() => compare.begin(passphrase)}>{text('backups.lost-see')}</Button>
          </div>
        )}
        {error && !isWrong && <ProblemNote>{errorText(error)}</ProblemNote>}
      </>
    ),
  };
}
