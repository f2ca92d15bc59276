import type { ApiError } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';

type StaffUnreadProps = { readonly error: ApiError; readonly onRetry: () => void };

/** The people could not be read. */
export function StaffUnread({ error, onRetry }: StaffUnreadProps) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <ErrorState
      happened={text('staff.unreadable')}
      safe={text('staff.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}
