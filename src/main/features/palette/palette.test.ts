import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { orderCode } from '../../../shared/domain/order-code.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { Caller } from '../../app/create-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const find = (text: string, limit = 6, caller?: Caller) => test.ask('palette.find', { text, limit }, caller);
const names = (found: { readonly name: string }[]) => found.map(({ name }) => name);

async function addCustomer(name: string, phone = '', address = ''): Promise<number> {
  const { customerId } = await test.ask('customers.create', { name, phone, email: '', address, note: '' });
  return customerId;
}

/** Somebody signed in at a window of their own, who may do only this. */
async function somebodyWith(kept: readonly Right[]): Promise<Caller> {
  const { staffId } = await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '730184' });
  const all = ['see-orders', 'see-products', 'see-customers'] as const;
  const overrides = all.filter((right) => !kept.includes(right)).map((right) => ({ right, granted: false }));
  await test.ask('staff.setRights', { staffId, overrides, discountCeiling: null });
  const caller: Caller = { kind: 'window', windowId: 7 };
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  return caller;
}

describe('products in the palette', () => {
  it('are found by name, SKU and barcode; what begins so and sells best first', async () => {
    addProduct(test, { name: 'Green tea', sku: 'GT-1', barcode: '4006381333931' });
    addProduct(test, { name: 'Tea pot' });
    const best = addProduct(test, { name: 'Iced tea' });
    change(test, `UPDATE products SET popularity = 9 WHERE id = ${best}`);
    expect(names((await find('tea')).products)).toEqual(['Tea pot', 'Iced tea', 'Green tea']);
    expect(names((await find('gt-1')).products)).toEqual(['Green tea']);
    expect(await find('4006381333931')).toMatchObject({ codeOf: 1, products: [{ id: 1 }] });
    expect((await find('tea')).codeOf).toBeNull();
    expect((await find('tea', 2)).products).toHaveLength(2);
  });

  it('stand as their parent where several variants fit, and for themselves where one does', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'Mug' });
    addProduct(test, { kind: 'variant', parentId, name: 'Mug', variantLabel: 'Blue', price: 900 });
    addProduct(test, { kind: 'variant', parentId, name: 'Mug', variantLabel: 'Red', price: 1100 });
    expect((await find('mug')).products).toMatchObject([
      { id: parentId, kind: 'parent', variantCount: 2, price: 900, highestPrice: 1100 },
    ]);
    expect((await find('mug red')).products).toMatchObject([{ kind: 'variant', variantLabel: 'Red' }]);
  });

  it('are found by a piece of a word where nothing begins so, and only there', async () => {
    addProduct(test, { name: 'Canada maple' });
    expect(names((await find('nada')).products)).toEqual(['Canada maple']);
    await addCustomer('Nada Novak');
    expect(await find('nada')).toMatchObject({ products: [], customers: [{ name: 'Nada Novak' }] });
    expect(names((await find('ovak')).customers)).toEqual(['Nada Novak']);
  });

  it('leave out what is archived', async () => {
    archiveProduct(test, addProduct(test, { name: 'Tea' }));
    expect((await find('tea')).products).toEqual([]);
  });
});

describe('orders in the palette', () => {
  it('are found by number and by printed code, and no other', async () => {
    const customerId = await addCustomer('Ada Byron');
    const productId = addProduct(test, { price: 350, stock: 5 });
    const { orderId } = await test.ask(
      'orders.place',
      counterSale([line(productId, 1, 350)], { customerId }),
    );
    const found = [{ id: orderId, status: 'delivered', customerName: 'Ada Byron', total: 350 }];
    for (const text of [String(orderId), `#${orderId}`, ` ${orderId} `, orderCode(orderId)]) {
      expect((await find(text)).orders).toMatchObject(found);
    }
    for (const text of ['99', `${orderId}x`, '', '999999999999999'])
      expect((await find(text)).orders).toEqual([]);
  });
});

describe('customers in the palette', () => {
  it('are found by name, telephone, address and number; whose number it is first', async () => {
    const first = await addCustomer('Zoe Ada', '0555 0101', 'Low Road 1');
    await addCustomer('Ada Byron', '0555 0202');
    expect(names((await find('ada')).customers)).toEqual(['Ada Byron', 'Zoe Ada']);
    expect(names((await find('05550101')).customers)).toEqual(['Zoe Ada']);
    expect(names((await find('low road')).customers)).toEqual(['Zoe Ada']);
    expect(names((await find(String(first))).customers)[0]).toBe('Zoe Ada');
  });
});

describe('what was opened before', () => {
  it('comes as it is called now, without what is gone', async () => {
    const kept = addProduct(test, { name: 'Tea', price: 350, stock: 5 });
    const gone = addProduct(test, { name: 'Old tea' });
    archiveProduct(test, gone);
    const customerId = await addCustomer('Ada Byron');
    const { orderId } = await test.ask('orders.place', counterSale([line(kept, 1, 350)]));
    const before = { orderIds: [orderId, 99], productIds: [kept, gone], customerIds: [customerId, 99] };
    expect(await test.ask('palette.recall', before)).toMatchObject({
      ...{
        orders: [{ id: orderId }],
        products: [{ id: kept, name: 'Tea' }],
        customers: [{ name: 'Ada Byron' }],
      },
    });
  });
});

describe('who asks', () => {
  it('finds only the kinds that they may see', async () => {
    const productId = addProduct(test, {
      name: '1 litre milk',
      price: 350,
      stock: 5,
      barcode: '4006381333931',
    });
    const customerId = await addCustomer('1 Street Cafe');
    await test.ask('orders.place', counterSale([line(productId, 1, 350)], { customerId }));
    const kinds = async (caller?: Caller) => {
      const { orders, products, customers } = await find('1', 6, caller);
      return [orders.length, products.length, customers.length];
    };
    expect(await kinds()).toEqual([1, 1, 1]);
    const caller = await somebodyWith(['see-customers']);
    expect(await kinds(caller)).toEqual([0, 0, 1]);
    const before = { orderIds: [1], productIds: [productId], customerIds: [customerId] };
    expect(await test.ask('palette.recall', before, caller)).toMatchObject({
      ...{ orders: [], products: [], customers: [{ name: '1 Street Cafe' }] },
    });
    // Not even that a code is known is told.
    expect((await find('4006381333931', 6, caller)).codeOf).toBeNull();
  });

  it('is refused where nobody is signed in', async () => {
    const nobody: Caller = { kind: 'window', windowId: 99 };
    expect((await test.refused('palette.find', { text: 'a', limit: 6 }, nobody)).code).toBe('not-signed-in');
  });
});
