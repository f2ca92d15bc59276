import { useText } from '../ui/app-context.tsx';
import { ErrorState } from '../ui/error-state.tsx';

type ScreenFellProps = {
  readonly thrown: unknown;
  /** The screen's name; absent for the whole window. */
  readonly name?: string | undefined;
  readonly onRetry: () => void;
};

/** What stands where a screen fell. */
export function ScreenFell({ thrown, name, onRetry }: ScreenFellProps) {
  const text = useText();
  const reference = referenceOf(thrown);
  if (name === undefined) {
    return (
      <ErrorState
        happened={text('frame.window-fell-title')}
        safe={text('frame.window-fell-safe')}
        id={reference}
        onRetry={onRetry}
      />
    );
  }
  return (
    <ErrorState
      happened={text('frame.screen-fell-title', { screen: name })}
      safe={text('frame.screen-fell-safe')}
      advice={text('frame.screen-fell-advice')}
      id={reference}
      onRetry={onRetry}
    />
  );
}

/** The number of a fault that main has logged. */
function referenceOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('reference' in thrown)) return undefined;
  return typeof thrown.reference === 'string' ? thrown.reference : undefined;
}
