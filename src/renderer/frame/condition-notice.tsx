import { useEffect, useState } from 'react';
import type { ConditionState } from '../../shared/contract/condition.ts';
import { backupAge } from '../../shared/text/backup-age.ts';
import { foundWords } from '../../shared/text/found-problems.ts';
import { useApiQuery } from '../bridge/api-query.ts';
import { useBackupsState } from '../bridge/use-backups-state.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useMay } from '../bridge/use-session.ts';
import { RecoverButton } from '../bring-back/recover-button.tsx';
import { useApp, useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Link } from '../ui/link.tsx';
import { Note } from '../ui/note.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast-queue.ts';
import styles from './notices.module.css';

/** Where it is told: the till stops when nothing can be written, and the dashboard is the owner's first look. */
type ConditionNoticeProps = { readonly at: 'sell' | 'dashboard' };

/** In which condition the shop file is, where there is something to say of it. */
export function ConditionNotice({ at }: ConditionNoticeProps) {
  const condition = useApiQuery('condition.state', {}).data;
  const mayRestore = useMay('restore');
  const unclean = useUnclean(condition?.unclean ?? null);
  if (!condition) return null;
  const { trouble, last, keptBefore } = condition;
  const hasKept = at === 'dashboard' && mayRestore && keptBefore !== null;
  const hasProblems = at === 'dashboard' && mayRestore && last !== null && last.problems.length > 0;
  if (trouble === null && unclean === null && !hasKept && !hasProblems) return null;
  return (
    <div className={styles.notices} data-at={at}>
      {trouble && <TroubleNote problem={trouble.problem} />}
      {unclean && <UncleanNote state={unclean} />}
      {hasKept && <KeptBeforeNote at={keptBefore} />}
      {hasProblems && <ProblemsNote last={last} />}
    </div>
  );
}

function TroubleNote({ problem }: { readonly problem: NonNullable<ConditionState['trouble']>['problem'] }) {
  const text = useText();
  const mayBackUp = useMay('backup');
  const mayRestore = useMay('restore');
  return (
    <ProblemNote title={text(`condition.${problem}-title`)} action={<LookAgain />}>
      <p>{text(`condition.${problem}`)}</p>
      <p>{text('condition.by-itself')}</p>
      {mayBackUp && <LastBackup />}
      {mayRestore && problem === 'unreadable' && <Link to="/backups">{text('backups.see')}</Link>}
    </ProblemNote>
  );
}

/** Where the last backup is, for whoever has to bring the shop back elsewhere. */
function LastBackup() {
  const { text, format } = useApp();
  const { data: state, now } = useBackupsState();
  if (!state || now === null || state.verifiedAt === null) return null;
  const age = backupAge(state.verifiedAt, now, { text, format });
  return <p>{text('condition.backup', { age, folder: state.second?.path ?? state.first.path })}</p>;
}

function LookAgain() {
  const text = useText();
  const errorText = useErrorText();
  const look = useCommand('condition.lookAgain');
  return (
    <Button
      pending={look.isPending}
      onPress={() =>
        look.mutate(
          {},
          {
            onSuccess: ({ isWell }) =>
              toast(text(isWell ? 'condition.well' : 'condition.not-well'), {
                tone: isWell ? 'positive' : 'danger',
              }),
            onError: (error) => toast(errorText(error), { tone: 'danger' }),
          },
        )
      }
    >
      {text('condition.look-again')}
    </Button>
  );
}

/** For so long the good news stays, in milliseconds. */
const readingTime = 10_000;

/** How the look after an unclean end stands, until its good end has been read. */
function useUnclean(state: ConditionState['unclean']): 'looking' | 'in-order' | null {
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (state !== 'in-order') return;
    const timer = setTimeout(() => setRead(true), readingTime);
    return () => clearTimeout(timer);
  }, [state]);
  if (state === 'looking') return state;
  return state === 'in-order' && !isRead ? state : null;
}

function UncleanNote({ state }: { readonly state: 'looking' | 'in-order' }) {
  const text = useText();
  const isLooking = state === 'looking';
  return (
    <div role="status">
      <Note tone={isLooking ? 'info' : 'positive'}>
        {text(isLooking ? 'condition.unclean' : 'condition.in-order')}
      </Note>
    </div>
  );
}

/** A log of writes from elsewhere was met: whether sales are missing, only a person can say. */
function KeptBeforeNote({ at }: { readonly at: number }) {
  const { text, format } = useApp();
  return (
    <ProblemNote
      tone="warning"
      title={text('condition.kept-before-title')}
      action={<Link to="/backups?part=replaced">{text('condition.kept-before-see')}</Link>}
    >
      <p>{text('condition.kept-before', { time: format.dateTime(at) })}</p>
    </ProblemNote>
  );
}

function ProblemsNote({ last: { at, problems } }: { readonly last: NonNullable<ConditionState['last']> }) {
  const app = useApp();
  const { text, format } = app;
  const kind = problems.some(({ check }) => check === 'file') ? 'damaged' : 'problems';
  return (
    <ProblemNote
      tone={kind === 'damaged' ? 'danger' : 'warning'}
      title={text(`condition.${kind}-title`)}
      action={<RecoverButton />}
    >
      <p>{text(`condition.${kind}`, { time: format.dateTime(at), problems: foundWords(problems, app) })}</p>
    </ProblemNote>
  );
}
