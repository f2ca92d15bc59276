import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { sendHistory } from '../../../../test/support/history-file.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const preview = async (csv: string, choices = {}, afresh?: boolean) => {
  const uploadId = await sendHistory(test, { sales: csv });
  const more = afresh === undefined ? {} : { afresh };
  return test.ask('historyImport.preview', { uploadId, choices, ...more });
};

it('shows to which days the dates come in each order that can read all of them', async () => {
  const unsure = await preview('No,Date,Item,Price\n1,03/04/2011,Tea,2\n2,05/04/2011,Tea,2\n');
  const { dates } = unsure.files[0]!;
  expect(dates).toMatchObject({ order: 'dmy', isUnsure: true });
  expect(dates?.readings).toEqual([
    {
      order: 'dmy',
      examples: [
        { text: '03/04/2011', date: 20110403 },
        { text: '05/04/2011', date: 20110405 },
      ],
    },
    {
      order: 'mdy',
      examples: [
        { text: '03/04/2011', date: 20110304 },
        { text: '05/04/2011', date: 20110504 },
      ],
    },
  ]);
  const sure = await preview('No,Date,Item,Price\n1,13/04/2011,Tea,2\n');
  expect(sure.files[0]?.dates?.readings.map(({ order }) => order)).toEqual(['dmy']);
});

it('forgets what was remembered of such a file when asked to begin afresh', async () => {
  const csv = 'No,Date,Item,Price\n1,2011-04-13,Tea,2\n';
  await preview(csv, { orderIs: 'row', files: { sales: { mapping: { date: 1, price: 3 } } } });
  const again = await preview(csv);
  expect([again.files[0]?.remembered, again.files[0]?.mapping, again.choices.orderIs]).toEqual([
    true,
    { date: 1, price: 3 },
    'row',
  ]);
  const fresh = await preview(csv, {}, true);
  const guessed = { number: 0, date: 1, name: 2, price: 3 };
  expect([fresh.files[0]?.remembered, fresh.files[0]?.mapping, fresh.choices.orderIs]).toEqual([
    false,
    guessed,
    'number',
  ]);
  expect((await preview(csv)).files[0]?.mapping).toEqual(guessed);
});

it('says which ways of paying the shop has by their name, and of which file it speaks', async () => {
  const { tenders } = await preview('No,Date,Price,Payment\n1,2011-04-13,2,Cash\n2,2011-04-13,2,Voucher\n');
  expect(tenders.map(({ name, isNamed }) => [name, isNamed])).toEqual([
    ['Cash', true],
    ['Voucher', false],
  ]);
  const uploadId = await sendHistory(test, { sales: 'Date,Price\n2011-04-13,2\n', payments: '' });
  await expect(test.ask('historyImport.preview', { uploadId, choices: {} })).rejects.toThrow(
    'file-empty {"slot":"payments"}',
  );
});

it('takes its examples of dates from several days', async () => {
  const rows = ['2011-04-13 08:00', '2011-04-13 08:05', '2011-04-14 09:00'].map((at, no) => `${no},${at},2`);
  const { files } = await preview(`No,Date,Price\n${rows.join('\n')}\n`);
  expect(files[0]?.dates?.examples.map(({ text }) => text)).toEqual(['2011-04-13 08:00', '2011-04-14 09:00']);
});

it('takes them from several days also where months are named', async () => {
  const rows = ['Jan 13, 2024 08:00', 'Jan 13, 2024 08:05', 'Jan 14, 2024'].map(
    (at, no) => `${no},"${at}",2`,
  );
  const { files } = await preview(`No,Date,Price\n${rows.join('\n')}\n`);
  expect(files[0]?.dates?.examples.map(({ date }) => date)).toEqual([20240113, 20240114]);
});

it('asks whether whole amounts are cents until somebody says so, and never in a currency without any', async () => {
  const csv = 'No,Date,Item,Price\n1,2011-04-13,Tea,200\n';
  const asks = async (choices = {}) =>
    (await preview(csv, choices)).odd.some(({ code }) => code === 'amounts-whole');
  expect(await asks()).toBe(true);
  expect(await asks({ files: { sales: { amountsIn: 'major' } } })).toBe(false);
  expect(await asks()).toBe(false);
  await test.close();
  test = await createOpenShop({ currency: 'JPY' });
  expect(await asks()).toBe(false);
});

it('tells how far it is from beginning to end, without a leap', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, id) => `${id},2024-01-${(id % 28) + 1},Tea ${id % 7},2,2.50`,
  );
  const uploadId = await sendHistory(test, { sales: `id,date,item,qty,price\n${rows.join('\n')}\n` });
  const told: number[] = [0];
  const stop = test.app.onChange((change) => {
    if (change.kind === 'progress') told.push(change.progress.done / change.progress.total);
  });
  await test.ask('historyImport.preview', { uploadId, choices: {} });
  stop();
  const leaps = told.slice(1).map((share, index) => share - (told[index] ?? 0));
  expect(Math.min(...leaps)).toBeGreaterThan(0);
  expect(Math.max(...leaps)).toBeLessThan(0.2);
  expect(told.at(-1)).toBeGreaterThan(0.8);
});
