import { useState } from 'react';
import { isRefusal } from '../../../bridge/client.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useProgress } from '../../../bridge/use-progress.ts';
import { useText } from '../../../ui/app-context.tsx';
import { toast } from '../../../ui/toast-queue.ts';
import type { Reconciled } from './measures.ts';

/** Taking an import back: asked about, under way, refused or done. */
export function useUndo({ importId, fileName }: Pick<Reconciled['summary'], 'importId' | 'fileName'>) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const { mutate, reset, isPending, error, requestId } = useCommand('historyImport.undo');
  const cancel = useCommand('historyImport.cancel');
  const progress = useProgress(isPending ? requestId : null);
  const run = () =>
    mutate(
      { importId },
      {
        onSuccess: ({ orders, kept }) => {
          setAsking(false);
          const words =
            kept > 0
              ? text('history-past.undone-kept', { file: fileName, count: kept })
              : text('history-past.undone-toast', { file: fileName, count: orders });
          toast(words, { tone: 'positive' });
        },
        onError: (thrown) => {
          setAsking(false);
          if (isRefusal(thrown, 'cancelled')) toast(text('history-past.undo-stopped'));
        },
      },
    );
  return {
    isAsking,
    ask: () => {
      reset();
      setAsking(true);
    },
    close: () => setAsking(false),
    run,
    // It stops what this window runs; no file is meant by it.
    stop: () => cancel.mutate({ uploadId: `import-${importId}` }),
    isPending,
    progress,
    /** Stopped by the person is no fault. */
    error: error && !isRefusal(error, 'cancelled') ? error : null,
  };
}

export type Undo = ReturnType<typeof useUndo>;
