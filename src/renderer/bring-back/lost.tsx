import type { ComparedShop } from '../../shared/contract/backups-look.ts';
import { useProgress } from '../bridge/use-progress.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Note } from '../ui/note.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './lost.module.css';
import { LostDetails } from './lost-details.tsx';
import type { Compare } from './use-compare.ts';

/** What came after a backup and is not in it: being counted, counted, or why it could not be. */
export function Lost({ compare }: { readonly compare: Compare }) {
  const { text } = useApp();
  const errorText = useErrorText();
  const { found, error, isPending } = compare;
  return (
    <section className={styles.lost} aria-label={text('backups.lost')}>
      {isPending && <Comparing compare={compare} />}
      {error?.code === 'wrong-passphrase' && <p>{text('backups.lost-passphrase')}</p>}
      {error && error.code !== 'wrong-passphrase' && error.code !== 'cancelled' && (
        <ProblemNote>
          {text('backups.lost-unknown')} {errorText(error)}
        </ProblemNote>
      )}
      {found && !isPending && <Found found={found} />}
    </section>
  );
}

function Comparing({ compare }: { readonly compare: Compare }) {
  const { text, format } = useApp();
  const progress = useProgress(compare.requestId);
  const share = progress === null ? null : progress.done / Math.max(1, progress.total);
  return (
    <>
      <ProgressBar
        label={text('backups.lost-comparing')}
        value={share}
        words={
          share === null
            ? undefined
            : text('backups.percent', { done: format.number(Math.floor(share * 100)) })
        }
      />
      <div>
        <Button onPress={compare.stop}>{text('backups.stop')}</Button>
      </div>
    </>
  );
}

function Found({ found }: { readonly found: ComparedShop }) {
  const { text, format } = useApp();
  const { lost, back, isOtherShop } = found;
  return (
    <>
      {isOtherShop && <Note tone="warning">{text('backups.lost-other-shop')}</Note>}
      {lost.count === 0 ? (
        <p>{text('backups.lost-none')}</p>
      ) : (
        <Note tone="warning">
          {text('backups.lost-orders', { count: lost.count, total: format.money(lost.total) })}
        </Note>
      )}
      {back.count > 0 && (
        <p>{text('backups.lost-back', { count: back.count, total: format.money(back.total) })}</p>
      )}
      <LostDetails found={found} />
    </>
  );
}
