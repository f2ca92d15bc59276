import type { Numbering } from '../../../shared/contract/shop-identity.ts';
import {
  mostPrefix,
  type PrefixProblem,
  prefixProblem,
  yearMark,
} from '../../../shared/domain/paper-number.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Problems } from './drafts.tsx';

/** As it is edited: a number that cannot be read yet is null. */
export type EditedNumbering = {
  readonly [field in keyof Numbering]: Numbering[field] extends number ? number | null : Numbering[field];
};

/** What keeps a numbering from being saved, in words. */
export function checkNumbering(fields: EditedNumbering, text: AppText): Problems<EditedNumbering> {
  const found: { -readonly [field in keyof EditedNumbering]?: string } = {};
  for (const field of ['orderDigits', 'invoiceDigits', 'invoiceFirst'] as const) {
    if (fields[field] === null) found[field] = text('settings.number-missing');
  }
  const prefixes = [
    ['orderPrefix', mostPrefix.order, prefixProblem(fields.orderPrefix.trim(), { kind: 'order' })],
    [
      'invoicePrefix',
      mostPrefix.invoice,
      prefixProblem(fields.invoicePrefix.trim(), { kind: 'invoice', yearly: fields.invoiceYearly }),
    ],
  ] as const;
  for (const [field, most, problem] of prefixes) {
    if (fields[field].length > most) found[field] = text('setup.too-long', { most });
    else if (problem !== null) found[field] = prefixWords(problem, text);
  }
  return found;
}

function prefixWords(problem: PrefixProblem, text: AppText): string {
  if (problem === 'year-missing') return text('numbering.prefix-year-missing', { year: yearMark });
  return text(`numbering.prefix-${problem}`);
}
