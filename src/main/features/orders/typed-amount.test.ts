import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { orderListOf } from '../../../../test/support/order-filters.ts';
import { typedAmount } from './typed-amount.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createOpenShop();
  const tea = addProduct(test, { name: 'Tea', price: 1250, stock: 9 });
  await test.ask('orders.place', counterSale([line(tea, 1, 1250)], { cartId: 'one' }));
  await test.ask('orders.place', counterSale([line(tea, 2, 1250)], { cartId: 'two' }));
});
afterAll(() => test.close());

describe('an amount that was typed to find orders', () => {
  it.each([
    ['12.50', 1250],
    ['12,5', 1250],
    ['£12.50', 1250],
    ['12.50 gbp', 1250],
    ['GBP 1,250', 125_000],
    // There is no order 25.
    ['25', 2500],
    // But an order 2, and with its sign it is an amount.
    ['2', null],
    ['£2', 200],
    ['12.505', 1_250_500],
    ['12.5055', null],
    ['0', null],
    ['-12.50', null],
    ['tea', null],
    ['12.50 tea', null],
    ['12.50 EUR', null],
    ['', null],
    ['9'.repeat(40), null],
  ])('reads %j as %j', (text, amount) => {
    expect(typedAmount(test.file.read, text)).toBe(amount);
  });

  it('finds them, by an amount, a number or neither', async () => {
    const found = async (text: string) =>
      (await test.ask('orders.list', orderListOf({ text }))).items.map(({ id }) => id);
    expect(await found('12.50')).toEqual([1]);
    expect(await found('25')).toEqual([2]);
    expect(await found('2')).toEqual([2]);
    expect(await found('13.00')).toEqual([]);
  });
});
