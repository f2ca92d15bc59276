/** Letters that no decomposition turns into their plain form, so that "strasse" finds "Straße". */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** What FTS5's tokenizer keeps of a text; a word without any of these would match nothing at all. */
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;

/** Words beyond these narrow nothing down any more. */
const mostWords = 12;

/**
 * A text as both the index and a search see it: lower case, accents and vowel signs off, full-width forms made
 * plain. The same on both sides, so it need not be reversible.
 */
export function foldText(text: string): string {
  return text
    .toWellFormed()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\p{Mn}/gu, '')
    .replace(/\p{Cc}|\p{Cf}/gu, ' ');
}

/** The words to index for a thing: everything it may be found by, folded. */
export function searchWords(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .map((part) => foldText(part ?? ''))
    .join(' ');
}

/** The word without its punctuation ("ts-red" as "tsred"), or null where that changes nothing. */
export function withoutPunctuation(text: string): string | null {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  return bare === text || bare === '' ? null : bare;
}

/**
 * The FTS5 expression for what a person typed: every word must be there, by its beginning. Each word is quoted,
 * so that no character of it is an operator. Null when nothing of it is a word.
 */
export function matchExpression(text: string): string | null {
  const words = foldText(text)
    .split(/\s+/u)
    .filter((word) => wordCharacter.test(word));
  if (words.length === 0) return null;
  const once = [...new Set(words)].slice(0, mostWords);
  return once.map(quotedPrefix).join(' ');
}

/** One word, taken as it is, by its beginning. */
export function quotedPrefix(word: string): string {
  return `"${word.replaceAll('"', '""')}"*`;
}

/** A LIKE pattern for a text anywhere in a value; goes with `ESCAPE '\'`. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/**
 * Whether the slower search for a piece of a word is worth it: two characters, or one beyond ASCII, where a
 * single sign may be a word.
 */
export function isWorthContaining(text: string): boolean {
  return text.length >= 2 || (text.codePointAt(0) ?? 0) > 127;
}
