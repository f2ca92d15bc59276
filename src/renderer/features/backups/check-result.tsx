import { useState } from 'react';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './backup-panel.module.css';
import type { KeptRow } from './timeline.tsx';
import type { BackupWork } from './use-backup-work.ts';

type CheckResultProps = { readonly row: KeptRow; readonly work: BackupWork; readonly isBusy: boolean };

/** How the check came out, or that it needs the passphrase of this backup. */
export function CheckResult({ row, work, isBusy }: CheckResultProps) {
  const { text, format } = useApp();
  const { found, refused } = work.resultOf(row.name);
  if (refused?.code === 'wrong-passphrase') return <AskPassphrase row={row} work={work} isBusy={isBusy} />;
  if (found === null) return null;
  if (found.problems.length === 0) {
    return (
      <p role="status" className={styles.whole}>
        {text('backups.check-whole')}
      </p>
    );
  }
  return (
    <ProblemNote title={text('backups.check-damaged')}>
      <ul className={styles.problems}>
        {found.problems.map(({ check, count }) => (
          <li key={check}>
            {text('backups.problem-of', {
              problem: text(`backups.problem-${check}`),
              count: format.number(count),
            })}
          </li>
        ))}
      </ul>
    </ProblemNote>
  );
}

function AskPassphrase({ row, work, isBusy }: CheckResultProps) {
  const { text } = useApp();
  const errorText = useErrorText();
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const { refused } = work.resultOf(row.name);
  const isMissing = tried === '';
  const isRefused = tried !== null && tried !== '' && tried === passphrase && refused !== null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(passphrase);
        if (passphrase !== '' && !isBusy) work.check(row.name, passphrase);
      }}
    >
      <TextField
        type="password"
        label={text('backups.passphrase-of')}
        description={text('backups.passphrase-of-note')}
        value={passphrase}
        onChange={setPassphrase}
        maxLength={256}
        autoFocus
        error={isMissing ? text('backups.passphrase-of-missing') : isRefused ? errorText(refused) : undefined}
      />
      <Button type="submit">{text('backups.check-with')}</Button>
    </form>
  );
}
