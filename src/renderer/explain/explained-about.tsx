import { CircleCheck } from 'lucide-react';
import type { Output } from '../../shared/contract/index.ts';
import { calendarDate } from '../../shared/domain/calendar.ts';
import { type MetricUnit, metrics } from '../../shared/domain/kpi.ts';
import { money } from '../../shared/domain/money.ts';
import type { AppText } from '../../shared/text/english.ts';
import type { Format } from '../../shared/text/format.ts';
import { useMay } from '../bridge/use-session.ts';
import { useApp } from '../ui/app-context.tsx';
import { DescriptionList } from '../ui/description-list.tsx';
import { Link } from '../ui/link.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './explain-panel.module.css';
import { amountWords, behind, dividedWords } from './figure-words.ts';
import type { Picked } from './picked.ts';

export type ExplainedFigure = NonNullable<Output<'reports.explain'>['figure']>;

type AboutProps = {
  readonly picked: Picked;
  /** Null while it is on its way. */
  readonly figure: ExplainedFigure | null;
};

/** What the figure is, of what and when, how it comes about, and whether its rows add up to it. */
export function ExplainedAbout({ picked, figure }: AboutProps) {
  const { text, format } = useApp();
  const { metric, label } = picked;
  const { unit, countedBy } = metrics[metric];
  const divided = figure?.divided ? dividedWords(metric, figure.divided, text, format) : null;
  return (
    <section className={styles.about}>
      <p className={styles.whose}>
        {label !== '' && <bdi>{label}</bdi>}
        <span>{spanWords(picked, text, format)}</span>
      </p>
      <p className={styles.value}>
        {figure === null ? (
          <Skeleton width="8rem" height="1em" />
        ) : (
          <Value value={figure.value} unit={unit} />
        )}
      </p>
      {divided !== null && <p className={styles.divided}>{divided}</p>}
      {figure !== null && <AddsUp picked={picked} figure={figure} />}
      <div className={styles.facts}>
        <DescriptionList
          items={[
            { term: text('explain.formula'), detail: text(`metric.formula-${metric}`) },
            { term: text('explain.counts-by'), detail: text(`metric.counts-${countedBy}`) },
            { term: text('explain.leaves-out'), detail: text(`metric.leaves-out-${metric}`) },
          ]}
        />
      </div>
    </section>
  );
}

function Value({ value, unit }: { readonly value: number | null; readonly unit: MetricUnit }) {
  const { text, format } = useApp();
  if (value === null) return text('explain.no-date');
  if (unit === 'money') return <MoneyText amount={money(value)} />;
  return <bdi dir="ltr">{amountWords(value, unit, format)}</bdi>;
}

/** The days in words; what stands as it does now has none. */
function spanWords({ metric, from, to }: Picked, text: AppText, format: Format): string {
  if (metrics[metric].countedBy === 'now') return text('explain.now');
  if (from === to) return format.date(calendarDate(from));
  return text('explain.days', {
    from: format.dateShort(calendarDate(from)),
    to: format.dateShort(calendarDate(to)),
  });
}

type AddsUpProps = { readonly picked: Picked; readonly figure: ExplainedFigure };

function AddsUp({ picked: { metric }, figure }: AddsUpProps) {
  const { text, format } = useApp();
  const mayMend = useMay('change-settings');
  const { value, fromRows, agrees, count } = figure;
  if (agrees) {
    return (
      <p className={styles.adds}>
        <CircleCheck aria-hidden="true" />
        <span>
          {count === 0 ? text('explain.adds-up-none') : text(`explain.adds-up-${behind(metric)}`, { count })}
        </span>
      </p>
    );
  }
  const words = (amount: number | null): string =>
    amount === null ? text('explain.no-date') : amountWords(amount, metrics[metric].unit, format);
  return (
    <ProblemNote
      title={text('explain.differs')}
      action={
        mayMend ? (
          <Link to="/settings" query={{ part: 'figures' }}>
            {text('explain.differs-see')}
          </Link>
        ) : undefined
      }
    >
      <p>{text('explain.differs-how', { value: words(value), fromRows: words(fromRows) })}</p>
      <p>{text('explain.differs-safe')}</p>
      <p>{text(mayMend ? 'explain.differs-do' : 'explain.differs-ask')}</p>
    </ProblemNote>
  );
}
