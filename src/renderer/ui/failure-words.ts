import { errorsText } from '../../shared/text/en/errors.ts';
import { useApp } from './app-context.tsx';
import { errorText } from './error-text.ts';

/** Why something failed: where only a code was kept, the sentence that it stands for; else what the system said. */
export function useFailureWords(): (reason: string) => string {
  const app = useApp();
  return (reason) =>
    isCode(reason) ? errorText({ code: reason }, app) : app.text('backups.system-says', { reason });
}

/** As `useFailureWords`, in the middle of a sentence that tells already who says so. */
export function useProblemWords(): (problem: string) => string {
  const app = useApp();
  return (problem) => (isCode(problem) ? errorText({ code: problem }, app) : problem);
}

function isCode(reason: string): boolean {
  return Object.hasOwn(errorsText, `error.${reason}`);
}
