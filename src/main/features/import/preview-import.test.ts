import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  ownerPassword,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

let uploads = 0;

async function upload(content: string | Uint8Array, fileName = 'products.csv'): Promise<string> {
  uploads += 1;
  const uploadId = `preview-${uploads}`;
  const data = Buffer.from(content as string).toString('base64');
  await test.ask('import.upload', { uploadId, fileName, offset: 0, data });
  return uploadId;
}

function preview(input: Input<'import.preview'>): Promise<string> {
  return test.app
    .ask(owner, 'import.preview', input, nextRequestId())
    .then((reply) => (reply.ok ? 'ok' : reply.error.code));
}

/** Resolves once the window has heard of so many steps. */
function heard(steps: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = test.app.onChange((change) => {
      if (change.kind !== 'progress') return;
      steps -= 1;
      if (steps > 0) return;
      stop();
      resolve();
    });
  });
}

const rows = 4000;
const long = `Name,SKU,Price,Stock\n${Array.from({ length: rows }, (_, n) => `Thing ${n},S${n},${n}.50,${n % 9}`).join('\n')}`;

describe('reading a long file', () => {
  it('tells how far it is, rising, in at most some two hundred steps', async () => {
    const told: number[] = [];
    const stop = test.app.onChange((change) => {
      if (change.kind === 'progress') told.push(change.progress.done / change.progress.total);
    });
    expect(await preview({ uploadId: await upload(long) })).toBe('ok');
    stop();
    expect(told.length).toBeGreaterThan(20);
    expect(told.length).toBeLessThan(220);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('is ended by import.cancel, and the file can be read again', async () => {
    const uploadId = await upload(long);
    const reading = preview({ uploadId });
    await heard(3);
    await test.ask('import.cancel', { uploadId });
    expect(await reading).toBe('cancelled');
    expect(await preview({ uploadId })).toBe('ok');
  });

  it('is ended by another file, which drops the first', async () => {
    const uploadId = await upload(long);
    const reading = preview({ uploadId });
    await heard(3);
    const next = await upload('Name,Price\nTea,3\n');
    expect(await reading).toBe('cancelled');
    expect(await preview({ uploadId })).toBe('upload-gone');
    expect(await preview({ uploadId: next })).toBe('ok');
  });

  it('is ended by a later question about the same file', async () => {
    const uploadId = await upload(long);
    const reading = preview({ uploadId });
    await heard(3);
    const later = preview({ uploadId, hasHeader: true });
    expect(await reading).toBe('cancelled');
    expect(await later).toBe('ok');
  });

  it('is ended when its window is gone, and forgotten when the person is done with it', async () => {
    const uploadId = await upload(long);
    const reading = preview({ uploadId });
    await heard(3);
    test.app.forgetWindow(1);
    expect(await reading).toBe('cancelled');
    const people = await test.ask('session.people', {});
    const staffId = people[0]?.id ?? 0;
    await test.ask('session.signIn', { staffId, password: ownerPassword });
    const again = await upload('Name,Price\nTea,3\n');
    await test.ask('import.cancel', { uploadId: again, forget: true });
    expect(await preview({ uploadId: again })).toBe('upload-gone');
  });
});

describe('what a preview shows', () => {
  it('shows the first of each action, also behind a thousand of another', async () => {
    addProduct(test, { name: 'Old tea', sku: 'OLD', price: 100, stock: 2 });
    addProduct(test, { name: 'Same tea', sku: 'SAME', price: 100 });
    const file = `${long}\nNew tea,OLD,2.00,2\nSame tea,SAME,1.00,\n`;
    const seen = await test.ask('import.preview', { uploadId: await upload(file) });
    expect(seen.counts).toMatchObject({ create: rows, change: 1, leave: 1 });
    const actions = Object.groupBy(seen.rows, (row) => row.action);
    expect(actions.create).toHaveLength(500);
    expect(actions.change).toMatchObject([{ name: 'New tea', sku: 'OLD' }]);
    expect(actions.leave).toMatchObject([{ name: 'Same tea' }]);
  });

  it('shows a parent above its variants', async () => {
    const file = 'Name,Parent,Variant,SKU,Price\nMug,mug,Red,M1,5\nMug,mug,Blue,M2,5\nTea,,,T1,3\n';
    const { rows: shown, counts } = await test.ask('import.preview', { uploadId: await upload(file) });
    expect(shown.map((row) => [row.kind, row.variantLabel])).toEqual([
      ['parent', null],
      ['variant', 'Red'],
      ['variant', 'Blue'],
      ['single', null],
    ]);
    expect(counts.create).toBe(3);
  });

  it('gives each column three values to know it by, past empty cells', async () => {
    const file = 'Name,Cost,Price\nA,,1\nB,,1\nC,0.40,2\nD,,3\nE,0.50,4\n';
    const seen = await test.ask('import.preview', { uploadId: await upload(file) });
    expect(seen.columnSamples).toEqual([
      ['A', 'B', 'C'],
      ['0.40', '0.50'],
      ['1', '2', '3'],
    ]);
  });

  it('names the rows that are left out before the notes', async () => {
    const file = 'Name,SKU,Price\nA,X,1.23456\nB,X,2\n,Y,3\n';
    const seen = await test.ask('import.preview', { uploadId: await upload(file) });
    expect(seen.problems.map((problem) => problem.severity)).toEqual(['error', 'note', 'note']);
    expect(seen).toMatchObject({ problemCount: 3, errorCount: 1 });
  });

  it('counts rows that are left out although nothing is wrong with them', async () => {
    const file =
      'ID,Type,SKU,Name,Published,Regular price,Parent\n1,simple,A,Tea,1,3,\n2,grouped,G,Set,1,,\n3,simple,B,Mug,1,free,\n';
    const seen = await test.ask('import.preview', { uploadId: await upload(file) });
    expect(seen).toMatchObject({ format: 'woocommerce', counts: { create: 1, refuse: 2 }, errorCount: 1 });
  });

  it('reads the file as a person says it is written', async () => {
    const bytes = Buffer.from('Name;Price\nCaf\x8e;3\n', 'latin1');
    const uploadId = await upload(bytes);
    const read = async (input: Partial<Input<'import.preview'>>) =>
      (await test.ask('import.preview', { uploadId, ...input })).rows[0]?.name;
    expect(await read({ encoding: 'mac-roman' })).toBe('Café');
    expect(await read({ encoding: 'windows-1252' })).toBe('CafŽ');
    const whole = await test.ask('import.preview', { uploadId, delimiter: ',', hasHeader: true });
    expect(whole.headers).toEqual(['Name;Price']);
  });

  it('counts apart what changes by its stock alone, and the import counts the same', async () => {
    addProduct(test, { name: 'A', sku: 'A', price: 100, stock: 2 });
    addProduct(test, { name: 'B', sku: 'B', price: 100, stock: 2 });
    addProduct(test, { name: 'C', sku: 'C', price: 100, stock: 2 });
    const uploadId = await upload('Name,SKU,Price,Stock\nA,A,1.00,5\nB,B,2.00,2\nC,C,2.00,9\n');
    const seen = await test.ask('import.preview', { uploadId });
    expect(seen.counts.change).toBe(3);
    expect(seen.changeCounts).toEqual({ details: 2, stock: 2 });
    const none = await test.ask('import.run', { uploadId, updateExisting: false, setStock: false });
    expect(none).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    const stock = await test.ask('import.run', { uploadId, updateExisting: false, setStock: true });
    expect(stock).toMatchObject({ changed: 2, unchanged: 1 });
    const details = await test.ask('import.run', { uploadId, updateExisting: true, setStock: false });
    expect(details).toMatchObject({ changed: 2, unchanged: 1 });
  });
});

describe('files that are no lists', () => {
  it.each([
    ['a spreadsheet', [0x50, 0x4b, 3, 4, 20, 0]],
    ['an old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['a PDF', [...Buffer.from('%PDF-1.7\n')]],
    ['noise', Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)],
  ])('refuses %s', async (_, bytes) => {
    expect(await preview({ uploadId: await upload(Uint8Array.from(bytes)) })).toBe('file-unreadable');
  });
});

describe('the list of problems', () => {
  it('holds each row that was left out as it stands, also one that is too long', async () => {
    const uploadId = await upload('Name,SKU,Price\nTea,T1,1,50\nMug,M1,abc\n');
    await test.ask('import.preview', { uploadId });
    await test.ask('import.saveProblems', { uploadId });
    const saved = Buffer.from(test.desktop.saved[0]?.bytes as Uint8Array).toString();
    expect(saved).toContain('Tea,T1,1,50');
    expect(saved).toContain('Mug,M1,abc');
  });
});
