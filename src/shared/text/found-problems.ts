import type { AppText } from './english.ts';
import type { Format } from './format.ts';

type Found = readonly {
  readonly check:
    | 'file'
    | 'references'
    | 'schema'
    | 'money'
    | 'stock'
    | 'numbers'
    | 'chain'
    | 'seals'
    | 'counts';
  readonly count: number;
}[];

/** What was found wrong with a shop file, as one list in words. */
export function foundWords(found: Found, { text, format }: { text: AppText; format: Format }): string {
  return format.list(
    found.map(({ check, count }) =>
      text('backups.problem-of', { problem: text(`backups.problem-${check}`), count: format.number(count) }),
    ),
  );
}
