import type { AppText } from '../../../shared/text/english.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** What stands from the checks before; none of it is found anew. */
type Known = { readonly openFindings: number; readonly wasEverFound: boolean };

/** Verifies everything now; tells how it came out, wherever the person is by then. */
export function useVerify({ openFindings, wasEverFound }: Known) {
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
          const words = outcomeWords({ found, openFindings, wasEverFound }, what, text);
          const isWell = found === 0 && openFindings === 0;
          toast(words, { tone: isWell ? 'positive' : 'danger' });
        },
        onError: (error) => void toast(errorText(error), { tone: 'danger' }),
      },
    );
  return { run, isPending, requestId };
}

/** How a check came out; where something was found before, it never says that all is as it was written. */
function outcomeWords(known: Known & { readonly found: number }, what: string, text: AppText): string {
  const { found, openFindings, wasEverFound } = known;
  if (found > 0) return text('audit.verified-toast', { count: found, what });
  if (openFindings > 0) return text('audit.still-open-toast', { count: openFindings, what });
  return wasEverFound
    ? text('audit.verified-toast', { count: 0, what })
    : text('audit.verified-well-toast', { what });
}

export type Verify = ReturnType<typeof useVerify>;
