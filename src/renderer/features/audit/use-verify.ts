import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Verifies everything now; tells how it came out, wherever the person is by then. */
export function useVerify() {
  const text = useText();
  const errorText = useErrorText();
  const { mutate, isPending, requestId } = useCommand('audit.verify');
  const run = () =>
    mutate(
      { scope: 'whole', cause: 'manual' },
      {
        onSuccess: ({ entries, orders, found }) => {
          const what = text('audit.entries-and-orders', {
            entries: text('audit.entries-count', { count: entries }),
            orders: text('audit.orders-count', { count: orders }),
          });
          toast(text('audit.verified-toast', { count: found, what }), {
            tone: found === 0 ? 'positive' : 'danger',
          });
        },
        onError: (error) => void toast(errorText(error), { tone: 'danger' }),
      },
    );
  return { run, isPending, requestId };
}
export type Verify = ReturnType<typeof useVerify>;
