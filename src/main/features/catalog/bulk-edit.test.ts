import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory, namesIn, search, change as write } from '../../../../test/support/catalog-builders.ts';
import { allLive, createProduct, variantForm } from '../../../../test/support/catalog-forms.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';

type Change = Input<'catalog.applyBulk'>['change'];
type Selection = Input<'catalog.applyBulk'>['selection'];

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const everything: Selection = { kind: 'filter', filter: allLive, except: [] };
const chosen = (...productIds: number[]): Selection => ({ kind: 'products', productIds });
const tenPercentMore: Change = { kind: 'price-percent', rate: 100_000, rounding: null };
const archiving: Change = { kind: 'archive', archived: true };

const preview = (selection: Selection, change: Change, cursor: string | null = null, limit = 100) =>
  test.ask('catalog.previewBulk', { selection, change, cursor, limit });

/** Previews and applies, as the window does. */
async function apply(selection: Selection, change: Change) {
  const { summary } = await preview(selection, change);
  return test.ask('catalog.applyBulk', { selection, change, seen: summary?.seen ?? '' });
}

async function refusedApply(selection: Selection, change: Change, seen?: string): Promise<string> {
  const shown = seen ?? (await preview(selection, change)).summary?.seen ?? '';
  return (await test.refused('catalog.applyBulk', { selection, change, seen: shown })).code;
}

const undo = (bulkEditId: number) => test.ask('catalog.undoBulk', { bulkEditId });
const rows = () =>
  test.file.read.all(
    sql<
      Record<string, unknown>
    >`SELECT id, kind, price, categoryId, taxClassId, archivedAt FROM products ORDER BY id`,
  );
const pricesNow = () => rows().map(({ price }) => price);

describe('catalog.previewBulk', () => {
  it('shows every change in pages, with before and after, and what cannot be', async () => {
    for (const price of [1000, 0, 250, 99]) addProduct(test, { name: `P${price}`, price });
    const less: Change = { kind: 'price-amount', amount: -100, rounding: null };
    const first = await preview(everything, less, null, 3);
    expect(first.items.map(({ before, after, outcome }) => [before, after, outcome])).toEqual([
      [{ price: 0 }, { price: 0 }, 'below-zero'],
      [{ price: 1000 }, { price: 900 }, 'change'],
      [{ price: 250 }, { price: 150 }, 'change'],
    ]);
    expect(first.summary).toMatchObject({ changing: 2, same: 0, refused: 2 });
    const second = await preview(everything, less, first.next, 3);
    expect(second).toMatchObject({
      items: [{ name: 'P99', outcome: 'below-zero' }],
      next: null,
      summary: null,
    });
    expect(pricesNow()).toEqual([1000, 0, 250, 99]);
  });

  it('shows a category once for all variants of a parent, in pages too', async () => {
    const categoryId = addCategory(test, { name: 'Cups' });
    const variants = [variantForm(['S']), variantForm(['M'])];
    const parentId = await createProduct(test, { name: 'A', optionNames: ['Size'], variants });
    const single = addProduct(test, { name: 'B' });
    const toCups: Change = { kind: 'category', categoryId };
    const first = await preview(everything, toCups, null, 1);
    expect(first.items).toMatchObject([
      { productId: parentId, before: { name: null }, after: { categoryId, name: 'Cups' } },
    ]);
    expect(first.summary).toMatchObject({ changing: 2, same: 0 });
    expect((await preview(everything, toCups, first.next, 1)).items).toMatchObject([{ productId: single }]);
  });

  it('refuses what is not there, and a cursor of another list', async () => {
    const refused = async (change: Change, cursor: string | null = null) => {
      const input = { selection: everything, change, cursor, limit: 5 };
      return (await test.refused('catalog.previewBulk', input)).code;
    };
    expect(await refused({ kind: 'category', categoryId: 99 })).toBe('category-gone');
    expect(await refused({ kind: 'tax-class', taxClassId: 99 })).toBe('tax-class-gone');
    expect(await refused(tenPercentMore, 'abc')).toBe('invalid-input');
    expect(await refused(archiving, 'abc')).toBe('invalid-input');
  });
});

describe('catalog.applyBulk', () => {
  it('changes the prices of all that a filter shows, but for some, to an ending', async () => {
    const drinks = addCategory(test, { name: 'Drinks' });
    const [tea, cola, milk] = [310, 333, 999].map((price) => addProduct(test, { price, categoryId: drinks }));
    const bread = addProduct(test, { price: 500 });
    const selection: Selection = {
      kind: 'filter',
      filter: { ...allLive, category: drinks },
      except: [milk ?? 0],
    };
    const rounding = { step: money(100), ending: money(99) };
    const { changed } = await apply(selection, { kind: 'price-percent', rate: 100_000, rounding });
    expect(changed).toBe(2);
    expect(pricesNow()).toEqual([299, 399, 999, 500]);
    expect([tea, cola, bread].every((id) => id !== undefined)).toBe(true);
  });

  it('sets category, tax class and archives, and each is found where it now stands', async () => {
    const cups = addCategory(test, { name: 'Cups' });
    const variants = [variantForm(['S']), variantForm(['M'])];
    const parentId = await createProduct(test, { name: 'Shirt', optionNames: ['Size'], variants });
    const [small, medium] = (await test.ask('catalog.editable', { productId: parentId })).variants;
    const single = addProduct(test, { name: 'Mug' });
    // From a file: a category of its own. It follows its parent from now on.
    const other = addCategory(test, { name: 'Other' });
    write(test, `UPDATE products SET categoryId = ${other} WHERE id = ${medium?.id}`);
    await apply(chosen(small?.id ?? 0, single), { kind: 'category', categoryId: cups });
    expect((await test.ask('catalog.editable', { productId: medium?.id ?? 0 })).categoryId).toBe(cups);
    await apply(chosen(medium?.id ?? 0), { kind: 'tax-class', taxClassId: 2 });
    expect((await test.ask('catalog.editable', { productId: medium?.id ?? 0 })).taxClassId).toBe(2);
    // The last variants take their parent along, and it comes back with one of them.
    expect((await apply(chosen(small?.id ?? 0, medium?.id ?? 0), archiving)).changed).toBe(3);
    expect(namesIn(await search(test, 'shirt'))).toEqual([]);
    expect((await apply(chosen(small?.id ?? 0), { kind: 'archive', archived: false })).changed).toBe(2);
    expect(namesIn(await search(test, 'shirt'))).toEqual(['Shirt, S']);
  });

  it('refuses when anything it showed was changed, when there is nothing to do, and what is not there', async () => {
    const [first, second] = [addProduct(test, { price: 100 }), addProduct(test, { price: 200 })];
    const { summary } = await preview(everything, tenPercentMore);
    const seen = summary?.seen ?? '';
    write(test, `UPDATE products SET price = 201 WHERE id = ${second}`);
    expect(await refusedApply(everything, tenPercentMore, seen)).toBe('bulk-changed');
    write(test, `UPDATE products SET price = 200 WHERE id = ${second}`);
    addProduct(test, { price: 300 });
    expect(await refusedApply(everything, tenPercentMore, seen)).toBe('bulk-changed');
    expect(await refusedApply(chosen(first, second), { ...tenPercentMore, rate: 50_000 }, seen)).toBe(
      'bulk-changed',
    );
    expect(await refusedApply(everything, { ...tenPercentMore, rate: 0 })).toBe('nothing-changed');
    expect(await refusedApply(chosen(999), tenPercentMore)).toBe('nothing-changed');
    expect(await refusedApply(everything, { kind: 'category', categoryId: 99 }, seen)).toBe('category-gone');
    expect(await refusedApply(everything, { kind: 'tax-class', taxClassId: 99 }, seen)).toBe(
      'tax-class-gone',
    );
    expect(pricesNow()).toEqual([100, 200, 300]);
  });

  it('tells how far it is, and lets nothing of a cancelled one stay', async () => {
    for (let price = 1; price <= 450; price += 1) addProduct(test, { price: price * 10 });
    const before = rows();
    const seen = (await preview(everything, tenPercentMore)).summary?.seen ?? '';
    const input = { selection: everything, change: tenPercentMore, seen };
    const totals = new Set<number>();
    let steps = 0;
    const stop = test.app.onChange((told) => {
      if (told.kind !== 'progress') return;
      totals.add(told.progress.total);
      steps += 1;
      if (steps === 3) void test.app.ask(owner, 'catalog.cancelBulk', {});
    });
    const reply = await test.app.ask(owner, 'catalog.applyBulk', input, nextRequestId());
    stop();
    expect(reply.ok ? 'ok' : reply.error.code).toBe('cancelled');
    expect(totals).toContain(450);
    expect(rows()).toEqual(before);
    expect(await test.ask('catalog.bulkEdits', {})).toEqual([]);
  });

  it('is done once when it is sent twice', async () => {
    addProduct(test, { price: 100 });
    const seen = (await preview(everything, tenPercentMore)).summary?.seen ?? '';
    const requestId = nextRequestId();
    const input = { selection: everything, change: tenPercentMore, seen };
    const first = await test.app.ask(owner, 'catalog.applyBulk', input, requestId);
    expect(await test.app.ask(owner, 'catalog.applyBulk', input, requestId)).toEqual(first);
    expect(pricesNow()).toEqual([110]);
  });
});

describe('catalog.undoBulk', () => {
  it('takes back what is untouched since, and names what is not', async () => {
    const [first, second] = [
      addProduct(test, { price: 100 }),
      addProduct(test, { name: 'Latte', price: 200 }),
    ];
    const { bulkEditId } = await apply(everything, tenPercentMore);
    const changed = { productId: second, before: { price: money(220) }, after: { price: money(250) } };
    await test.ask('catalog.update', changed);
    const result = await undo(bulkEditId);
    expect(result).toEqual({
      ...{ restored: 1, leftCount: 1 },
      left: [{ productId: second, name: 'Latte', variantLabel: null }],
    });
    expect(pricesNow()).toEqual([100, 250]);
    expect(first).toBe(1);
    expect((await test.refused('catalog.undoBulk', { bulkEditId })).code).toBe('bulk-undone');
    expect((await test.refused('catalog.undoBulk', { bulkEditId: 99 })).code).toBe('not-found');
  });

  it('refuses where everything was changed since', async () => {
    addProduct(test, { price: 100 });
    const { bulkEditId } = await apply(everything, tenPercentMore);
    await apply(everything, tenPercentMore);
    expect((await test.refused('catalog.undoBulk', { bulkEditId })).code).toBe('nothing-changed');
  });

  it('brings back exactly those that it archived, as they were found before', async () => {
    const [first, second] = [addProduct(test, { name: 'Mug' }), addProduct(test, { name: 'Mug' })];
    await apply(chosen(first), archiving);
    const { bulkEditId, changed } = await apply(chosen(first, second), archiving);
    expect(changed).toBe(1);
    await undo(bulkEditId);
    expect((await search(test, 'mug')).items.map(({ id }) => id)).toEqual([second]);
  });

  it('lists the last ones with what they set', async () => {
    const categoryId = addCategory(test, { name: 'Cups' });
    addProduct(test, { price: 100 });
    const priced = await apply(everything, tenPercentMore);
    const moved = await apply(everything, { kind: 'category', categoryId });
    await undo(priced.bulkEditId);
    expect(await test.ask('catalog.bulkEdits', {})).toMatchObject([
      {
        bulkEditId: moved.bulkEditId,
        valueName: 'Cups',
        changed: 1,
        staffName: 'Olga Owner',
        undoneAt: null,
      },
      { bulkEditId: priced.bulkEditId, change: tenPercentMore, valueName: null, undoneAt: test.now },
    ]);
  });
});
