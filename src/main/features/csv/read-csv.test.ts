import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../../test/support/shared-data.ts';
import { csvLimits } from './csv-limits.ts';
import { decodeText } from './decode-text.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { type CsvDelimiter, type CsvRow, readCsv, readCsvParts } from './read-csv.ts';

const rowsOf = (text: string, delimiter: CsvDelimiter = ',') => [...readCsv(text, delimiter)];
const cellsOf = (text: string, delimiter: CsvDelimiter = ',') =>
  rowsOf(text, delimiter).map((row) => row.cells);

const spectrum = sharedData('csv_spectrum/csvs');

describe.skipIf(spectrum === null)('csv-spectrum (skipped where the shared data is absent)', () => {
  const folder = spectrum ?? '';
  const names = spectrum === null ? [] : readdirSync(folder).map((file) => file.replace('.csv', ''));

  it('has its 12 files', () => expect(names).toHaveLength(12));

  it.each(names)('%s', (name) => {
    const { text } = decodeText(readFileSync(join(folder, `${name}.csv`)));
    const { delimiter } = detectDelimiter(text);
    expect(delimiter).toBe(',');
    const [header = [], ...rows] = cellsOf(text, delimiter);
    const objects = rows.map((row) => Object.fromEntries(header.map((key, index) => [key, row[index]])));
    const expected = JSON.parse(readFileSync(join(folder, '../json', `${name}.json`), 'utf8')) as object;
    if (name === 'location_coordinates') {
      // Its JSON is one object and holds another phone number than the CSV.
      expect(objects).toEqual([{ ...expected, 'Contact Phone Number': '2095257564' }]);
    } else expect(objects).toEqual(expected);
  });
});

describe('rows and their lines', () => {
  it('counts lines through quoted line breaks, empty lines and every line end', () => {
    const rows = rowsOf('a,b\n\n1,"x\r\ny"\r\n\r2,"p\rq\n"\n3,z');
    expect(rows.map((row) => [row.line, ...row.cells])).toEqual([
      [1, 'a', 'b'],
      [3, '1', 'x\r\ny'],
      [6, '2', 'p\rq\n'],
      [9, '3', 'z'],
    ]);
  });

  it('keeps an empty last cell, and a quoted empty cell alone on its line', () => {
    expect(cellsOf('a,b,\n,,\n""\n')).toEqual([['a', 'b', ''], ['', '', ''], ['']]);
  });

  it('keeps quotes inside plain cells and text after a closing quote', () => {
    expect(rowsOf('pipe 9",5\n"Large" blue,6\n')).toEqual([
      { line: 1, cells: ['pipe 9"', '5'], flaw: null },
      { line: 2, cells: ['"Large" blue', '6'], flaw: 'quote-stray' },
    ]);
  });

  it('loses one line to a quote that never closes, not the rest of the file', () => {
    const rows = rowsOf('name,price\n"Pipe 9 inch,5\nHose,6\n"Tap, brass",7\n');
    expect(rows.map((row) => [row.line, row.flaw, ...row.cells])).toEqual([
      [1, null, 'name', 'price'],
      [2, 'quote-unclosed', '"Pipe 9 inch', '5'],
      [3, null, 'Hose', '6'],
      [4, null, 'Tap, brass', '7'],
    ]);
    expect(rowsOf('a,"b').map((row) => row.cells)).toEqual([['a', '"b']]);
  });

  it('understands backslashed quotes', () => {
    expect(cellsOf('"9\\" pipe, brass",5\n"C:\\",6\n')).toEqual([
      ['9" pipe, brass', '5'],
      ['C:\\', '6'],
    ]);
  });

  it('cuts what is beyond the limits and says so', () => {
    const wide = rowsOf('x,'.repeat(csvLimits.columns + 5).concat('y'));
    expect(wide[0]?.cells).toHaveLength(csvLimits.columns);
    expect(wide[0]?.flaw).toBe('too-many-columns');
    const long = rowsOf(`${'x'.repeat(csvLimits.cell + 1)},y\nok,z`);
    expect(long[0]?.flaw).toBe('cell-too-long');
    expect(long[1]).toMatchObject({ cells: ['ok', 'z'], flaw: null });
  });

  it('reads the beginning of a row that is too long, passes over its rest, and goes on with the next', () => {
    const text = `a,b\n${`${'x'.repeat(100_000)},`.repeat(120)}\r\nok,z\n"q`;
    const seen = [...readCsv(text, ',')];
    const shown = ({ line, cells, flaw }: CsvRow) => [line, cells.length, flaw];
    const most = Math.ceil((csvLimits.row + 1) / 100_001);
    expect(seen.map(shown)).toEqual([
      [1, 2, null],
      [2, most, 'row-too-long'],
      [3, 2, null],
      [4, 1, 'quote-unclosed'],
    ]);
    for (const size of [1_000, 300_000, 20_000_000]) {
      const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      const rows = [...readCsvParts(parts.values(), ',')];
      // Only while it is passed over blank rows come.
      const blank = rows.filter(({ line, cells }) => line === 2 && cells.length === 1 && cells[0] === '');
      expect(rows.filter((row) => !blank.includes(row))).toEqual(seen);
      expect(blank.length > 0).toBe(size < text.length);
    }
  });

  it('reads a megabyte of unclosed quotes without taking for ever', () => {
    const text = '"""x\n""y\n'.repeat(120_000);
    let rows = 0;
    for (const _ of readCsv(text, ',')) rows += 1;
    expect(rows).toBeGreaterThan(0);
  });
});

describe('the delimiter', () => {
  it.each([
    ['comma', 'name,price\nTea,1.50\nMilk,2\n', ','],
    ['semicolon beside decimal commas', 'Name;Preis\nTee, grün;1,50\nMilch, 1,5 l;2,00\n', ';'],
    ['tab beside commas', 'name\tprice\nTea, green\t1,50\nMilk\t2,00\n', '\t'],
    ['pipe', 'name|price\nTea|1.50\n', '|'],
    ['commas inside quotes', 'name;note\n"a,b,c";"d,e,f"\n"g,h,i";"j,k,l"\n', ';'],
    ['line breaks inside quotes', 'name;note\n"a,\nb,\nc";1\nd;2\n', ';'],
    ['one column', 'name\nTea\nMilk\n', ','],
    ['nothing', '', ','],
  ])('%s', (_, text, delimiter) => expect(detectDelimiter(text).delimiter).toBe(delimiter));

  it("obeys a spreadsheet's own first line", () => {
    expect(detectDelimiter('sep=;\r\nname;price\r\n')).toEqual({ delimiter: ';', from: 7, linesBefore: 1 });
  });
});
