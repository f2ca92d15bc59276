import { useCallback, useEffect, useRef } from 'react';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { changeQuery, navigate, usePlace } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import type { SellDialog } from './sell-reducer.ts';
import type { Sell } from './use-sell.ts';

/** What a scan does to the dialog that is open: goes past it, or waits for it to be finished. */
function scanMay(dialog: SellDialog | null): 'add' | 'close-and-add' | 'wait' | 'wait-for-payment' {
  switch (dialog?.kind) {
    case undefined:
      return 'add';
    case 'receipt':
    case 'help':
    case 'recent':
    case 'held':
    case 'variants':
      return 'close-and-add';
    case 'pay':
      return 'wait-for-payment';
    default:
      return 'wait';
  }
}

/** Does what a code stands for; false where it stands for nothing. */
export type TakeCode = (code: string) => Promise<boolean>;

type ScanUse = {
  readonly onScan: (code: string) => void;
  /** Looks for the words of a code that nobody knows. */
  readonly search: (words: string) => void;
};

/**
 * Codes from a scanner, wherever the focus is, and from the address (a scan on another screen leads here). A
 * product's goes into the cart, an order's opens the order, any other is offered to the search.
 */
export function useScan(sell: Sell, { onScan, search }: ScanUse): TakeCode {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const { add, dispatch } = sell;

  const take = useCallback(
    async (code: string): Promise<boolean> => {
      const number = parseOrderCode(code);
      if (number !== null) {
        const order = await client.ask('orders.findByCode', { code });
        if (order) navigate(`/orders/${order.orderId}`);
        else toast(text('sell.scan-no-order', { number: String(number) }));
        return true;
      }
      const tile = await client.ask('catalog.findByCode', { code });
      if (tile) add(tile);
      return tile !== null;
    },
    [client, text, add],
  );
  const scan = (code: string) => {
    onScan(code);
    const verdict = scanMay(sell.state.dialog);
    if (verdict === 'wait-for-payment') return void toast(text('sell.scan-while-paying', { code }));
    if (verdict === 'wait') return void toast(text('sell.scan-while-busy', { code }));
    if (verdict === 'close-and-add') dispatch({ type: 'close' });
    take(code).then(
      (isKnown) => {
        if (isKnown) return;
        const action = { label: text('sell.scan-search'), run: () => search(code) };
        toast(text('sell.scan-unknown', { code }), { action });
      },
      (error: unknown) => toast(errorText(error), { tone: 'danger' }),
    );
  };
  useScanner(scan);
  useCodeInAddress(sell.state.isRestored, scan);
  return take;
}

/** `#/sell?code=…`: taken once, then out of the address. */
function useCodeInAddress(isReady: boolean, scan: (code: string) => void): void {
  const { code } = usePlace().query;
  const latest = useRef(scan);
  latest.current = scan;
  const taken = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!isReady || code === taken.current) return;
    taken.current = code;
    if (code === undefined) return;
    latest.current(code);
    changeQuery({ code: undefined });
  }, [isReady, code]);
}
