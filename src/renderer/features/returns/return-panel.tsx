import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReturnDetail } from '../../../shared/contract/order-views.ts';
import { addMoney } from '../../../shared/domain/money.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './return-panel.module.css';
import { usePrintSlip } from './use-print-slip.ts';

type ReturnPanelProps = { readonly returnId: number; readonly onClose: () => void };

/** One return: what came back, in what state, and what money went back for it. */
export function ReturnPanel({ returnId, onClose }: ReturnPanelProps) {
  const text = useText();
  const number = String(returnId);
  const { data, error, refetch } = useApiQuery('returns.get', { returnId });
  return (
    <div className={styles.holder}>
      <SidePanel
        title={text('returns.return', { number })}
        onClose={onClose}
        footer={data && <SlipButton returnId={returnId} />}
      >
        {data ? (
          <ReturnBody goods={data} />
        ) : error ? (
          isRefusal(error, 'not-found') ? (
            <EmptyState drawing="search" title={text('returns.return-not-there', { number })} />
          ) : (
            <Unreadable error={error} onRetry={() => void refetch()} />
          )
        ) : (
          <Skeleton height="12rem" />
        )}
      </SidePanel>
    </div>
  );
}

function Unreadable({
  error,
  onRetry,
}: {
  readonly error: { reference: string | null };
  readonly onRetry: () => void;
}) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <ErrorState
      happened={text('returns.one-unreadable')}
      safe={text('returns.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}

function SlipButton({ returnId }: { readonly returnId: number }) {
  const text = useText();
  const slip = usePrintSlip(returnId, ({ tone, words }) =>
    toast(words, { tone: tone === 'good' ? 'positive' : 'danger' }),
  );
  useHotkeys([{ keys: 'Mod+P', label: text('returns.print-slip'), run: slip.print }]);
  return (
    <Button icon={<Printer />} keys="Mod+P" onPress={slip.print} pending={slip.isPrinting}>
      {text('returns.print-slip')}
    </Button>
  );
}

function ReturnBody({ goods }: { readonly goods: ReturnDetail }) {
  const { text, format } = useApp();
  const facts: readonly (readonly [term: string, detail: ReactNode | null])[] = [
    [text('returns.at'), <bdi key="at">{format.dateTime(goods.at)}</bdi>],
    [text('returns.by'), goods.staffName === null ? null : <bdi key="by">{goods.staffName}</bdi>],
    [text('returns.came-from'), <OrderLink key="from" orderId={goods.orderId} />],
    [
      text('returns.exchange-order'),
      goods.exchangeOrderId === null ? null : <OrderLink key="new" orderId={goods.exchangeOrderId} />,
    ],
    [
      text('returns.customer'),
      goods.customerName === null ? null : <bdi key="who">{goods.customerName}</bdi>,
    ],
    [text('returns.note'), goods.note ? <bdi key="note">{goods.note}</bdi> : null],
  ];
  return (
    <>
      <DescriptionList
        items={facts.flatMap(([term, detail]) => (detail === null ? [] : [{ term, detail }]))}
      />
      <ul className={styles.lines} aria-label={text('returns.what-comes-back')}>
        {goods.lines.map((line) => (
          <li key={line.lineNo} className={styles.line}>
            <bdi className={styles.quantity}>{format.quantity(line.quantity, line.unit)}</bdi>
            <span className={styles.words}>
              <bdi>{line.name}</bdi>
              <span className={styles.detail}>
                {`${text(`returns.reason-${line.reason}`)} · ${text(`returns.goods-${line.disposition}`)}`}
              </span>
            </span>
            <MoneyText amount={line.total} currencySign={false} />
          </li>
        ))}
      </ul>
      <dl className={styles.sums}>
        {goods.rounding !== 0 && (
          <Sum label={text('returns.rounding')}>
            <MoneyText amount={goods.rounding} currencySign={false} />
          </Sum>
        )}
        <Sum label={text('returns.worth')}>
          <MoneyText amount={goods.total} />
        </Sum>
      </dl>
      <MoneyBack goods={goods} />
    </>
  );
}

function Sum({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.sum}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function MoneyBack({ goods }: { readonly goods: ReturnDetail }) {
  const text = useText();
  return (
    <section className={styles.money} aria-label={text('returns.money-back')}>
      <h3 className={styles.title}>{text('returns.money-back')}</h3>
      {goods.refunds.length === 0 && <p className={styles.detail}>{text('returns.no-money-back')}</p>}
      <dl>
        {goods.refunds.map((refund) => (
          <Sum
            key={refund.refundId}
            label={text(`returns.refund-${refund.state}`, { tender: refund.tenderName })}
          >
            <MoneyText amount={addMoney(refund.amount, refund.rounding)} currencySign={false} />
          </Sum>
        ))}
      </dl>
    </section>
  );
}

function OrderLink({ orderId }: { readonly orderId: number | null }) {
  const text = useText();
  if (orderId === null) return text('returns.no-receipt');
  return <Link to={`/orders/${orderId}`}>{text('returns.order', { number: String(orderId) })}</Link>;
}
