import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../../../ui/app-context.tsx';
import { Card } from '../../../ui/card.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { FineAmount } from './fine-amount.tsx';
import { hasAny, type Measure, measures, netOf, type Reconciled } from './measures.ts';
import styles from './past-import.module.css';
import { ReconcileChart } from './reconcile-chart.tsx';
import { ReconcileTable } from './reconcile-table.tsx';
import { RoundingWords } from './rounding-words.tsx';

type ComparisonProps = { readonly reconciled: Reconciled };

/** Whether file and shop agree, in figures, by month, and what rounding has to do with it. */
export function Comparison({ reconciled }: ComparisonProps) {
  const { text } = useApp();
  const { months, total } = reconciled;
  const [measure, setMeasure] = useState<Measure>('sales');
  const choices = measures
    .filter((one) => one === 'sales' || hasAny(total, one))
    .map((key) => ({ key, label: text(`history-past.measure-${key}`) }));
  return (
    <>
      <Verdict reconciled={reconciled} />
      <Figures reconciled={reconciled} />
      <Card
        title={text('history-past.months')}
        flush
        actions={
          choices.length > 1 && (
            <Segmented
              label={text('history-past.measure')}
              choices={choices}
              value={measure}
              onChange={setMeasure}
            />
          )
        }
      >
        <ReconcileTable reconciled={reconciled} measure={measure} />
      </Card>
      <Card title={text('history-past.chart')}>
        <ReconcileChart months={months} measure={measure} />
      </Card>
      <Card title={text('history-past.rounding')}>
        <RoundingWords {...reconciled} />
      </Card>
    </>
  );
}

function Verdict({ reconciled }: ComparisonProps) {
  const { text } = useApp();
  const { agrees, isRounded, months, total, unreadRows } = reconciled;
  const left = total.leftOut.orders + total.leftOut.returns;
  const Icon = agrees ? CircleCheck : CircleX;
  const count = Math.max(1, months.filter((month) => !month.agrees).length);
  const agreement = isRounded ? 'history-past.agrees-rounded' : 'history-past.agrees-exact';
  return (
    <section className={styles.verdict} data-agrees={agrees}>
      <Icon aria-hidden="true" />
      <div>
        <h2>{agrees ? text('history-past.agrees') : text('history-past.differs', { count })}</h2>
        <p>{text(agrees ? agreement : 'history-past.differs-help')}</p>
        {unreadRows > 0 && <p>{text('history-past.unread', { count: unreadRows })}</p>}
        {left > 0 && <p>{text('history-past.left-out', { count: left })}</p>}
      </div>
    </section>
  );
}

function Figures({ reconciled }: ComparisonProps) {
  const { text } = useApp();
  const net = netOf(reconciled.total);
  const shown = [
    ['figure-file', net.file],
    ...(net.out === 0 ? [] : ([['figure-out', net.out]] as const)),
    ['figure-shop', net.shop],
    ['figure-difference', net.difference],
  ] as const;
  return (
    <div className={styles.figures}>
      {shown.map(([name, amount]) => (
        <Figure
          key={name}
          label={text(`history-past.${name}`)}
          value={<FineAmount amount={amount} currencySign />}
          note={text('history-past.figure-note')}
        />
      ))}
    </div>
  );
}
