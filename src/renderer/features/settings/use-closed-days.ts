import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Proving the closed days, and adding them up anew: what runs, how it came out, stopping it. */
export function useClosedDays() {
  const text = useText();
  const errorText = useErrorText();
  const proof = useCommand('reports.prove');
  const rebuild = useCommand('reports.rebuild');
  const cancel = useCommand('reports.cancelWork');
  const [isAsking, setIsAsking] = useState(false);
  const onError = (error: unknown) => void toast(errorText(error), { tone: 'danger' });
  return {
    running: proof.isPending ? ('proof' as const) : rebuild.isPending ? ('rebuild' as const) : null,
    requestId: proof.isPending ? proof.requestId : rebuild.requestId,
    /** What the last proof of this visit found; null before it, and once all was added up anew. */
    found: proof.isPending ? null : (proof.data ?? null),
    isAsking,
    askRebuild: () => setIsAsking(true),
    leave: () => setIsAsking(false),
    prove: () => proof.mutate({}, { onError }),
    rebuild: () => {
      setIsAsking(false);
      rebuild.mutate(
        {},
        {
          onSuccess: ({ days, changed }) => {
            proof.reset();
            const words = text('figures.rebuilt', { count: days });
            toast(changed === 0 ? words : text('figures.rebuilt-changed', { days: words, count: changed }), {
              tone: 'positive',
            });
          },
          onError,
        },
      );
    },
    stop: () => cancel.mutate({}, { onError }),
  };
}

export type ClosedDays = ReturnType<typeof useClosedDays>;
