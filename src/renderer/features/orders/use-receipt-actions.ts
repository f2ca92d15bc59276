import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Printing and saving the receipt of an order, each ending in words. A failed print changes nothing. */
export function useReceiptActions(orderId: number) {
  const text = useText();
  const errorText = useErrorText();
  const print = useCommand('documents.printReceipt');
  const save = useCommand('documents.saveReceipt');
  const onError = (error: unknown) => toast(errorText(error), { tone: 'danger' });
  const order = { orderId, paper: null };
  return {
    isPrinting: print.isPending,
    isSaving: save.isPending,
    print: () =>
      print.mutate(order, {
        onSuccess: () => toast(text('orders.printed', { number: String(orderId) }), { tone: 'positive' }),
        onError,
      }),
    save: () =>
      save.mutate(order, {
        onSuccess: ({ saved, fileName }) => {
          if (saved) toast(text('orders.saved', { file: fileName }), { tone: 'positive' });
        },
        onError,
      }),
  };
}
