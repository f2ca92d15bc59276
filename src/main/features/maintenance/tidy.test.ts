import { expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop } from '../../../../test/support/create-test-app.ts';
import { query } from '../../database/query.ts';

it('ranks what sold lately first and drops old leftovers, and nothing else', async () => {
  const test = await createOpenShop();
  const slow = addProduct(test, { name: 'Tea amber', stock: 50 });
  const quick = addProduct(test, { name: 'Tea zephyr', stock: 50 });
  for (let count = 0; count < 3; count += 1) {
    await test.ask('orders.place', counterSale([line(quick, 1, 350)], { cartId: `cart-${count}` }));
  }
  await test.ask('orders.place', counterSale([line(slow, 1, 350)]));
  await test.ask('maintenance.tidy', {}, { kind: 'system' });
  const found = await test.ask('catalog.search', { text: 'tea', categoryId: null, cursor: null, limit: 5 });
  expect(found.items.map((product) => product.id)).toEqual([quick, slow]);
  expect(test.file.read.all(query.selectFrom('carts').selectAll())).toHaveLength(3);
  test.now += 31 * 86_400_000;
  await test.ask('maintenance.tidy', {}, { kind: 'system' });
  expect(test.file.read.all(query.selectFrom('carts').selectAll())).toEqual([]);
  expect(test.file.read.all(query.selectFrom('requests').selectAll())).toEqual([]);
  expect(test.file.read.all(query.selectFrom('orders').selectAll())).toHaveLength(4);
  test.now += 90 * 86_400_000;
  await test.ask('maintenance.tidy', {}, { kind: 'system' });
  const ranks = test.file.read.all(query.selectFrom('products').select('popularity'));
  expect(ranks).toEqual([{ popularity: 0 }, { popularity: 0 }]);
  await test.close();
});
