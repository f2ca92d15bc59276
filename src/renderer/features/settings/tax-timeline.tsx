import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { TaxChangeView, TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './tax-timeline.module.css';
import { startWords, taxWords } from './tax-words.ts';

type TimelineProps = {
  readonly taxClass: TaxClassView;
  /** Takes back a change that has not started. */
  readonly onTakeBack?: ((change: TaxChangeView) => void) | undefined;
};

/** Past rates beyond this many are shown when asked for. */
const fewPast = 1;

/** What a class bore, bears and will bear, from the earliest on. */
export function TaxTimeline({ taxClass, onTakeBack }: TimelineProps) {
  const { text } = useApp();
  const [showsAll, setShowsAll] = useState(false);
  const past = taxClass.changes.filter(({ state }) => state === 'past');
  const hidden = showsAll ? 0 : Math.max(0, past.length - fewPast);
  return (
    <div className={styles.timeline}>
      {hidden > 0 && (
        <Button variant="quiet" size="small" onPress={() => setShowsAll(true)}>
          {text('taxes.earlier', { count: hidden })}
        </Button>
      )}
      <ol className={styles.list} aria-label={text('taxes.timeline', { name: taxClass.name })}>
        {taxClass.changes.slice(hidden).map((change) => (
          <Change key={change.startDate} change={change} onTakeBack={onTakeBack} />
        ))}
        {taxClass.changes.length === 0 && (
          <li className={styles.change} data-state="now">
            <span className={styles.taxes}>{text('taxes.none')}</span>
          </li>
        )}
      </ol>
    </div>
  );
}

type ChangeProps = { readonly change: TaxChangeView } & Pick<TimelineProps, 'onTakeBack'>;

function Change({ change, onTakeBack }: ChangeProps) {
  const { text, format } = useApp();
  const { startDate, state, taxes, replaced } = change;
  return (
    <li className={styles.change} data-state={state}>
      <span className={styles.words}>
        <span className={styles.when}>
          {startWords(startDate, { text, format })}
          {state === 'now' && <Badge tone="positive">{text('taxes.now')}</Badge>}
          {state === 'future' && <Badge tone="info">{text('taxes.planned')}</Badge>}
        </span>
        <bdi className={styles.taxes}>{taxWords(taxes, { text, format })}</bdi>
        {replaced.length > 0 && (
          <span className={styles.replaced}>
            {text('taxes.corrected', {
              rates: replaced.map((one) => taxWords([one], { text, format })).join(' · '),
            })}
          </span>
        )}
      </span>
      {state === 'future' && onTakeBack && (
        <IconButton
          size="small"
          label={text('taxes.take-back', { date: format.dateShort(startDate) })}
          icon={<Undo2 />}
          onPress={() => onTakeBack(change)}
        />
      )}
    </li>
  );
}
