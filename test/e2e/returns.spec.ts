import type { Page } from 'playwright';
import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { orderCode } from '../../src/shared/domain/order-code.ts';
import { quantity } from '../../src/shared/domain/quantity.ts';
import { rate } from '../../src/shared/domain/rate.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { orderPage } from './pages/order-page.ts';
import { returnsPage } from './pages/returns-page.ts';
import { scan } from './pages/scan.ts';

type Sale = Input<'orders.place'>;

/** Three teas at 23 % and two books at 13.5 %, a tenth off the order, paid in cash: €30.15. */
const teasAndBooks: Sale = {
  cartId: 'journey-1',
  kind: 'counter',
  lines: [
    { ...lineOf('Harbour tea', 3, 450), productId: 1 },
    { ...lineOf('Cookery book', 2, 1000), taxClassId: 2 },
  ],
  orderDiscount: { kind: 'percent', rate: rate(100_000) },
  customerId: null,
  delivery: null,
  tenders: [{ tenderId: 1, amount: money(3015), reference: '' }],
  expectedTotal: money(3015),
  note: '',
  oversellAccepted: [],
};

function lineOf(name: string, pieces: number, price: number): Sale['lines'][number] {
  const rest = { productId: null, priceOverridden: false, discount: null, note: '', taxClassId: null };
  return { ...rest, name, quantity: quantity(pieces * 1000), unitPrice: money(price) };
}

test.beforeEach(async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
});

async function teaOnHand(page: Page): Promise<number> {
  return (await ask(page, 'stock.get', { productId: 1 })).onHand / 1000;
}

test('a part comes back, then the rest: order discount and two tax rates to the last cent', {
  tag: '@daily',
}, async ({ page }) => {
  const back = returnsPage(page);
  await ask(page, 'orders.place', teasAndBooks);
  expect(await teaOnHand(page)).toBe(117);
  await test.step('the receipt is scanned; one tea is damaged, one book goes on the shelf', async () => {
    await showScreen(page, '/returns');
    await expect(back.sale('Order 1')).toBeVisible();
    await scan(page, orderCode(1));
    await expect(back.title).toHaveText('Return from order 1');
    await back.quantity('Harbour tea').fill('1');
    await back.quantity('Harbour tea').press('Tab');
    await back.goods('Harbour tea', 'Damaged, written off');
    await back.quantity('Cookery book').fill('1');
    await back.quantity('Cookery book').press('Tab');
    await expect(back.toGiveBack).toHaveText('€13.05');
    await back.button('Give back €13.05').click();
    await back.inDialog('Hand out €13.05').click();
    await expect(back.done(1)).toBeVisible();
    await expect(back.dialog.getByText('1 item is written off as damaged.')).toBeVisible();
    expect(await teaOnHand(page)).toBe(117);
    // 4.05 of the teas' 12.15 with their 2.27 of tax, 9.00 of the books' 18.00 with 2.14.
    const { net, tax, total, lines } = await ask(page, 'returns.get', { returnId: 1 });
    expect([net, tax, total]).toEqual([1122, 183, 1305]);
    expect(lines.map((line) => [line.total, line.tax])).toEqual([
      [405, 76],
      [900, 107],
    ]);
  });
  await test.step('everything that is left', async () => {
    await back.inDialog('Next return').click();
    await back.sale('Order 1').click();
    await back.button('Return everything').click();
    await expect(back.toGiveBack).toHaveText('€17.10');
    await back.button('Give back €17.10').click();
    await back.inDialog('Hand out €17.10').click();
    await expect(back.done(2)).toBeVisible();
    expect(await teaOnHand(page)).toBe(119);
  });
  await test.step('the order has given all of it back, and nothing more can come', async () => {
    await back.inDialog('Next return').click();
    await showScreen(page, '/orders/1');
    const order = orderPage(page);
    await expect(order.pill('Refunded')).toBeVisible();
    await expect(order.sum('Refunded')).toContainText('30.15');
    await expect(order.event('Goods for €13.05 came back')).toBeVisible();
    const { credited, refunded, total, dueBack } = await ask(page, 'orders.get', { orderId: 1 });
    expect([credited, refunded, total, dueBack]).toEqual([3015, 3015, 3015, 0]);
  });
});

test('goods are exchanged for dearer ones, and the difference is paid', async ({ page }) => {
  const back = returnsPage(page);
  const pay = checkout(page);
  const oneTea = lineOf('Harbour tea', 1, 450);
  await ask(page, 'orders.place', {
    ...teasAndBooks,
    lines: [{ ...oneTea, productId: 1 }],
    orderDiscount: null,
    tenders: [{ tenderId: 1, amount: money(450), reference: '' }],
    expectedTotal: money(450),
  });
  await showScreen(page, '/returns');
  await back.sale('Order 1').click();
  await back.button('Return everything').click();
  await back.button('Exchange for new goods').click();
  await back.newGoods.fill('bread');
  await expect(page.getByRole('option', { name: /Walnut bread/u })).toBeVisible();
  await back.newGoods.press('Enter');
  await back.newQuantity('Walnut bread').fill('2');
  await back.newQuantity('Walnut bread').press('Tab');
  await expect(back.toPay).toHaveText('€1.90');
  await back.button('Take €1.90').click();
  await pay.cash('2.00').click();
  await expect(pay.change).toHaveText('€0.10');
  await back.inDialog('Finish exchange').click();
  await expect(back.done(1)).toBeVisible();
  await expect(back.dialog.getByText('€4.50 went towards order 2.')).toBeVisible();

  const old = await ask(page, 'orders.get', { orderId: 1 });
  expect(old).toMatchObject({
    credited: 450,
    refunded: 450,
    dueBack: 0,
    refunds: [{ tenderName: 'Exchange', state: 'settled' }],
  });
  const bought = await ask(page, 'orders.get', { orderId: 2 });
  expect(bought).toMatchObject({
    status: 'delivered',
    total: 640,
    paid: 640,
    exchangeOf: { returnId: 1, orderId: 1 },
  });
  expect(bought.payments.map((one) => [one.tenderName, one.amount])).toEqual([
    ['Exchange', 450],
    ['Cash', 190],
  ]);
  expect(await teaOnHand(page)).toBe(120);
  await back.inDialog('Next return').click();
  await showScreen(page, '/orders/2');
  await expect(orderPage(page).title).toHaveText('Order 2');
  await expect(page.getByText('Exchange for')).toBeVisible();
});
