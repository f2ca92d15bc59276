import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { figuresText } from '../../../shared/text/en/figures.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import styles from './figures-proof.module.css';
import type { ClosedDays } from './use-closed-days.ts';

type Proof = Output<'reports.prove'>;
type Difference = Proof['differences'][number];

const differenceKey = ({ kind, key, date }: Difference): string => `${kind} ${key} ${date}`;

/** How the proof that was just made came out, in words, and what differs. */
export function FiguresProof({ days: { found } }: { readonly days: ClosedDays }) {
  const { text } = useApp();
  const mayRebuild = useMay('change-settings');
  if (found === null) return null;
  const { days, differenceCount } = found;
  if (differenceCount === 0) {
    return (
      <p className={styles.well} role="status">
        <CircleCheck aria-hidden="true" />
        <span>
          {days === 0 ? text('figures.proved-nothing') : text('figures.proved-well', { count: days })}
        </span>
      </p>
    );
  }
  return (
    <div className={styles.differs}>
      <ProblemNote title={text('figures.differs-title', { count: differenceCount })}>
        <p>{text('figures.differs')}</p>
        {!mayRebuild && <p>{text('figures.differs-ask')}</p>}
      </ProblemNote>
      <Differences found={found} />
    </div>
  );
}

function Differences({ found: { differences, differenceCount } }: { readonly found: Proof }) {
  const { text, format } = useApp();
  const columns = useDifferenceColumns();
  const left = differenceCount - differences.length;
  return (
    <>
      <div className={styles.table}>
        <Table
          dense
          label={text('figures.differences')}
          columns={columns}
          rows={differences}
          rowKey={differenceKey}
          rowName={(row) =>
            text('figures.difference', { what: whatWords(row, text), day: format.dateShort(row.date) })
          }
        />
      </div>
      {left > 0 && <p>{text('figures.more', { count: left })}</p>}
    </>
  );
}

function useDifferenceColumns(): readonly TableColumn<Difference>[] {
  const { text, format } = useApp();
  return useMemo(
    () => [
      {
        key: 'day',
        label: text('figures.day'),
        width: '7.5rem',
        cell: ({ date }) => format.dateShort(date),
      },
      {
        key: 'what',
        label: text('figures.what'),
        width: 'minmax(9rem, 1fr)',
        cell: (row) => whatWords(row, text),
      },
      {
        key: 'stored',
        label: text('figures.stored'),
        width: '8rem',
        align: 'end',
        cell: ({ column, stored }) => <Amount column={column} amount={stored} />,
      },
      {
        key: 'counted',
        label: text('figures.counted'),
        width: '8rem',
        align: 'end',
        cell: ({ column, counted }) => <Amount column={column} amount={counted} />,
      },
    ],
    [text, format],
  );
}

/** `amount`, and a product's `soldAmount` and `backAmount`. */
const plain = (column: string): string => column.replace(/^(?:sold|back)/u, '').toLowerCase();

type AmountProps = { readonly column: string; readonly amount: number | null };

function Amount({ column, amount }: AmountProps) {
  const { text, format } = useApp();
  if (amount === null) return text('figures.hidden');
  const unit = plain(column);
  if (unit === 'count') return format.number(amount);
  if (unit === 'quantity') return format.quantity(quantity(amount));
  return <MoneyText amount={money(amount)} currencySign={false} />;
}

/** "Sales", "Sales, how many". */
function whatWords({ kind: key, column }: Difference, text: AppText): string {
  const known = `figures.kind-${key}`;
  const kind = text(
    Object.hasOwn(figuresText, known) ? (known as 'figures.kind-sale') : 'figures.kind-other',
  );
  const unit = `figures.column-${plain(column)}`;
  if (!Object.hasOwn(figuresText, unit)) return kind;
  return text('figures.of-kind', { kind, column: text(unit as 'figures.column-count') });
}
