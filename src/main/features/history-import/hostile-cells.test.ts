import { expect, it } from 'vitest';
import { importHistory } from '../../../../test/support/history-file.ts';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';
import { hostileCells, longTexts, quoted } from '../../../../test/support/hostile-cells.ts';
import { cellText } from '../import/cell-text.ts';

const shop = historyShopForTests();

it('keeps every hostile text of a cell, in goods and in customers, or says of its row what was left off', async () => {
  const rows = hostileCells.map((text, row) => {
    const at = (column: number) => quoted(hostileCells[(row + column * 101) % hostileCells.length] ?? '');
    return [`K${row}`, '2024-01-02', quoted(`a${text}z`), '1', '2.50', `c${row}`, at(1), at(2), at(3)].join(
      ',',
    );
  });
  const head = 'order number,date,item,qty,price,customer id,customer name,customer email,status';
  const { uploadId, preview } = await importHistory(shop.test, { sales: `${head}\n${rows.join('\n')}\n` });
  expect(preview.errorCount).toBe(0);
  expect(preview.counts.orders).toBe(hostileCells.length);
  const stored = new Set(shop.rowsOf('SELECT name FROM orderLines').map(({ name }) => name));
  const lost = hostileCells.filter((text) => {
    const wanted = cellText(`a${text}z`.toWellFormed()).replace(/\s+/g, ' ');
    return wanted.length <= 300 && !stored.has(wanted);
  });
  expect(lost).toEqual([]);
  for (const name of stored) {
    expect(String(name).length).toBeLessThanOrEqual(300);
    // Half a sign would have become this one; only one of the texts has it by itself, and halves.
    if (String(name).length > 250) expect(name).not.toContain('\ufffd');
  }
  await shop.test.ask('historyImport.saveProblems', { uploadId });
  const report = Buffer.from(shop.test.desktop.saved.at(-1)?.bytes as Uint8Array).toString();
  for (const [place, text] of hostileCells.entries()) {
    if (text.length > 300 && longTexts.includes(text))
      expect(report).toMatch(new RegExp(`Noted,item,[^\\n]*longer than 300[^]*?,K${place},`, 'u'));
  }
});

it('leaves no half of a sign where a name is cut', async () => {
  const long = [`${'a'.repeat(299)}\u{1f600}`, '\u{1f600}'.repeat(400), `x${'\u{1f600}'.repeat(400)}`];
  const rows = long.map((text, row) => `${row},2024-01-02,${text},1,2.50,c${row},${text},${text}`);
  const head = 'id,date,item,qty,price,customer id,customer name,payment';
  const { preview } = await importHistory(shop.test, { sales: `${head}\n${rows.join('\n')}\n` });
  for (const table of ['orderLines', 'products', 'customers', 'tenders']) {
    for (const { name } of shop.rowsOf(`SELECT name FROM ${table}`)) expect(name).not.toContain('\ufffd');
  }
  const said = preview.problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
  for (const line of [2, 3, 4])
    for (const column of ['item', 'customer name', 'payment'])
      expect(said).toContain(`${line} ${column} text-cut`);
});
