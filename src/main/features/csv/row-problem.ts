import type { importText } from '../../../shared/text/en/import.ts';

type CodeOf<Key> = Key extends `import.problem.${infer Code}` ? Code : never;

/** Names a sentence about a row of a file: a text key without its `import.problem.`. */
export type RowProblemCode = CodeOf<keyof typeof importText>;

/** What is wrong with, or worth knowing about, one row of a file. */
export type RowProblem = {
  /** Line of the file on which the row begins, from 1; 0 when the whole file is meant. */
  readonly line: number;
  /** Header of the column as the file spells it. */
  readonly column?: string;
  readonly code: RowProblemCode;
  /** What the placeholders of the sentence stand for. */
  readonly params: Readonly<Record<string, string | number>>;
  /** `error`: the row is left out (line 0: the file is). `note`: it comes in, this is what was done. */
  readonly severity: 'error' | 'note';
};

/** Longest piece of a file's own text that a problem repeats. */
const excerptLength = 80;

/** The beginning of a cell as a problem may quote it: one line, short, whole characters. */
export function excerpt(text: string): string {
  const line = text
    .slice(0, excerptLength * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= excerptLength ? line : `${characters.slice(0, excerptLength).join('')}…`;
}
