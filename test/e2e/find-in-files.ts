import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The files below a folder in which one of the texts (ASCII) stands in clear, whatever its case, as UTF-8 (so
 * write SQLite and logs) or UTF-16 (so writes a browser). A text that is part of a longer run of letters and
 * digits does not count: six digits stand in every long number.
 */
export function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  const wanted = texts.flatMap((text) => [wantedIn(text, ''), wantedIn(text, '\0')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path, 'latin1').toLowerCase();
      return wanted.some(({ plain, alone }) => content.includes(plain) && alone.test(content));
    })
    .map((path) => relative(folder, path));
}

type Wanted = {
  /** Looked for first, because it is quick. */
  readonly plain: string;
  readonly alone: RegExp;
};

/** `after` stands behind each character: nothing in UTF-8, a zero in UTF-16. */
function wantedIn(text: string, after: '' | '\0'): Wanted {
  const plain = [...text.toLowerCase()].map((character) => character + after).join('');
  const isPart = `[0-9a-z]${after}`;
  return { plain, alone: new RegExp(`(?<!${isPart})${escaped(plain)}(?!${isPart})`, 'u') };
}

function escaped(text: string): string {
  return [...text].map((character) => `\\u{${character.charCodeAt(0).toString(16)}}`).join('');
}
