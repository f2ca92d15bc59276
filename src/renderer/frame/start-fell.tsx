import type { ApiError } from '../bridge/client.ts';
import { useText } from '../ui/app-context.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { ReadyMark } from './ready-mark.tsx';

type StartFellProps = { readonly error: ApiError; readonly onRetry: () => void };

/** Main could not say what shop this is. */
export function StartFell({ error, onRetry }: StartFellProps) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <>
      <ErrorState
        happened={text('frame.start-fell-title')}
        safe={text('frame.start-fell-safe')}
        advice={errorText(error)}
        id={error.reference ?? undefined}
        onRetry={onRetry}
      />
      <ReadyMark />
    </>
  );
}
