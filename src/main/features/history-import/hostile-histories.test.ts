import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { everything } from '../../../../test/support/everything.ts';
import { importHistory, sendHistory } from '../../../../test/support/history-file.ts';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';
import { hostileTexts } from '../../../../test/support/hostile-texts.ts';

const shop = historyShopForTests();
const { look } = shop;

async function problems(rows: readonly string[], heading = 'id,date,item,qty,price'): Promise<string[]> {
  const found = await look(`${heading}\n${rows.join('\n')}\n`);
  return found.problems.map(
    ({ line, code, severity }) => `${line} ${code}${severity === 'note' ? ' (note)' : ''}`,
  );
}

const good = '9,2024-01-02,Tea,1,2.50';

describe('a row that cannot be read', () => {
  it('is left out with its reason, and the others come in', async () => {
    const rows = [
      good,
      '1,31/31/2024,Tea,1,2.50',
      '2,,Tea,1,2.50',
      ',2024-01-02,Tea,1,2.50',
      '3,2024-01-02,Tea,x,2.50',
    ];
    const more = [
      '4,2024-01-02,Tea,0,2.50',
      '5,2024-01-02,Tea,1,free',
      '6,2024-01-02,Tea,1,',
      '7,2027-01-02,Tea,1,2.50',
    ];
    const last = [
      '8,2024-01-02,Tea,1,2.50,,extra',
      '10,2024-01-02,"Tea" x,1,2.50',
      '11,2024-01-02,"Tea,1,2.50',
    ];
    expect(await problems([...rows, ...more, ...last])).toEqual([
      ...[
        '3 date-unreadable',
        '4 date-missing',
        '5 number-missing',
        '6 quantity-unreadable',
        '7 quantity-zero',
      ],
      ...['8 amount-unreadable', '9 amount-missing', '10 date-in-future', '11 row-long'],
      ...['12 quote-stray (note)', '13 quote-unclosed (note)'],
    ]);
  });

  it('is saved with its reason beside it', async () => {
    const { uploadId, errorCount } = await look(`id,date,item,qty,price\n${good}\n1,never,=Tea,1,2.50\n`);
    expect(errorCount).toBe(1);
    await shop.test.ask('historyImport.saveProblems', { uploadId });
    const [saved] = shop.test.desktop.saved;
    expect(saved?.name).toBe('sales problems.csv');
    expect(Buffer.from(saved?.bytes as Uint8Array).toString()).toBe(
      '\ufeffFile,Line,Result,Column,Problem,id,date,item,qty,price\r\n' +
        "Sales,3,Left out,date,“never” is no date in the form that the others have.,1,never,'=Tea,1,2.50\r\n",
    );
  });

  it('is what says nothing at all', async () => {
    for (const [bytes, code] of [
      ['', 'file-empty'],
      ['\n\n', 'file-empty'],
      ['id,date,item,qty,price\n', 'file-empty'],
      [Buffer.from('504b0304', 'hex'), 'file-unreadable'],
      [Buffer.from('1f8b08000000', 'hex'), 'file-unreadable'],
    ] as const) {
      const uploadId = await sendHistory(shop.test, { sales: bytes });
      expect((await shop.test.refused('historyImport.preview', { uploadId, choices: {} })).code).toBe(code);
    }
  });
});

describe('a packed file', () => {
  it('is read to the end by whoever asks last, also while it is being unpacked', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, id) => `${id},2024-01-02,${'Tea '.repeat(20)}${id % 9},1,2.50`,
    );
    const uploadId = await sendHistory(shop.test, {
      sales: gzipSync(`id,date,item,qty,price\n${rows.join('\n')}\n`),
    });
    const first = shop.test.refused('historyImport.preview', { uploadId, choices: {} });
    await new Promise((resolve) => setImmediate(resolve));
    const second = shop.test.refused('historyImport.preview', { uploadId, choices: {} });
    await new Promise((resolve) => setTimeout(resolve, 3));
    const last = await shop.test.ask('historyImport.preview', { uploadId, choices: {} });
    expect([(await first).code, (await second).code]).toEqual(['cancelled', 'cancelled']);
    expect(last.counts).toMatchObject({ orders: 60_000, unreadRows: 0 });
    // And a file that takes its place is not mixed up with it.
    const next = await look(gzipSync(`id,date,item,qty,price\n${good}\n`));
    expect(next.counts.orders).toBe(1);
  });

  it('is refused in words where it would fill the disk', async () => {
    const uploadId = await sendHistory(shop.test, {
      sales: gzipSync(Buffer.alloc(32 * 1024 * 1024, 'id,date,item,qty,price\n')),
    });
    const refused = await shop.test.refused('historyImport.preview', { uploadId, choices: {} });
    expect([refused.code, refused.details]).toEqual(['file-unpacks-too-far', { slot: 'sales' }]);
    expect((await look(gzipSync(`id,date,item,qty,price\n${good}\n`))).counts.orders).toBe(1);
  });
});

describe('a file that is written in another way', () => {
  const rows = [
    'id;Datum;Artikel;Menge;Preis',
    '1;31.12.2023;Käse;2;1.234,50',
    '2;01.01.2024;Brot;1;0,99',
    '',
  ];
  const expected = { orders: 2, returns: 0, lines: 2, unreadRows: 0 };

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${rows.join('\r\n')}`)],
    ['UTF-16', Buffer.from(`\ufeff${rows.join('\n')}`, 'utf16le')],
    ['Windows-1252', Buffer.from(rows.join('\r\n'), 'latin1')],
    ['old Mac line ends', Buffer.from(rows.join('\r'))],
    ['gzip', gzipSync(rows.join('\n'))],
    ['a spreadsheet’s own first line', Buffer.from(`sep=;\r\n${rows.join('\r\n')}`)],
  ])('is read as what it is: %s', async (_, bytes) => {
    for (const pieceBytes of [3, 1_000_000]) {
      const { counts, totals, files } = await look(bytes, {}, pieceBytes);
      expect(counts).toMatchObject(expected);
      expect(totals.sales).toBe(246_999);
      expect(files[0]).toMatchObject({ decimal: 'comma', dates: { order: 'dmy', isUnsure: false } });
    }
    const { made } = await importHistory(shop.test, { sales: bytes });
    expect(made.orders).toBe(2);
    expect(shop.test.file.read.all(sql`SELECT name FROM products ORDER BY name`)).toEqual([
      { name: 'Brot' },
      { name: 'Käse' },
    ]);
  });

  it('asks which number is the day where nothing tells it, and does as it is told', async () => {
    const sales = 'id,date,item,qty,price\n1,2/1/2024,Tea,1,1\n2,2/1/2024,Tea,1,1\n';
    const guessed = await look(sales);
    expect(guessed.files[0]?.dates).toMatchObject({
      order: 'dmy',
      isUnsure: true,
      examples: [{ text: '2/1/2024', date: 20240102 }],
    });
    expect(guessed.odd.map(({ code }) => code)).toContain('dates-unsure');
    const told = await look(sales, { files: { sales: { dateOrder: 'mdy' } } });
    expect([told.files[0]?.dates?.isUnsure, told.fromDate]).toEqual([false, 20240201]);
    // What was said is remembered for the next such file.
    const next = await look(sales);
    expect([next.files[0]?.remembered, next.fromDate]).toEqual([true, 20240201]);
    await look(sales, { products: 'none' });
    const last = await look(sales);
    expect([last.fromDate, last.choices.products]).toEqual([20240201, 'none']);
  });

  it('may write its dates in several forms', async () => {
    const dates = ['2024-01-13', '13/01/2024', '14 Jan 2024', '45305', '20240115', 'Jan 16, 2024 10:05 PM'];
    const found = await look(
      `id,date,item,qty,price\n${dates.map((date, id) => `${id},"${date}",Tea,1,1`).join('\n')}`,
    );
    expect(found.counts).toMatchObject({ orders: 6, unreadRows: 0 });
    expect([found.fromDate, found.toDate]).toEqual([20240113, 20240116]);
    expect(found.odd.find(({ code }) => code === 'dates-mixed')?.params.count).toBe(6);
  });
});

describe('what nobody writes by accident', () => {
  it('is read as text and nothing else', async () => {
    const before = everything(shop.test);
    const nasty = [
      "'; DROP TABLE orders; --",
      '=HYPERLINK("x")',
      '__proto__',
      '\u202Eevil',
      'x'.repeat(100_000),
      '🫖'.repeat(400),
      'constructor',
    ];
    const rows = nasty.map(
      (text, id) =>
        `${id},2024-01-02,"${text.replaceAll('"', '""')}",1,2.50,"${text.replaceAll('"', '""').slice(0, 50_000)}"`,
    );
    const { preview, made } = await importHistory(shop.test, {
      sales: `id,date,item,qty,price,payment\n${rows.join('\n')}\n`,
    });
    expect(preview.counts.orders).toBe(nasty.length);
    expect(made.products).toBe(nasty.length);
    await shop.test.ask('historyImport.undo', { importId: made.importId });
    expect(everything(shop.test)).toEqual(before);
  });

  it('stands in goods, customers and files as it is written', async () => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = hostileTexts.map(
      (text, id) => `${id},2024-01-02,${quoted(`a ${text} z`)},1,2.50,${quoted(`c ${text} z`)}`,
    );
    const uploadId = 'hostile-texts';
    const data = Buffer.from(
      `id,date,item,qty,price,customer name\n${rows.join('\n')}\n`.toWellFormed(),
    ).toString('base64');
    const fileName = hostileTexts.find((text) => text.length > 20 && text.length < 200) ?? 'x';
    await shop.test.ask('historyImport.upload', { uploadId, slot: 'sales', fileName, offset: 0, data });
    const { counts, errorCount } = await shop.test.ask('historyImport.preview', { uploadId, choices: {} });
    expect([counts.orders, errorCount]).toEqual([hostileTexts.length, 0]);
    const made = await shop.test.ask('historyImport.run', { uploadId });
    expect(made.orders).toBe(hostileTexts.length);
    const names = shop.test.file.read
      .all(sql<{ name: string }>`SELECT name FROM orderLines`)
      .map(({ name }) => name);
    for (const name of names) expect(name.startsWith('a ')).toBe(true);
    expect((await shop.test.ask('historyImport.list', { cursor: null, limit: 1 })).items[0]?.fileName).toBe(
      fileName,
    );
    expect((await shop.test.ask('historyImport.reconcile', { importId: made.importId })).agrees).toBe(true);
  });

  it('does not stop the rest: a cell of megabytes, a thousand columns, headings of nothing', async () => {
    const found = await look(
      `id,date,item,qty,price\n1,2024-01-02,${'x'.repeat(2_000_000)},1,2.50\n${good}\n${'a,'.repeat(2000)}\n`,
    );
    expect(found.counts).toMatchObject({ orders: 1, unreadRows: 2 });
    expect((await look('1;2;3\n4;5;6\n')).isReady).toBe(false);
    expect((await look(`${'"'.repeat(300_001)}\n`.repeat(3))).isReady).toBe(false);
  });

  it('a column of a thousand ways of paying is none', async () => {
    const rows = Array.from({ length: 300 }, (_, id) => `${id},2024-01-02,Tea,1,2.50,ref ${id}`);
    const { preview } = await importHistory(shop.test, {
      sales: `id,date,item,qty,price,payment\n${rows.join('\n')}\n`,
    });
    expect(preview.odd.map(({ code }) => code)).toContain('too-many-tenders');
    const names = shop.test.file.read.all(
      sql<{ name: string }>`SELECT DISTINCT t.name FROM payments p JOIN tenders t ON t.id = p.tenderId`,
    );
    expect(names).toEqual([{ name: 'Not recorded' }]);
  });
});
