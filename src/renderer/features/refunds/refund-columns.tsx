import { Clock } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { addMoney } from '../../../shared/domain/money.ts';
import type { RefundState } from '../../../shared/domain/refund-state.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './refund-columns.module.css';
import { RefundPill } from './refund-pill.tsx';
import { nextStep } from './refund-steps.ts';
import { ageOf, ageWords, reasonWords, refundName, sourceWords } from './refund-words.ts';
import { stepWords } from './step-words.ts';
import type { RefundRow } from './use-refund-list.ts';

type ColumnUse = {
  readonly text: AppText;
  readonly format: Format;
  readonly state: RefundState;
  readonly shop: { readonly timeZone: string; readonly dayStartMinutes: number };
  readonly today: CalendarDate;
  /** Takes the next step of a row; absent for whoever may not. */
  readonly onStep: ((row: RefundRow) => void) | undefined;
};

/** The columns of the queue, the least needed ones only where there is room. */
export function refundColumns(use: ColumnUse): readonly FittingColumn<RefundRow>[] {
  const { text, state } = use;
  return [
    {
      key: 'order',
      label: text('refunds.order'),
      width: '6rem',
      cell: (row) => <Source row={row} use={use} />,
    },
    {
      key: 'customer',
      label: text('refunds.customer'),
      width: 'minmax(6rem, 1.1fr)',
      cell: (row) => <Customer row={row} use={use} />,
    },
    {
      key: 'why',
      label: text('refunds.why'),
      width: 'minmax(9rem, 1fr)',
      fromWidth: 58,
      cell: (row) => <Why row={row} use={use} />,
    },
    {
      key: 'tender',
      label: text(state === 'settled' ? 'refunds.tender-went' : 'refunds.tender'),
      width: '6.5rem',
      fromWidth: 46,
      cell: (row) => <bdi title={row.tenderName}>{row.tenderName}</bdi>,
    },
    {
      key: 'age',
      label: ageLabel(state, text),
      width: '7.75rem',
      fromWidth: 38,
      cell: (row) => <Age row={row} use={use} />,
    },
    {
      key: 'state',
      label: text('refunds.state'),
      width: '7.5rem',
      fromWidth: 76,
      cell: (row) => <RefundPill state={row.state} />,
    },
    {
      key: 'amount',
      label: text('refunds.amount'),
      width: '6.5rem',
      align: 'end',
      cell: (row) => (
        <MoneyText
          amount={state === 'settled' ? addMoney(row.amount, row.rounding) : row.amount}
          currencySign={false}
        />
      ),
    },
    ...(use.onStep && hasNextStep(state) ? [stepColumn(use, use.onStep)] : []),
  ];
}

function hasNextStep(state: RefundState): boolean {
  return nextStep({ state, tenderKind: 'card' }) !== null;
}

function ageLabel(state: RefundState, text: AppText): string {
  switch (state) {
    case 'initiated':
    case 'settled':
    case 'voided':
      return text(`refunds.age-${state}`);
    default:
      return text('refunds.age');
  }
}

function stepColumn(use: ColumnUse, onStep: (row: RefundRow) => void): FittingColumn<RefundRow> {
  const { text, format } = use;
  return {
    key: 'step',
    label: text('refunds.next-step'),
    width: '8.5rem',
    align: 'end',
    cell: (row) => {
      const step = nextStep(row);
      if (step === null) return null;
      const verb = stepWords(step, row.state, text);
      return (
        <Button
          size="small"
          variant={row.state === 'initiated' ? 'quiet' : 'secondary'}
          label={`${verb}: ${refundName(row, text, format)}`}
          onPress={() => onStep(row)}
        >
          {verb}
        </Button>
      );
    },
  };
}

type CellProps = { readonly row: RefundRow; readonly use: ColumnUse };

function Source({ row, use }: CellProps) {
  if (row.orderId === null) return <span className={styles.number}>{sourceWords(row, use.text)}</span>;
  return (
    <InRow>
      <Link to={`/orders/${row.orderId}`}>{String(row.orderId)}</Link>
    </InRow>
  );
}

/** A press on a link is not a press on its row. */
function InRow({ children }: { readonly children: ReactNode }) {
  const stay = (event: MouseEvent) => event.stopPropagation();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only keeps the press from the row
    <span className={styles.number} onClick={stay}>
      {children}
    </span>
  );
}

function Customer({ row, use }: CellProps) {
  const { customerName: name, customerPhone: phone } = row;
  if (name === null) return <span className={styles.muted}>{use.text('refunds.walk-in')}</span>;
  return (
    <span className={styles.pair} title={phone === null ? name : `${name}, ${phone}`}>
      <span className={styles.first}>
        <bdi>{name}</bdi>
      </span>
      {phone !== null && phone !== '' && (
        <bdi dir="ltr" className={styles.second}>
          {phone}
        </bdi>
      )}
    </span>
  );
}

function Why({ row, use }: CellProps) {
  const cause = use.text(`refunds.cause-${row.cause}`);
  const reason = reasonWords(row.reason, use.text);
  return (
    <span className={styles.pair} title={reason === null ? cause : `${cause}: ${reason}`}>
      <span className={styles.first}>{cause}</span>
      {reason !== null && (
        <span className={styles.second}>
          <bdi>{reason}</bdi>
        </span>
      )}
    </span>
  );
}

function Age({ row, use }: CellProps) {
  const { text, format, shop, today } = use;
  if (row.state === 'settled' || row.state === 'voided') {
    const at = row.settledAt ?? row.openedAt;
    return <bdi>{format.dateShort(businessDateOf(at, shop.timeZone, shop.dayStartMinutes))}</bdi>;
  }
  const age = ageOf(row, shop, today);
  if (!age.late) return <>{ageWords(age, text)}</>;
  return (
    <span className={styles.late}>
      <Clock aria-hidden="true" />
      {ageWords(age, text)}
    </span>
  );
}
