import { type RefObject, useCallback, useRef } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { orderKeys } from './order-keys.ts';
import { nextStep } from './order-steps.ts';
import { useOrderWork } from './order-work.ts';
import { type OrderList, orderKey } from './use-order-list.ts';

/**
 * The keys of the list: into the search box, and from the row that the arrows are at, one step on and to its payment
 * without opening it. Answers what the table tells that row to.
 */
export function useRowKeys(list: OrderList, searchRef: RefObject<HTMLInputElement | null>) {
  const text = useText();
  const { advance, open, hasChosen } = useOrderWork();
  const mayAdvance = useMay('advance-order');
  const mayPay = useMay('take-payment');
  const walked = useRef<string | null>(null);
  // With a panel open its own keys do this, for the order that is shown there.
  const isWalking = list.openId === null && !hasChosen;
  const row = () => list.rows.find((one) => orderKey(one) === walked.current);
  const step = () => {
    const order = row();
    const next = order && nextStep(order);
    if (order && next) advance(order, next);
  };
  const pay = () => {
    const order = row();
    if (order && order.open > 0) open({ kind: 'pay', orderId: order.id });
  };
  const search = () => searchRef.current?.focus();
  // What they do belongs to a row that is walked to, which nobody sees in the palette.
  const ofRow = { listed: false };
  useHotkeys([
    { keys: orderKeys.search, label: text('orders.search'), run: search },
    { keys: '/', label: text('orders.search'), run: search },
    {
      ...{ keys: orderKeys.next, label: text('orders.next-step'), run: step, ...ofRow },
      enabled: isWalking && mayAdvance,
    },
    { keys: orderKeys.pay, label: text('orders.pay'), run: pay, enabled: isWalking && mayPay, ...ofRow },
  ]);
  return useCallback((key: string) => {
    walked.current = key;
  }, []);
}
