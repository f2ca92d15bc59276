import type { Output } from '../../../shared/contract/index.ts';
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
  const refuse = (error: unknown) => toast(errorText(error), { tone: 'danger' });
  const tell = ({ restored, leftCount, left }: Output<'catalog.undoBulk'>) => {
    const names = left.map((one) => productName(one, text));
    const words =
      leftCount === 0
        ? text('bulk.undone', { count: restored })
        : text('bulk.undone-partly', {
            count: restored,
            names: format.list(leftCount > names.length ? [...names, '…'] : names),
          });
    toast(words, { tone: 'positive' });
  };
  return {
    isPending: command.isPending,
    /** By promise: what showed the way to it may be gone by the time main has answered. */
    undo: (bulkEditId: number) => void command.mutateAsync({ bulkEditId }).then(tell, refuse),
  };
}
