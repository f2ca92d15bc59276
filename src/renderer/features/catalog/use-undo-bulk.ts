import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { productName } from './product-words.ts';

/** Takes a bulk edit back, and names what was changed since and so left alone. */
export function useUndoBulk() {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const command = useCommand('catalog.undoBulk');
  return {
    isPending: command.isPending,
    undo: (bulkEditId: number) =>
      command.mutate(
        { bulkEditId },
        {
          onSuccess: ({ restored, leftCount, left }) => {
            const names = left.map((one) => productName(one, text));
            const words =
              leftCount === 0
                ? text('bulk.undone', { count: restored })
                : text('bulk.undone-partly', {
                    count: restored,
                    names: format.list(leftCount > names.length ? [...names, '…'] : names),
                  });
            toast(words, { tone: 'positive' });
          },
          onError: (error) => toast(errorText(error), { tone: 'danger' }),
        },
      ),
  };
}
