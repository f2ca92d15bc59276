import type { Message, Messages, Translated } from './text.ts';

/** Locale under which the lengthened, accented pseudo-language runs; numbers and dates stay English. */
export const pseudoLocale = 'en-XA';
/** Locale of the mirrored pseudo-language; its script makes the whole window right-to-left. */
export const pseudoRightToLeftLocale = 'ar-XB';

/**
 * A made-up language that shows what escaped translation.
 *
 * `[Ťåķé þåýmêñţ ·····]`: accents show plain strings that never went through a key, a third more length
 * shows what does not fit, brackets show sentences that were cut or glued. Placeholders stay.
 */
export function pseudoMessages<M extends Messages>(messages: M): Translated<M> {
  return eachMessage(messages, (sentence) => `[${inWords(sentence, accented)}${padding(sentence)}]`);
}

/** The same keys, every word turned round by direction marks, for trying the window right-to-left. */
export function pseudoRightToLeftMessages<M extends Messages>(messages: M): Translated<M> {
  return eachMessage(messages, (sentence) =>
    inWords(sentence, (words) => words.replace(/[\p{L}\p{N}]+/gu, (word) => `\u202E${word}\u202C`)),
  );
}

function eachMessage<M extends Messages>(messages: M, change: (sentence: string) => string): Translated<M> {
  const changed = Object.entries<Message>(messages).map(([key, message]) => [
    key,
    typeof message === 'string'
      ? change(message)
      : Object.fromEntries(Object.entries(message).map(([form, sentence]) => [form, change(sentence)])),
  ]);
  return Object.fromEntries(changed) as Translated<M>;
}

/** Changes what stands between placeholders and leaves the placeholders alone. */
function inWords(sentence: string, change: (words: string) => string): string {
  return sentence
    .split(/(\{[^{}]+\})/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

const accents: Readonly<Record<string, string>> = {
  ...{
    a: 'å',
    b: 'ƀ',
    c: 'ç',
    d: 'ð',
    e: 'é',
    f: 'ƒ',
    g: 'ĝ',
    h: 'ĥ',
    i: 'î',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    m: 'ɱ',
  },
  ...{
    n: 'ñ',
    o: 'ö',
    p: 'þ',
    q: 'ǫ',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'û',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  },
  ...{
    A: 'Å',
    B: 'Ɓ',
    C: 'Ç',
    D: 'Ð',
    E: 'É',
    F: 'Ƒ',
    G: 'Ĝ',
    H: 'Ĥ',
    I: 'Î',
    J: 'Ĵ',
    K: 'Ķ',
    L: 'Ļ',
    M: 'Ṁ',
  },
  ...{
    N: 'Ñ',
    O: 'Ö',
    P: 'Þ',
    Q: 'Ǫ',
    R: 'Ŕ',
    S: 'Š',
    T: 'Ţ',
    U: 'Û',
    V: 'Ṽ',
    W: 'Ŵ',
    X: 'Ẋ',
    Y: 'Ý',
    Z: 'Ž',
  },
};

function accented(words: string): string {
  return words.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter);
}

function padding(sentence: string): string {
  const letters = sentence.replace(/\{[^{}]+\}/g, '').length;
  return letters === 0 ? '' : ` ${'·'.repeat(Math.ceil(letters * 0.35))}`;
}
