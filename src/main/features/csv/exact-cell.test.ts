import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileCells } from '../../../../test/support/hostile-cells.ts';
import { type ExactCell, readExact, writeExact } from './exact-cell.ts';
import { readGuarded } from './formula-guard.ts';
import { readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';

/** Written to a file and read back, as a CSV backup does. */
function there(rows: readonly (readonly ExactCell[])[]): string {
  return [...writeCsv(rows.map((row) => row.map(writeExact)))].join('');
}
function back(text: string): ExactCell[][] {
  const bytes = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  return [...readCsv(bytes.slice(1), ',')].map(({ cells, flaw }) => {
    expect(flaw).toBeNull();
    return cells.map((cell) => readExact(readGuarded(cell)));
  });
}

const hostile: readonly ExactCell[] = [null, '', ...hostileCells];
/** Those that make a table of some cells no page. */
const short = hostileCells.filter((cell) => cell.length < 400);

describe('a cell of a CSV backup', () => {
  it('comes back as it was, whatever stands in it', () => {
    const rows = hostile.map((cell) => [cell, 'beside', cell]);
    expect(back(there(rows))).toEqual(rows);
    for (const cell of hostile) expect(back(there([[cell]]))).toEqual([[cell]]);
  });

  it('runs in no spreadsheet', () => {
    for (const cell of hostile) {
      const [{ cells = [] } = {}] = [...readCsv(there([[cell, 'x']]).slice(1), ',')];
      expect(cells[0] ?? '').not.toMatch(/^\s*[=+@\t\r\uff1d]|^\s*-(?!\d+(?:[.,]\d+)?$)/u);
    }
  });

  it('comes back as it was in any table', () => {
    const cell = fc.option(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...short)),
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 8 }),
      );
    const numRuns = Number(process.env.ORDERLLA_CSV_TABLES ?? 2000);
    fc.assert(
      fc.property(table, (rows) => void expect(back(there(rows))).toEqual(rows)),
      { numRuns },
    );
  });

  it('would not without the backslash: an empty text and nothing look alike', () => {
    const plain = (cell: ExactCell) => cell ?? '';
    const lost = hostile.filter(
      (cell) =>
        readGuarded(
          [...readCsv([...writeCsv([[plain(cell), 'x']])].join('').slice(1), ',')][0]?.cells[0] ?? '',
        ) !== cell,
    );
    expect(lost.length).toBeGreaterThan(0);
  });
});
