const hues = 8;

/** First letters of the first and last word, as people of any script see letters: `Flat white` → `FW`. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200D]*/gu) ?? [];
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  const first = picked.map((word) => [...segmenter.segment(word ?? '')][0]?.segment ?? '');
  const letters = first.join('').toLocaleUpperCase();
  return letters === '' ? ([...segmenter.segment(name.trim())][0]?.segment ?? '·') : letters;
}

/** One of the eight hues, always the same for the same words. */
export function hueOf(words: string): number {
  let sum = 7;
  for (const letter of words) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return (sum % hues) + 1;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
