import { Check, X } from 'lucide-react';
import { calendarDate } from '../../../../shared/domain/calendar.ts';
import { useApp } from '../../../ui/app-context.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { FineAmount } from './fine-amount.tsx';
import { amountsOf, type Measure, type Reconciled, type ReconciledSums } from './measures.ts';
import styles from './reconcile-table.module.css';

type ReconcileTableProps = { readonly reconciled: Reconciled; readonly measure: Measure };

/** The file and the shop month by month, all of it together below. */
export function ReconcileTable({ reconciled, measure }: ReconcileTableProps) {
  const { text, format } = useApp();
  const { months, total } = reconciled;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part that scrolls, not a section of the page
    <div
      className={styles.frame}
      role="region"
      aria-label={text('history-past.months-scroll')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.month}>
              {text('history-past.month')}
            </th>
            {(['orders', 'returns', 'rows', 'in-file', 'out', 'in-shop', 'difference', 'tick'] as const).map(
              (name) => (
                <th key={name} scope="col">
                  {text(`history-past.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month} className={styles.row}>
              <th scope="row" className={styles.month}>
                {format.month(calendarDate(month.month * 100 + 1))}
              </th>
              <Cells sums={month} measure={measure} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.month}>
              {text('history-past.total')}
            </th>
            <Cells sums={total} measure={measure} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cells({ sums, measure }: { readonly sums: ReconciledSums; readonly measure: Measure }) {
  const { file, leftOut, shop } = sums;
  const amounts = amountsOf(sums, measure);
  return (
    <>
      {(['orders', 'returns', 'lines'] as const).map((count) => (
        <td key={count}>
          <Count wanted={file[count] - leftOut[count]} there={shop[count]} />
        </td>
      ))}
      {(['file', 'out', 'shop', 'difference'] as const).map((one) => (
        <td key={one} className={amounts[one] === 0 ? styles.nothing : undefined}>
          <FineAmount amount={amounts[one]} />
        </td>
      ))}
      <td>
        <Tick agrees={sums.agrees} />
      </td>
    </>
  );
}

/** How many there are; of how many there should be, where that is another number. */
function Count({ wanted, there }: { readonly wanted: number; readonly there: number }) {
  const { text, format } = useApp();
  if (wanted === there) return format.number(there);
  return text('history-past.count-of', { shop: format.number(there), file: format.number(wanted) });
}

function Tick({ agrees }: { readonly agrees: boolean }) {
  const { text } = useApp();
  const Icon = agrees ? Check : X;
  return (
    <span className={styles.tick} data-agrees={agrees}>
      <Icon aria-hidden="true" />
      {agrees ? <VisuallyHidden>{text('history-past.yes')}</VisuallyHidden> : text('history-past.no')}
    </span>
  );
}
