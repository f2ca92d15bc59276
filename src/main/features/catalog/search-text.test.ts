import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPattern, isWorthContaining, matchExpressions, searchWords } from './search-text.ts';

const database = new BetterSqlite3(':memory:');
database.exec(
  `CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2')`,
);
const insert = database.prepare('INSERT INTO search (rowid, words) VALUES (1, ?)');
const remove = database.prepare('DELETE FROM search WHERE rowid = 1');
const match = database.prepare('SELECT rowid FROM search WHERE search MATCH ?');

/** Whether what was typed finds a thing that has these words. */
function finds(typed: string, ...parts: readonly string[]): boolean {
  remove.run();
  insert.run(searchWords(parts));
  return matchExpressions(typed).some((expression) => match.all(expression).length > 0);
}

describe('searching by words', () => {
  it.each([
    ['choc', 'Dark chocolate'],
    ['dark choc', 'Chocolate, dark'],
    ['CRÈME', 'Creme brulee'],
    ['creme brulee', 'Crème brûlée'],
    ['strasse', 'Straßenkaffee'],
    ['Straße', 'STRASSE'],
    ['smorgas', 'Smørgås'],
    ['t-shirt', 'T-shirt blue'],
    ['tshirt', 'T-shirt blue'],
    ['shirt', 'T-shirt blue'],
    ['ts-red', 'TS-RED-L'],
    ['tsred', 'TS-RED-L'],
    ['red-l', 'TS-RED-L'],
    ['o’brien', "O'Brien's stout"],
    ['obrien', "O'Brien's stout"],
    ['50%', 'Cocoa 50% (fine)'],
    ['c++', 'C++ for cooks'],
    ['fish & chips', 'Fish & Chips'],
    ['قهوة', 'قَهْوَة عربية'],
    ['שלום', 'שָׁלוֹם'],
    ['हिन्', 'हिन्दी चाय'],
    ['ไทย', 'ไทยชา'],
    ['하', '한국 차'],
    ['ガ', 'ガラス'],
    ['１２３', 'Item 123'],
    ['İstanbul', 'istanbul'],
    ['doe@exam', 'john.doe@example.com'],
  ])('%j finds %j', (typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  it.each([
    ['colate', 'Chocolate'],
    ['dark milk', 'Dark chocolate'],
    ['chocolates', 'Chocolate'],
    ['or', 'Dark chocolate'],
    ['not dark', 'Dark chocolate'],
  ])('%j does not find %j', (typed, name) => {
    expect(finds(typed, name)).toBe(false);
  });

  it.each(['', '   ', '-', '"', '***', '( )', "'';--", '\u0000', '\u200b', '🍎', '…'])(
    '%j is no word',
    (typed) => {
      expect(matchExpressions(typed)).toEqual([]);
    },
  );

  it('takes every operator of FTS5 as a plain word', () => {
    for (const typed of [
      'a AND b',
      'a OR b',
      'NOT a',
      'NEAR(a b)',
      'words: a',
      '^a',
      'a + b',
      'a*',
      '"a',
      'a"b"',
      '{words}:a',
      '-a',
    ]) {
      for (const expression of matchExpressions(typed)) expect(() => match.all(expression)).not.toThrow();
    }
    expect(finds('near', 'NEAR (the sea)')).toBe(true);
  });

  it('never makes an expression that FTS5 refuses, whatever is typed', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(anything, (typed) => {
        for (const expression of matchExpressions(typed)) match.all(expression);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every thing by the beginning of each word of its name', () => {
    const word = fc.stringMatching(/^[a-zA-ZéÜßøšłжяδ漢字กا]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(), (words, cut) => {
        const typed = words.map((one) => [...one].slice(0, 1 + (cut % [...one].length)).join('')).reverse();
        expect(finds(typed.join(' '), words.join(' '))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('searching by a piece', () => {
  it('takes the signs of LIKE as plain signs', () => {
    const like = database.prepare("SELECT ? LIKE ? ESCAPE '\\'").pluck();
    for (const sign of ['%', '_', '\\', '%_\\']) {
      expect(like.get(`a${sign}b`, containsPattern(sign))).toBe(1);
      expect(like.get('axyzb', containsPattern(sign))).toBe(0);
    }
  });

  it.each([
    ['a', false],
    ['ab', true],
    ['茶', true],
    ['', false],
    ['two words', false],
    ['4006381333931', false],
    ['40063', true],
  ])('%j: %s', (typed, worth) => {
    expect(isWorthContaining(typed)).toBe(worth);
  });
});
