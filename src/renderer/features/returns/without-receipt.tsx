import { useReducer, useState } from 'react';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { DoneDialog } from './done-dialog.tsx';
import type { DoneReturn } from './done-return.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { looseReducer } from './loose-goods.ts';
import { LooseLineRow } from './loose-line-row.tsx';
import { LooseTicket } from './loose-ticket.tsx';
import { ProductPicker } from './product-picker.tsx';
import { useLooseForm } from './use-loose-form.ts';
import { useLooseScans } from './use-loose-scans.ts';
import styles from './without-receipt.module.css';

/** Goods that nobody has the receipt of: at today's price or less, up to the shop's cap, and marked. */
export function WithoutReceipt() {
  const { text, format } = useApp();
  const may = useMay('return-without-receipt');
  const { returnCap } = useShop();
  const [lines, dispatch] = useReducer(looseReducer, []);
  const [done, setDone] = useState<DoneReturn | null>(null);
  const form = useLooseForm(lines, (booked) => {
    setDone(booked);
    dispatch({ type: 'clear' });
  });
  const back = () => navigate('/returns');
  const isDialogOpen = done !== null || form.isAsking;
  useHotkeys([{ keys: 'Escape', label: text('ui.back'), run: back, enabled: !isDialogOpen }]);
  useLooseScans({ isBegun: lines.length > 0, isDialogOpen, enabled: may, dispatch });
  if (!may) {
    return (
      <>
        <PageHeader title={text('returns.without-receipt')} onBack={back} />
        <EmptyState drawing="problem" title={text('frame.no-right-title')}>
          {text('returns.no-receipt-right')}
        </EmptyState>
      </>
    );
  }
  return (
    <div className={styles.page}>
      <PageHeader
        title={text('returns.without-receipt')}
        subtitle={text('returns.without-receipt-help', { cap: format.money(returnCap) })}
        onBack={back}
      />
      <div className={styles.columns}>
        <section className={styles.goods} aria-label={text('returns.what-comes-back')}>
          <ProductPicker
            label={text('returns.add-product')}
            size="touch"
            autoFocus
            onPick={(tile) => dispatch({ type: 'add', tile })}
            onNothing={form.ask}
          />
          {lines.length === 0 ? (
            <EmptyState drawing="products" title={text('returns.no-goods')}>
              {text('returns.no-goods-help')}
            </EmptyState>
          ) : (
            <ul className={styles.lines} aria-label={text('returns.what-comes-back')}>
              {lines.map((line) => (
                <LooseLineRow key={line.productId} line={line} dispatch={dispatch} onCommit={form.ask} />
              ))}
            </ul>
          )}
        </section>
        <LooseTicket form={form} />
      </div>
      {done && <DoneDialog done={done} />}
      <LeaveDialog isBegun={lines.length > 0} />
    </div>
  );
}
