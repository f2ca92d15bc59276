import { describe, expect, it } from 'vitest';
import { type English, english } from './english.ts';
import {
  pseudoLocale,
  pseudoMessages,
  pseudoRightToLeftLocale,
  pseudoRightToLeftMessages,
} from './pseudo.ts';
import { createText, directionOf, type Message } from './text.ts';

const placeholders = (message: Message) =>
  (typeof message === 'string' ? [message] : Object.values(message)).map((sentence) =>
    [...sentence.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]).sort(),
  );

const hasWords = (message: Message) =>
  /\p{L}/u.test(JSON.stringify(message).replace(/"\w+":|\{[^{}"]+\}/g, ''));

describe('pseudo-language', () => {
  it('lengthens, accents and brackets, and keeps placeholders', () => {
    expect(
      pseudoMessages({ take: 'Take {amount}', n: { one: '{count} row', other: '{count} rows' } }),
    ).toEqual({
      take: '[Ţåķé {amount} ··]',
      n: { one: '[{count} ŕöŵ ··]', other: '[{count} ŕöŵš ··]' },
    });
  });

  it.each([
    ['accented', pseudoMessages(english)],
    ['right-to-left', pseudoRightToLeftMessages(english)],
  ])('%s: every key keeps its placeholders and looks translated', (_name, pseudo) => {
    for (const key of Object.keys(english) as (keyof English)[]) {
      expect(placeholders(pseudo[key]), key).toEqual(placeholders(english[key]));
      if (hasWords(english[key])) expect(pseudo[key], key).not.toEqual(english[key]);
    }
  });

  it('runs under locales of the right direction', () => {
    expect(directionOf(pseudoLocale)).toBe('ltr');
    expect(directionOf(pseudoRightToLeftLocale)).toBe('rtl');
    const text = createText<English>(pseudoLocale, pseudoMessages(english));
    expect(text('ui.selected', { count: 2 })).toMatch(/^\[2 š/);
  });
});
