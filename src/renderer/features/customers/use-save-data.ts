import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Saves everything known of a customer as one page; says what it holds and for whom it is. */
export function useSaveData({ id, name }: Pick<CustomerDetail, 'id' | 'name'>): () => void {
  const text = useText();
  const errorText = useErrorText();
  const save = useCommand('customers.saveData');
  return () =>
    save.mutate(
      { customerId: id },
      {
        onSuccess: ({ saved, fileName }) => {
          if (saved) toast(text('customers.save-data-done', { file: fileName, name }), { tone: 'positive' });
        },
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
}
