import type { App } from '../../ui/app-context.tsx';
import { errorText } from '../../ui/error-text.ts';

/** Why a run failed, as a sentence. It is kept as a code, with the number to quote: `internal (k3-1)`. */
export function runTrouble(error: string, app: Pick<App, 'text' | 'format'>): string {
  const [, code = '', reference] = /^(\S+)(?: \((.+)\))?$/u.exec(error) ?? [];
  return errorText({ code, details: reference === undefined ? {} : { reference } }, app);
}
