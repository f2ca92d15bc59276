import { useCommand } from '../bridge/use-command.ts';
import { useErrorText } from '../ui/error-text.ts';
import { toast } from '../ui/toast-queue.ts';

/** Locks the till: nobody is signed in until the next PIN. */
export function useLock(): () => void {
  const { mutate } = useCommand('session.lock');
  const errorText = useErrorText();
  return () => mutate({}, { onError: (error) => void toast(errorText(error), { tone: 'danger' }) });
}
