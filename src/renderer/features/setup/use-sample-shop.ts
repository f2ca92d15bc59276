import { rate } from '../../../shared/domain/rate.ts';
import { divideRounded } from '../../../shared/domain/round.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

export type SampleShop = {
  readonly load: () => void;
  readonly stop: () => void;
  readonly isLoading: boolean;
  readonly isStopping: boolean;
  /** 0 to 1; null before main has said how far it is. */
  readonly share: number | null;
  readonly words: string | undefined;
  /** That it was stopped, or why it failed. */
  readonly problem: string | null;
};

/** Fills the new shop with the sample; can be stopped, and then nothing of it stays. */
export function useSampleShop(onReady: () => void): SampleShop {
  const text = useText();
  const format = useFormat();
  const errorText = useErrorText();
  const fill = useCommand('setup.loadSample');
  const cancel = useCommand('import.cancel');
  const progress = useProgress(fill.requestId);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  const problem = fill.error
    ? isRefusal(fill.error, 'cancelled')
      ? text('setup.sample-stopped')
      : errorText(fill.error)
    : null;
  return {
    load: () =>
      fill.mutate(
        {},
        {
          onSuccess: ({ products, orders }) => {
            const words = text('setup.sample-done', { count: products, orders });
            toast(words, { tone: 'positive' });
            onReady();
          },
        },
      ),
    stop: () => {
      if (fill.requestId !== null) cancel.mutate({ uploadId: fill.requestId });
    },
    isLoading: fill.isPending,
    isStopping: cancel.isPending,
    share: fill.isPending ? share : null,
    words:
      progress === null || progress.total === 0
        ? undefined
        : text('setup.sample-progress', {
            // Whole per cents: a figure with decimals would flicker.
            share: format.percent(rate(divideRounded(progress.done * 100, progress.total) * 10_000)),
          }),
    problem,
  };
}
