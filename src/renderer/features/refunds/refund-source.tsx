import { type ReactNode, useId } from 'react';
import type { OrderDetail, ReturnDetail } from '../../../shared/contract/order-views.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge, PaymentPill, StatusPill } from '../../ui/status-pill.tsx';
import styles from './refund-source.module.css';
import { sourceWords } from './refund-words.ts';
import type { RefundRow } from './use-refund-list.ts';

/** Where the money came from: the order and how its money stands, or the goods of a return without a receipt. */
export function RefundSource({ row }: { readonly row: RefundRow }) {
  const { orderId, returnId } = row;
  const order = useApiQuery('orders.get', { orderId: orderId ?? 1 }, { enabled: orderId !== null });
  const goods = useApiQuery(
    'returns.get',
    { returnId: returnId ?? 1 },
    { enabled: orderId === null && returnId !== null },
  );
  const { data, error } = orderId === null ? goods : order;
  return (
    <Section row={row}>
      {error ? (
        <Unreadable error={error} />
      ) : data === undefined ? (
        <Skeleton height="8rem" />
      ) : 'revision' in data ? (
        <OrderFacts order={data} />
      ) : (
        <Goods goods={data} />
      )}
    </Section>
  );
}

function Section({ row, children }: { readonly row: RefundRow; readonly children: ReactNode }) {
  const text = useText();
  const titleId = useId();
  const words = sourceWords(row, text);
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {row.orderId === null ? words : <Link to={`/orders/${row.orderId}`}>{words}</Link>}
      </h3>
      {children}
    </section>
  );
}

function Unreadable({ error }: { readonly error: unknown }) {
  const text = useText();
  const errorText = useErrorText();
  return <ProblemNote title={text('refunds.order-unreadable')}>{errorText(error)}</ProblemNote>;
}

function OrderFacts({ order }: { readonly order: OrderDetail }) {
  const text = useText();
  const sums: readonly (readonly [label: string, amount: Money, always: boolean])[] = [
    [text('refunds.order-total'), order.total, true],
    [text('refunds.order-paid'), order.paid, true],
    [text('refunds.order-refunded'), order.refunded, false],
    [text('refunds.order-pending'), order.refundPending, false],
    [text('refunds.order-due-back'), order.dueBack, false],
  ];
  return (
    <>
      <div className={styles.pills}>
        <StatusPill status={order.status} />
        <PaymentPill status={order.paymentStatus} />
      </div>
      <Lines lines={order.lines} />
      <dl className={styles.sums}>
        {sums
          .filter(([, amount, always]) => always || amount !== 0)
          .map(([label, amount]) => (
            <div key={label} className={styles.sum}>
              <dt>{label}</dt>
              <dd>
                <MoneyText amount={amount} currencySign={false} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function Goods({ goods }: { readonly goods: ReturnDetail }) {
  const text = useText();
  return (
    <>
      <div className={styles.pills}>
        <Badge tone="warning">{text('refunds.no-receipt')}</Badge>
      </div>
      <Lines lines={goods.lines} />
    </>
  );
}

type Line = {
  readonly lineNo: number;
  readonly name: string;
  readonly unit: Unit;
  readonly quantity: Quantity;
  readonly total: Money;
};

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { text, format } = useApp();
  return (
    <ul className={styles.lines} aria-label={text('refunds.lines', { count: lines.length })}>
      {lines.map((line) => (
        <li key={line.lineNo} className={styles.line}>
          <bdi className={styles.quantity}>
            {text('refunds.line-quantity', { quantity: format.quantity(line.quantity, line.unit) })}
          </bdi>
          <span className={styles.name}>
            <bdi>{line.name}</bdi>
          </span>
          <MoneyText amount={line.total} currencySign={false} />
        </li>
      ))}
    </ul>
  );
}
