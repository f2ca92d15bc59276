import type { ApiError } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';

type StockTroubleProps = {
  /** What could not be read, in words. */
  readonly happened: string;
  readonly error: ApiError;
  readonly onRetry: () => void;
};

/** Something of the stock could not be read: what is safe, what to do, what to quote. */
export function StockTrouble({ happened, error, onRetry }: StockTroubleProps) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <ErrorState
      happened={happened}
      safe={text('stock.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}
