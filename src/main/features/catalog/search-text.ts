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

/** What a word must have: one without any of these says nothing. */
const wordCharacter = /[\p{L}\p{N}]/u;

/** Words beyond these narrow nothing down any more. */
const mostWords = 12;

/**
 * A text as both the index and a search see it: lower case, accents and vowel signs off, full-width forms made
 * plain. The same on both sides, so it need not be reversible.
 */
function foldText(text: string): string {
  return text
    .toWellFormed()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\p{Mn}/gu, '')
    .replace(/\p{Cc}|\p{Cf}/gu, ' ');
}

/**
 * The words to index for a thing: everything it may be found by, folded. A word with signs inside it is there a
 * second time without them: "T-shirt" is found as "tshirt" and as "shirt".
 */
export function searchWords(parts: readonly (string | null)[]): string {
  const words = parts.flatMap((part) => (part ? foldText(part).split(/\s+/u) : []));
  return words.flatMap((word) => (innerSign.test(word) ? [word, bare(word)] : [word])).join(' ');
}

const innerSign = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u;

function bare(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a person typed, as FTS5 expressions to be tried in this order until one finds something. */
export function matchExpressions(text: string): readonly string[] {
  const words = foldText(text)
    .split(/\s+/u)
    .filter((word) => wordCharacter.test(word));
  const once = [...new Set(words)].slice(0, mostWords);
  if (once.length === 0) return [];
  // Without its signs first: a phrase ("t-shirt" as "t" then "shirt") takes FTS5 many times longer.
  const plain = once.map((word) => quotedPrefix(bare(word))).join(' ');
  const phrases = once.map(quotedPrefix).join(' ');
  return plain === phrases ? [plain] : [plain, phrases];
}

/**
 * A word by its beginning, in quotes, so that nothing in it is an operator of FTS5. Several with a space between
 * must all be there.
 */
export function quotedPrefix(word: string): string {
  return `"${word.replaceAll('"', '""')}"*`;
}

/** A LIKE pattern for a text anywhere in a value; goes with `ESCAPE '\'`. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/**
 * Whether the slower search for a piece of a word is worth it: one word of two characters, or of one beyond
 * ASCII, where a single sign may be a word. Not a long number: that is a code which nobody has.
 */
export function isWorthContaining(text: string): boolean {
  if (/[\p{L}\p{N}]\s+[\p{L}\p{N}]/u.test(text) || /^\d{8,}$/.test(text)) return false;
  return text.length >= 2 || (text.codePointAt(0) ?? 0) > 127;
}
