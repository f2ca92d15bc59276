import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { ImportPreview } from './import-reducer.ts';
import type { Change, PreviewRow } from './preview-rows.ts';

/** States and rules that main names by a word of its own. */
const namedValues = ['active', 'archived', 'block', 'warn', 'allow'] as const;

/** A value of a product as people read it. */
export function valueWords(text: AppText, { field }: Change, value: string): string {
  if (value === '') return text('import-screen.nothing-there');
  const named = namedValues.find((one) => one === value);
  if (named !== undefined && (field === 'state' || field === 'oversell')) {
    return text(`import-screen.value-${named}`);
  }
  return value;
}

/** "Price: €10.00 → €12.50, 2 more" */
export function changeWords(text: AppText, changes: readonly Change[]): string {
  const [first] = changes;
  if (first === undefined) return '';
  const words = text('import-screen.change', {
    field: text(`import-screen.changed-${first.field}`),
    from: valueWords(text, first, first.from),
    to: valueWords(text, first, first.to),
  });
  const more = changes.length - 1;
  return more === 0 ? words : text('import-screen.change-more', { changes: words, count: more });
}

/** A product as it is called: a variant with its parent. */
export function rowName(text: AppText, { name, variantLabel }: PreviewRow): string {
  return variantLabel === null
    ? name
    : text('import-screen.variant-of', { product: name, variant: variantLabel });
}

/** "Lines 4, 5 and 6 of the file" */
export function linesWords(text: AppText, format: Format, { lines }: PreviewRow, most = 8): string {
  const shown = lines.slice(0, most).map((line) => format.number(line));
  if (lines.length > most) return text('import-screen.lines-and-more', { lines: shown.join(', ') });
  return text('import-screen.lines', { lines: format.list(shown), count: lines.length });
}

/** The sentence of a problem. Main sends only codes that have one. */
export function problemWords(text: AppText, problem: ImportPreview['problems'][number]): string {
  const say = text as unknown as (key: string, params: typeof problem.params) => string;
  return say(`import.problem.${problem.code}`, problem.params);
}
