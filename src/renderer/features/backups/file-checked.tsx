import type { ConditionState } from '../../../shared/contract/condition.ts';
import { foundWords } from '../../../shared/text/found-problems.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { RecoverButton } from '../../bring-back/recover-button.tsx';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFailureWords } from '../../ui/failure-words.ts';
import styles from './safety.module.css';
import type { BackupWork } from './use-backup-work.ts';

type FileCheckedProps = { readonly work: BackupWork; readonly isBusy: boolean };

/** When the shop file itself was last looked through and how that came out; and the way to have it done now. */
export function FileChecked({ work, isBusy }: FileCheckedProps) {
  const { text } = useApp();
  const condition = useApiQuery('condition.state', {}).data;
  const mayRestore = useMay('restore');
  if (!condition) return null;
  const hasProblems = condition.last !== null && condition.last.problems.length > 0;
  return (
    <div className={styles.checked}>
      <Result condition={condition} />
      <Button
        size="small"
        pending={work.running === 'shop'}
        disabledReason={isBusy && work.running !== 'shop' ? text('backups.busy') : undefined}
        onPress={work.checkShop}
      >
        {text('condition.check')}
      </Button>
      {hasProblems && mayRestore && <RecoverButton size="small" />}
    </div>
  );
}

function Result({ condition: { last, failure } }: { readonly condition: ConditionState }) {
  const app = useApp();
  const { text, format } = app;
  const failureWords = useFailureWords();
  if (failure !== null) {
    const { at, reason } = failure;
    return <p>{text('condition.failed', { time: format.dateTime(at), reason: failureWords(reason) })}</p>;
  }
  if (last === null) return <p className={styles.muted}>{text('condition.checked-never')}</p>;
  const time = format.dateTime(last.at);
  if (last.problems.length === 0) {
    return <p className={styles.muted}>{text(`condition.checked-${last.scope}`, { time })}</p>;
  }
  return (
    <p className={styles.fell}>
      {text('condition.checked-fell', { time, problems: foundWords(last.problems, app) })}
    </p>
  );
}
