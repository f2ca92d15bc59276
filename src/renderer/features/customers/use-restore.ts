import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Brings an archived customer back. */
export function useRestore({ id, name }: Pick<CustomerDetail, 'id' | 'name'>) {
  const text = useText();
  const errorText = useErrorText();
  const setArchived = useCommand('customers.setArchived');
  return {
    isPending: setArchived.isPending,
    run: () =>
      setArchived.mutate(
        { customerId: id, archived: false },
        {
          onSuccess: () => toast(text('customers.restored', { name }), { tone: 'positive' }),
          onError: (error) => toast(errorText(error), { tone: 'danger' }),
        },
      ),
  };
}
