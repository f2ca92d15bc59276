import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { Paper } from './order-keys.ts';

type Done = { readonly saved?: boolean; readonly fileName?: string; readonly number?: string | null };

/** Printing and saving the papers of an order, each ending in words. A failed print changes nothing. */
export function usePapers(orderId: number) {
  const text = useText();
  const errorText = useErrorText();
  const printReceipt = useCommand('documents.printReceipt');
  const saveReceipt = useCommand('documents.saveReceipt');
  const printPaper = useCommand('documents.print');
  const savePaper = useCommand('documents.save');
  const number = String(orderId);
  const ending = (said: (done: Done) => string | null) => ({
    onSuccess: (done: Done) => {
      const words = said(done);
      if (words !== null) toast(words, { tone: 'positive' });
    },
    onError: (error: unknown) => toast(errorText(error), { tone: 'danger' }),
  });
  const printed = (paper: Paper) =>
    ending(({ number: invoice }) =>
      paper === 'invoice' && invoice != null
        ? text('orders.printed-invoice-number', { number, invoice })
        : text(`orders.printed-${paper}`, { number }),
    );
  const saved = ending(({ saved: isSaved, fileName = '' }) =>
    isSaved === true ? text('orders.saved', { file: fileName }) : null,
  );
  return {
    isBusy: [printReceipt, saveReceipt, printPaper, savePaper].some((one) => one.isPending),
    print: (paper: Paper) => {
      if (paper === 'receipt') printReceipt.mutate({ orderId, paper: null }, printed(paper));
      else printPaper.mutate({ kind: paper, orderId }, printed(paper));
    },
    save: (paper: Paper) => {
      if (paper === 'receipt') saveReceipt.mutate({ orderId, paper: null }, saved);
      else savePaper.mutate({ kind: paper, orderId }, saved);
    },
  };
}
