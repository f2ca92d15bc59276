import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { addressId } from '../../ui/address-id.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { focusRefused } from '../../ui/focus-refused.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { type ProductRow, productName } from './product-row.ts';
import { lineProblem, mostLines, type ReceivedProduct, receiptInput, receiptTotal } from './receive-draft.ts';
import { useReceiptDraft } from './use-receipt-draft.ts';

type Counted = ReceivedProduct & { readonly tracked: boolean };
type How = 'scanned' | 'chose' | 'asked-for';

/** Writing down what comes in and handing it to main. What was written outlives refusals and other screens. */
export function useReceiving(onDone: () => void) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const receive = useCommand('stock.receive');
  const [draft, dispatch] = useReceiptDraft();
  /** The product that was put on the list last; one that was chosen wants the focus. */
  const [last, setLast] = useState<{ readonly productId: number; readonly isChosen: boolean } | null>(null);

  const put = ({ tracked, ...product }: Counted, how: How) => {
    const { productId, name } = product;
    const isKnown = draft.lines.some((line) => line.productId === productId);
    if (!tracked) return void toast(text('stock.receive-not-counted', { name }));
    if (!isKnown && draft.lines.length >= mostLines)
      return void toast(text('stock.receive-full', { count: mostLines }));
    dispatch({ type: how, product });
    setLast({ productId, isChosen: how !== 'scanned' });
  };
  useProductInAddress((stock) => put(stock, 'asked-for'));

  const send = () => {
    if (focusRefused()) return;
    dispatch({ type: 'judged' });
    const input = receiptInput(draft);
    if (input === null) {
      const wrong = draft.lines.find((line) => lineProblem(line) !== null);
      if (wrong) setLast({ productId: wrong.productId, isChosen: true });
      return;
    }
    receive.mutate(input, {
      onSuccess: ({ lines }) => {
        // With what came in at its cost of before, which the paper does not say.
        const total = format.money(receiptTotal(draft.lines).total);
        toast(text('stock.received', { count: lines, total }), { tone: 'positive' });
        dispatch({ type: 'cleared' });
        setLast(null);
        onDone();
      },
    });
  };
  const { error } = receive;
  return {
    draft,
    dispatch,
    last,
    pick: (row: ProductRow, how: How) =>
      put({ ...row, productId: row.id, name: productName(row, text) }, how),
    clear: () => {
      receive.reset();
      dispatch({ type: 'cleared' });
      setLast(null);
    },
    send,
    isSending: receive.isPending,
    refusal:
      error === null
        ? null
        : isRefusal(error, 'product-gone')
          ? text('stock.product-gone', { name: String(error.details.name ?? '') })
          : errorText(error),
  };
}
export type Receiving = ReturnType<typeof useReceiving>;

/** `#/stock/receive?product=12`: taken once, then out of the address. */
function useProductInAddress(put: (stock: Output<'stock.get'>) => void): void {
  const client = useClient();
  const errorText = useErrorText();
  const productId = addressId(usePlace().query.product);
  const latest = useRef({ put, errorText });
  latest.current = { put, errorText };
  useEffect(() => {
    if (productId === null) return;
    changeQuery({ product: undefined });
    client.ask('stock.get', { productId }).then(
      (stock) => latest.current.put(stock),
      (error: unknown) => toast(latest.current.errorText(error), { tone: 'danger' }),
    );
  }, [client, productId]);
}
