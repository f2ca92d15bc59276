import { useEffect, useRef, useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';

/** What became of the last print or PDF. */
export type ReceiptNews = { readonly tone: 'good' | 'bad'; readonly words: string };

/**
 * Printing and saving one order's receipt. After a sale it prints by itself where this computer is set so. A
 * failed print is said and changes nothing: the sale was done before.
 */
export function useReceipt(orderId: number, isNewSale: boolean) {
  const text = useText();
  const errorText = useErrorText();
  const { printReceiptAfterSale = false } = useApiQuery('machine.get', {}).data ?? {};
  const printing = useCommand('documents.printReceipt');
  const saving = useCommand('documents.saveReceipt');
  const [news, setNews] = useState<ReceiptNews | null>(null);

  const print = () => {
    if (printing.isPending) return;
    setNews(null);
    printing.mutate(
      { orderId, paper: null },
      {
        onSuccess: () => setNews({ tone: 'good', words: text('sell.printed') }),
        onError: (error) => {
          const words = text('sell.print-failed', { reason: errorText(error) });
          setNews({ tone: 'bad', words });
        },
      },
    );
  };
  const save = () => {
    if (saving.isPending) return;
    setNews(null);
    saving.mutate(
      { orderId, paper: null },
      {
        onSuccess: ({ saved, fileName }) => {
          if (saved) setNews({ tone: 'good', words: text('sell.pdf-saved', { file: fileName }) });
        },
        onError: (error) => setNews({ tone: 'bad', words: errorText(error) }),
      },
    );
  };
  const printsNow = isNewSale && printReceiptAfterSale;
  const printed = useRef<number | null>(null);
  const latest = useRef(print);
  latest.current = print;
  useEffect(() => {
    if (!printsNow || printed.current === orderId) return;
    printed.current = orderId;
    latest.current();
  }, [printsNow, orderId]);
  return { print, save, news, isPrinting: printing.isPending, isSaving: saving.isPending };
}
