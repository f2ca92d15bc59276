import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { type Progress, useProgress } from '../../bridge/use-progress.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useUndoBulk } from './use-undo-bulk.ts';

export type BulkApplying = {
  readonly isRunning: boolean;
  readonly isStopping: boolean;
  readonly progress: Progress | null;
  readonly refusal: string | null;
  apply(input: Input<'catalog.applyBulk'>): void;
  stop(): void;
};

/** Changes the products, tells how far it is, and offers to take it back. Stopped, it has changed nothing. */
export function useApplyBulk(onDone: () => void): BulkApplying {
  const text = useText();
  const errorText = useErrorText();
  const run = useCommand('catalog.applyBulk');
  const cancel = useCommand('catalog.cancelBulk');
  const undo = useUndoBulk();
  const progress = useProgress(run.requestId);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    isRunning: run.isPending,
    isStopping: cancel.isPending,
    progress,
    refusal,
    apply: (input) => {
      setRefusal(null);
      run.mutate(input, {
        onSuccess: ({ bulkEditId, changed }) => {
          const action = { label: text('bulk.undo'), run: () => undo.undo(bulkEditId) };
          toast(text('bulk.done', { count: changed }), { tone: 'positive', action });
          onDone();
        },
        onError: (error) => {
          if (isRefusal(error, 'cancelled')) return void toast(text('bulk.stopped'));
          setRefusal(isRefusal(error, 'bulk-changed') ? text('bulk.changed-meanwhile') : errorText(error));
        },
      });
    },
    stop: () => cancel.mutate({}),
  };
}
