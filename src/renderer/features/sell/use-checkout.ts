import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import type { TenderChoice } from '../../ui/pay/pay-reducer.ts';
import { type Pay, usePay } from '../../ui/pay/use-pay.ts';
import { useSell } from './sell-context.ts';
import type { Placing } from './use-place-order.ts';

/** The payment of the cart, and placing it. */
export type Checkout = {
  readonly pay: Pay;
  readonly tendersError: unknown;
  /** Places the order with what was taken so far. */
  readonly place: () => void;
  /** The same, with the products that there are too few of. */
  readonly placeAnyway: (productIds: readonly number[]) => void;
};

const noTenders: readonly TenderChoice[] = [];

export function useCheckout(placing: Placing): Checkout {
  const { pricing, shop } = useSell();
  // Products that the seller was warned about and sells all the same.
  const [accepted, setAccepted] = useState<readonly number[]>([]);
  const answer = useApiQuery('shop.tenders', {});
  const pay = usePay({
    total: pricing.total,
    shop,
    tenders: answer.data ?? noTenders,
    isPending: placing.isPending,
    onPaid: (taken) => void placing.place(taken, accepted),
  });
  const { taken } = pay.state;
  return {
    pay,
    tendersError: answer.error,
    place: () => void placing.place(taken, accepted),
    placeAnyway: (productIds) => {
      const all = [...new Set([...accepted, ...productIds])];
      setAccepted(all);
      void placing.place(taken, all);
    },
  };
}
