import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import { backupAge } from '../../../shared/text/backup-age.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { foundWords } from '../../../shared/text/found-problems.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useFailureWords, useProblemWords } from '../../ui/failure-words.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FileChecked } from './file-checked.tsx';
import styles from './safety.module.css';
import { type KeptRow, Timeline } from './timeline.tsx';
import type { BackupWork } from './use-backup-work.ts';

type SafetyProps = {
  readonly state: BackupsState | undefined;
  readonly rows: readonly KeptRow[];
  readonly now: number | null;
  readonly work: BackupWork;
  readonly isBusy: boolean;
};

/** How safe the shop is, in a sentence and a colour, and which hours, days and months are covered. */
export function Safety({ state, rows, now, work, isBusy }: SafetyProps) {
  const { text, format } = useApp();
  const failureWords = useFailureWords();
  if (!state || now === null) return <Skeleton height="5.5rem" />;
  const { level, verifiedAt, failure } = state;
  const Icon = level === 'good' ? ShieldCheck : ShieldAlert;
  const title =
    verifiedAt === null
      ? text('backups.last-none')
      : text('backups.last', { age: backupAge(verifiedAt, now, { text, format }) });
  return (
    <>
      <section className={styles.safety} data-level={level} aria-label={title}>
        <Icon aria-hidden="true" className={styles.icon} />
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          <p>{safeWords(state, text)}</p>
          <Rehearsed state={state} />
          <FileChecked work={work} isBusy={isBusy} />
        </div>
        <Timeline rows={rows} now={now} />
      </section>
      {failure !== null && (
        <ProblemNote
          tone="warning"
          title={text('backups.failure-title', { time: format.dateTime(failure.at) })}
        >
          <p>{text('backups.failure', { reason: failureWords(failure.reason) })}</p>
        </ProblemNote>
      )}
    </>
  );
}

function safeWords({ verifiedAt, rehearsal, level }: BackupsState, text: AppText): string {
  if (verifiedAt === null) return text('backups.safe-none');
  if (rehearsal !== null && !rehearsal.isBalanced) return text('backups.safe-fell');
  return text(`backups.safe-${level}`);
}

function Rehearsed({ state: { rehearsal, verifiedAt } }: { readonly state: BackupsState }) {
  const app = useApp();
  const { text, format } = app;
  const problemWords = useProblemWords();
  if (rehearsal === null) {
    return verifiedAt !== null && <p className={styles.muted}>{text('backups.rehearsal-none')}</p>;
  }
  const { problem, problems, isBalanced } = rehearsal;
  const time = format.dateTime(rehearsal.at);
  if (problem === null) return <p className={styles.muted}>{text('backups.rehearsed', { time })}</p>;
  const told = { time, problem: problems.length > 0 ? foundWords(problems, app) : problemWords(problem) };
  return isBalanced ? (
    <p className={styles.muted}>{text('backups.rehearsal-over', told)}</p>
  ) : (
    <p>{text('backups.rehearsal-fell', told)}</p>
  );
}
