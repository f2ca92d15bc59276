import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DoneDialog } from './done-dialog.tsx';
import type { DoneReturn } from './done-return.ts';
import { NoSale } from './no-sale.tsx';
import { ReturnContext } from './return-context.ts';
import type { ReturnAction, ReturnDraft, Sale } from './return-draft.ts';
import { mayReturn, returnFigures } from './return-figures.ts';
import { ReturnTicket } from './return-ticket.tsx';
import styles from './sale-return.module.css';
import { SettleDialog } from './settle-dialog.tsx';
import { SoldLines } from './sold-lines.tsx';
import { useReturnKeys } from './use-return-keys.ts';
import { useReturnScans } from './use-return-scans.ts';

type SaleReturnProps = {
  readonly orderId: number;
  readonly draft: ReturnDraft;
  readonly dispatch: (action: ReturnAction) => void;
};

/** The second and third step: what comes back of one sale, what goes out for it, and settling both. */
export function SaleReturn({ orderId, draft, dispatch }: SaleReturnProps) {
  const { data, error, refetch } = useApiQuery('returns.prepare', { orderId });
  const isOurs = draft.orderId === orderId;
  useEffect(() => {
    if (!isOurs) dispatch({ type: 'start', orderId });
  }, [isOurs, orderId, dispatch]);
  if (error && !data) {
    return <NoSale number={String(orderId)} error={error} onRetry={() => void refetch()} />;
  }
  if (!data || !isOurs) return <Waiting />;
  return <Choosing sale={data} draft={draft} dispatch={dispatch} reload={() => void refetch()} />;
}

type ChoosingProps = Omit<SaleReturnProps, 'orderId'> & { readonly sale: Sale; readonly reload: () => void };

function Choosing({ sale, draft, dispatch, reload }: ChoosingProps) {
  const { text, format } = useApp();
  const { pricesIncludeTax, taxRounding } = useShop();
  const [isSettling, setSettling] = useState(false);
  const [done, setDone] = useState<DoneReturn | null>(null);
  const number = String(sale.orderId);
  const maySettle = mayReturn(sale, draft);
  const settle = useCallback(() => {
    if (maySettle && !focusRefused()) setSettling(true);
  }, [maySettle]);
  const work = useMemo(() => {
    const figures = returnFigures(sale, draft, { pricesIncludeTax, taxRounding });
    return { sale, draft, figures, dispatch, settle };
  }, [sale, draft, dispatch, settle, pricesIncludeTax, taxRounding]);
  const isOpen = isSettling || done !== null;
  useReturnKeys(work, isOpen);
  useReturnScans(work, isOpen);
  return (
    <ReturnContext value={work}>
      <div className={styles.page}>
        <PageHeader
          title={text('returns.from', { number })}
          subtitle={<Subtitle sale={sale} placed={format.dateTime(sale.placedAt)} />}
          onBack={() => navigate('/returns')}
          actions={
            <Button onPress={() => navigate(`/orders/${number}`)}>{text('returns.open-order')}</Button>
          }
        />
        <div className={styles.columns}>
          <SoldLines />
          <ReturnTicket maySettle={maySettle} />
        </div>
      </div>
      {isSettling && (
        <SettleDialog
          reload={reload}
          onClose={() => setSettling(false)}
          onDone={(returned) => {
            setSettling(false);
            setDone(returned);
            dispatch({ type: 'settled' });
          }}
        />
      )}
      {done && <DoneDialog done={done} />}
    </ReturnContext>
  );
}

function Subtitle({ sale, placed }: { readonly sale: Sale; readonly placed: string }) {
  const { text, format } = useApp();
  return (
    <span className={styles.subtitle}>
      <bdi>{placed}</bdi>
      {sale.customerName === null ? text('returns.walk-in') : <bdi>{sale.customerName}</bdi>}
      <bdi>{format.money(sale.total)}</bdi>
    </span>
  );
}

function Waiting() {
  const { text } = useApp();
  return (
    <div role="status" aria-label={text('ui.loading')} className={styles.page}>
      <Skeleton width="20rem" height="2rem" />
      <Skeleton height="12rem" />
    </div>
  );
}
