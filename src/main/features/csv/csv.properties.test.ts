import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { guardFormula, readGuarded } from './formula-guard.ts';
import { csvDelimiters, readCsv, readCsvParts } from './read-csv.ts';
import { decodeSingleByte, singleByteCode } from './single-byte.ts';
import { writeCsv } from './write-csv.ts';

/** Any text a file can hold: no NUL, no lone surrogate; rich in what breaks readers and spreadsheets. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        ',',
        ';',
        '\t',
        '|',
        '\n',
        '\r',
        '=',
        '-',
        '+',
        '@',
        ' ',
        'a',
        '＝',
        '\\',
      ),
    }),
    fc.constantFrom('=1+1', "'=1", "''", '-5.00', '+49', '@cmd', '\ufeffx', 'sep=;', '"'),
  )
  .filter((text) => !text.includes('\0') && text.isWellFormed());
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 });

function readAll(text: string, delimiter: ',' | ';' | '\t' | '|'): string[][] {
  return [...readCsv(text, delimiter)].map((row) => row.cells.map(readGuarded));
}

describe('writing and reading a table', () => {
  it('gives every table back, with every delimiter', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...csvDelimiters), (rows, delimiter) => {
        const text = [...writeCsv(rows, { delimiter })].join('');
        const decoded = decodeText(Buffer.from(text, 'utf8'));
        expect(decoded).toMatchObject({ encoding: 'utf-8', hadMark: true, problems: [] });
        expect(readAll(decoded.text, delimiter)).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('writes no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = guardFormula(text);
        expect(readGuarded(guarded)).toBe(text);
        if (!/^-\d+([.,]\d+)?$/.test(guarded)) expect(guarded).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads as csv-parse does whatever is well formed', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, lineEnd, quoteAll) => {
        const quoted = (text: string) =>
          quoteAll || text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = rows.map((row) => row.map(quoted).join(',')).join(lineEnd);
        const expected = parse(text, {
          relax_column_count: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        }) as string[][];
        expect([...readCsv(text, ',')].map((row) => row.cells)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('survives any text, knows rising lines and loses no row boundary to a quote for long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\\', ' ') }), (text) => {
        let last = 0;
        for (const row of readCsv(text, ',')) {
          expect(row.line).toBeGreaterThan(last);
          last = row.line;
        }
        expect(last).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
        detectDelimiter(text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('decoding', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((value) => !value.includes('\0') && value.isWellFormed());

  it('reads any text in UTF-8 and UTF-16 with a mark', () => {
    fc.assert(
      fc.property(text, (value) => {
        const little = Buffer.from(`\ufeff${value}`, 'utf16le');
        const big = Buffer.from(little).swap16();
        expect(decodeText(Buffer.from(`\ufeff${value}`, 'utf8'))).toMatchObject({
          text: value,
          encoding: 'utf-8',
        });
        expect(decodeText(little)).toMatchObject({ text: value, encoding: 'utf-16le' });
        expect(decodeText(big)).toMatchObject({ text: value, encoding: 'utf-16be' });
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any text in every encoding when a person chooses it', () => {
    const single = fc.array(fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(text, single, (value, codes) => {
        expect(decodeText(Buffer.from(value, 'utf8'), 'utf-8').text).toBe(value.replace(/^\ufeff/, ''));
        const bytes = Uint8Array.from(codes);
        for (const encoding of ['windows-1252', 'mac-roman'] as const) {
          const expected = codes.map((code) => String.fromCharCode(singleByteCode(code, encoding))).join('');
          expect(decodeText(bytes, encoding).text).toBe(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeText(bytes).text).not.toContain('\0');
      }),
      { numRuns: 2000 },
    );
  });

  it('has the tables that browsers have', () => {
    const high = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
    expect(decodeSingleByte(high, 'windows-1252')).toBe(new TextDecoder('windows-1252').decode(high));
    expect(decodeSingleByte(high, 'mac-roman')).toBe(new TextDecoder('macintosh').decode(high));
  });
});

describe('a text that comes in parts', () => {
  /** Some 5 MB of rows with all that may be wrong with them, the same for the same seed. */
  function longText(seed: number): string {
    let state = seed;
    const next = (most: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * most);
    };
    const cells = [
      'a',
      '',
      '"b"',
      '"c ""d"" e"',
      '"f\ng\r\nh"',
      '"open',
      '"stray" i',
      '1,5',
      'j"k',
      '"l\\" m"',
      'n'.repeat(200),
    ];
    const ends = ['\n', '\r\n', '\r', '\n\n'];
    let text = '';
    while (text.length < 5_000_000) {
      const row = Array.from(
        { length: 1 + next(6) },
        () => cells[next(400) === 0 ? 5 : next(5) + (next(2) === 0 ? 6 : 0)] ?? 'z',
      );
      text += row.join(',') + (ends[next(4)] ?? '\n');
      if (next(20_000) === 0) text += `"${'long,\n'.repeat(200_000)}",x\n`;
    }
    return text;
  }

  function* cut(text: string, seed: number): Generator<string> {
    for (let at = 0, size = seed; at < text.length; at += size) {
      size = ((size * 7919) % 700_001) + 1;
      yield text.slice(at, at + size);
    }
  }

  it.each([1, 2, 3])('is read as it is in one (seed %i)', (seed) => {
    const text = longText(seed);
    const parts = readCsvParts(cut(text, seed * 1000), ',');
    let count = 0;
    for (const row of readCsv(text, ',')) {
      const other = parts.next().value;
      count += 1;
      if (JSON.stringify(other) !== JSON.stringify(row)) expect(other).toEqual(row);
    }
    expect(parts.next().done).toBe(true);
    expect(count).toBeGreaterThan(20_000);
  });
});
