import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { sharedData } from '../../../../test/support/shared-data.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

let uploads = 0;

async function upload(content: string | Uint8Array, fileName = 'products.csv'): Promise<string> {
  uploads += 1;
  const uploadId = `upload-${uploads}`;
  const bytes = Buffer.from(content as string);
  const piece = 300_000;
  for (let offset = 0; offset === 0 || offset < bytes.length; offset += piece) {
    const data = bytes.subarray(offset, offset + piece).toString('base64');
    await test.ask('import.upload', { uploadId, fileName, offset, data });
  }
  return uploadId;
}

async function importFile(content: string | Uint8Array, change: Partial<Input<'import.run'>> = {}) {
  const uploadId = await upload(content);
  const preview = await test.ask('import.preview', { uploadId });
  const result = await test.ask('import.run', { uploadId, updateExisting: true, setStock: true, ...change });
  return { preview, result };
}

function products() {
  return test.file.read.all(query.selectFrom('products').selectAll().orderBy('id'));
}

function stockOf(name: string) {
  return test.file.read.get(
    query
      .selectFrom('productStock as s')
      .innerJoin('products as p', 'p.id', 's.productId')
      .select(['s.onHand', 's.tracked'])
      .where('p.name', '=', name),
  );
}

const shopify = sharedData('shopify/apparel.csv');
const template = sharedData('shopify/product_template.csv');
const woocommerce = sharedData('woocommerce/sample_products.csv');

describe('real catalogues', () => {
  it.skipIf(!shopify)(
    'Shopify apparel: 20 products, 22 variants, prices 1295.00 (needs ../shared/data)',
    async () => {
      const { preview, result } = await importFile(readFileSync(shopify ?? ''));
      expect(preview).toMatchObject({
        format: 'shopify',
        rowCount: 22,
        counts: { create: 22, change: 0, refuse: 0 },
      });
      expect(result).toMatchObject({ created: 22, changed: 0, refused: 0 });
      const sellable = products().filter((product) => product.kind !== 'parent');
      expect(sellable).toHaveLength(22);
      expect(sellable.reduce((sum, product) => sum + product.price, 0)).toBe(129_500);
      expect(products().filter((product) => product.kind !== 'variant')).toHaveLength(20);
      const again = await importFile(readFileSync(shopify ?? ''));
      expect(again.result).toMatchObject({ created: 0, changed: 0, unchanged: 22 });
      expect(products().filter((product) => product.kind !== 'parent')).toHaveLength(22);
    },
  );

  it.skipIf(!template)(
    'Shopify template: 1 product, 3 variants, prices 64.98 (needs ../shared/data)',
    async () => {
      await importFile(readFileSync(template ?? ''));
      const variants = products().filter((product) => product.kind === 'variant');
      expect(variants).toHaveLength(3);
      expect(variants.reduce((sum, product) => sum + product.price, 0)).toBe(6498);
      expect(variants[0]?.variantLabel).toContain('9"');
    },
  );

  it.skipIf(!woocommerce)(
    'WooCommerce: what can be sold comes in under its parents (needs ../shared/data)',
    async () => {
      const { preview } = await importFile(readFileSync(woocommerce ?? ''));
      expect(preview).toMatchObject({ format: 'woocommerce', encoding: 'utf-8', rowCount: 25 });
      const hoodie = products().find((product) => product.kind === 'parent' && product.name === 'Hoodie');
      const variants = products().filter((product) => product.parentId === hoodie?.id);
      expect(variants.length).toBeGreaterThanOrEqual(3);
      const category = test.file.read.get(
        query
          .selectFrom('categories')
          .selectAll()
          .where('id', '=', hoodie?.categoryId ?? 0),
      );
      expect(category).toMatchObject({ name: 'Hoodies' });
      expect(category?.parentId).not.toBeNull();
      const found = await test.ask('catalog.search', {
        text: 'hood',
        categoryId: null,
        cursor: null,
        limit: 20,
      });
      expect(found.items.length).toBeGreaterThan(0);
    },
  );
});

describe('any list', () => {
  const list =
    'Artikel;EAN;Preis;Bestand;Warengruppe\nKäse;4006381333931;12,50;3;Deli > Käse\nBrot;;4,20;10;Bäckerei\n';

  it('comes in with stock in the ledger, nested categories and the mapping remembered', async () => {
    const { preview, result } = await importFile(list);
    expect(preview).toMatchObject({ format: 'generic', delimiter: ';', decimal: 'comma', remembered: false });
    expect(result).toMatchObject({ created: 2, refused: 0 });
    expect(stockOf('Käse')).toEqual({ onHand: 3000, tracked: 1 });
    expect((await test.ask('catalog.findByCode', { code: '4006381333931' }))?.name).toBe('Käse');
    const categories = test.file.read.all(query.selectFrom('categories').select('name').orderBy('id'));
    expect(categories.map((row) => row.name)).toEqual(['Deli', 'Käse', 'Bäckerei']);
  });

  it('remembers a choice of columns for the next file with the same headings', async () => {
    const odd = 'aaa,bbb,ccc\nTea,99,3.50\n';
    const uploadId = await upload(odd);
    await test.ask('import.preview', { uploadId, mapping: { name: 0, price: 2 }, hasHeader: true });
    const next = await test.ask('import.preview', {
      uploadId: await upload('ccc,bbb,aaa\n4.50,1,Mug\n'),
      hasHeader: true,
    });
    expect(next.remembered).toBe(true);
    expect(next.mapping).toEqual({ name: 2, price: 0 });
  });

  it('shows what changes and changes it, or leaves it, as told', async () => {
    const productId = addProduct(test, { name: 'Käse', sku: 'K1', price: 1000, stock: 2 });
    const file = 'Name;SKU;Preis;Bestand\nKäse alt;K1;12,50;7\n';
    const uploadId = await upload(file);
    const preview = await test.ask('import.preview', { uploadId });
    expect(preview.counts).toEqual({ create: 0, change: 1, leave: 0, refuse: 0 });
    expect(preview.rows[0]?.changes.map((change) => change.field)).toEqual(['name', 'price', 'stock']);
    await test.ask('import.run', { uploadId, updateExisting: false, setStock: false });
    expect(products()[0]).toMatchObject({ name: 'Käse', price: 1000 });
    await test.ask('import.run', { uploadId, updateExisting: true, setStock: true });
    expect(products()[0]).toMatchObject({ id: productId, name: 'Käse alt', price: 1250 });
    expect(stockOf('Käse alt')?.onHand).toBe(7000);
    expect((await test.ask('catalog.findByCode', { code: 'K1' }))?.name).toBe('Käse alt');
  });

  it('leaves bad rows out, says why, and saves them as a file to be mended', async () => {
    const file = 'Name,SKU,Price\nGood,A,1.00\n,B,2.00\nBad,C,abc\n';
    const { preview, result } = await importFile(file);
    expect(result).toMatchObject({ created: 1, refused: 2 });
    expect(
      preview.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.line),
    ).toEqual([3, 4]);
    await test.ask('import.saveProblems', { uploadId: preview.uploadId });
    const saved = Buffer.from(test.desktop.saved[0]?.bytes as Uint8Array).toString();
    expect(saved).toContain('The product has no name');
    expect(saved).toContain('Bad,C,abc');
  });

  it('refuses what it cannot use in words, and nothing of it stays', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['', 'file-empty'],
      ['Name,Price\n', 'file-empty'],
    ];
    for (const [content, code] of cases) {
      expect((await test.refused('import.preview', { uploadId: await upload(content) })).code).toBe(code);
    }
    expect((await test.refused('import.preview', { uploadId: 'never-sent' })).code).toBe('upload-gone');
    const late = { uploadId: await upload(list), fileName: 'x.csv', offset: 5, data: '' };
    expect((await test.refused('import.upload', late)).code).toBe('upload-out-of-order');
    const unread = await upload(list);
    expect(
      (await test.refused('import.run', { uploadId: unread, updateExisting: true, setStock: true })).code,
    ).toBe('upload-gone');
    expect(products()).toEqual([]);
  });

  it('keeps uploads of windows apart', async () => {
    const uploadId = await upload(list);
    const other = { kind: 'window', windowId: 5 } as const;
    const { staffId } = await test.ask('staff.add', { name: 'Mia', role: 'manager', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, other);
    expect((await test.refused('import.preview', { uploadId }, other)).code).toBe('upload-gone');
  });
});

describe('a long file', () => {
  const rows = 3000;
  const long = `Name,SKU,Price,Stock\n${Array.from({ length: rows }, (_, n) => `Thing ${n},S${n},${n}.50,${n % 9}`).join('\n')}`;

  it('tells how far it is and lets nothing of a cancelled import stay', async () => {
    const uploadId = await upload(long);
    await test.ask('import.preview', { uploadId });
    let steps = 0;
    const stop = test.app.onChange((change) => {
      if (change.kind !== 'progress') return;
      steps += 1;
      if (steps === 20) void test.app.ask(owner, 'import.cancel', { uploadId });
    });
    const reply = await test.app.ask(
      owner,
      'import.run',
      { uploadId, updateExisting: true, setStock: true },
      nextRequestId(),
    );
    stop();
    expect(reply.ok ? 'ok' : reply.error.code).toBe('cancelled');
    expect(products()).toEqual([]);
    expect(test.file.read.all(query.selectFrom('imports').selectAll())).toEqual([]);
    const { count } = test.file.read.get(
      sql<{ count: number }>`SELECT count(*) AS count FROM stockMovements`,
    ) ?? { count: -1 };
    expect(count).toBe(0);
  });

  it('comes in whole afterwards, while the till reads and sells', async () => {
    const productId = addProduct(test, { stock: 5 });
    const uploadId = await upload(long);
    await test.ask('import.preview', { uploadId });
    const running = test.ask('import.run', { uploadId, updateExisting: true, setStock: true });
    const seen = await test.ask('catalog.count', {});
    expect(seen.sellable).toBe(1);
    const [result] = await Promise.all([running, test.ask('catalog.tiles', { productIds: [productId] })]);
    expect(result.created).toBe(rows);
    expect((await test.ask('catalog.count', {})).sellable).toBe(rows + 1);
  });
});
