import { errorsText } from '../../../shared/text/en/errors.ts';
import type { App } from '../../ui/app-context.tsx';
import { errorText } from '../../ui/error-text.ts';

/**
 * Why something was refused, in the sentence that was shown then. What it named stands there where it was written
 * down; where it was not, three dots do.
 */
export function refusalWords(
  code: string,
  details: Readonly<Record<string, unknown>>,
  app: Pick<App, 'text' | 'format'>,
): string {
  // An entry of another version may carry a code that has no sentence here.
  if (!Object.hasOwn(errorsText, `error.${code}`)) return app.text('audit.unknown-refusal', { code });
  const sentence = errorText({ code, details: { reference: '…', ...details } }, app);
  return sentence.replaceAll(/\{[^{}]+\}/gu, '…');
}
