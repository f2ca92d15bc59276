import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const many = Array.from({ length: 60 }, (_, place) => `k${place}`).join(' > ');

/** Values beyond what the shop file takes: each costs its own cell or row, never the import. */
it.each([
  ['huge amounts', 'Name,Price,Cost,Compare at price\nA,99999999999999999,1,1\nB,1,99999999999999,-6\n', 1],
  ['huge quantities', 'Name,Price,Stock\nA,1,99999999999999999\nB,1,9007199254740\nC,1,-5\n', 3],
  ['reorder levels', 'Name,Price,Stock,Reorder level\nA,1,1,-5\nB,1,1,9999999999999999\n', 2],
  ['long and deep categories', `Name,Price,Category\nA,1,${'c'.repeat(500)}\nB,1,${many}\nC,1,> >\n`, 3],
  ['long names and codes', `Name,Price,SKU\n${'n'.repeat(2000)},1,${'s'.repeat(300)}\n\u202e,2,\u200b\n`, 2],
  [
    'long handles and options',
    `Handle,Title,Option1 Name,Option1 Value,Variant Price\n${'h'.repeat(2000)},T,Size,${'o'.repeat(1000)},1\n${'h'.repeat(2000)},,Size,B,2\n`,
    2,
  ],
  [
    'names of the language',
    'Name,Price,Parent,Variant\nA,1,__proto__,constructor\nB,1,__proto__,y\ntoString,1,,\n',
    3,
  ],
])('%s', async (_, content, created) => {
  const uploadId = 'hostile-1';
  const data = Buffer.from(content).toString('base64');
  await test.ask('import.upload', { uploadId, fileName: 'list.csv', offset: 0, data });
  await test.ask('import.preview', { uploadId });
  const result = await test.ask('import.run', { uploadId, updateExisting: true, setStock: true });
  expect(result.created).toBe(created);
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
});
