import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { till } from './pages/till.ts';
import { typeByHand } from './type.ts';

test.beforeEach(async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
});

test('a double click and a double Enter on the payment make one order', { tag: '@daily' }, async ({
  page,
}) => {
  const sell = till(page);
  const pay = checkout(page);
  await sell.add('tea');
  await expect(sell.total).toHaveText('€4.50');
  await sell.pay.dblclick();
  await pay.tender('Cash').click();
  await expect(pay.change).toHaveText('€0.00');
  await pay.finish.dblclick();
  await expect(pay.paid).toBeVisible();
  expect(await allOrders(page)).toHaveLength(1);

  // The second click fell on the paper that took the button's place, and left it there.
  await pay.newSale.click();
  await sell.add('bread');
  await expect(sell.total).toHaveText('€3.20');
  await sell.search.press('Enter');
  await pay.cash('5.00').click();
  await expect(pay.change).toHaveText('€1.80');
  // Both keys are on their way before the window answers the first.
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
  await expect.poll(async () => (await allOrders(page)).map((order) => order.total)).toEqual([320, 450]);
  await expect(sell.lines).toHaveCount(0);
});

test('a price that changed meanwhile is refused in words, and the new one can be taken', async ({ page }) => {
  const sell = till(page);
  const pay = checkout(page);
  await sell.add('tea');
  await expect(sell.total).toHaveText('€4.50');
  await sell.pay.click();
  await pay.tender('Cash').click();
  await expect(pay.change).toHaveText('€0.00');
  // Somebody else loads a price list while the customer looks for coins.
  await importCsv(page, plainCatalogue.replace('4.50', '4.95'));
  await pay.finish.click();
  await expect(pay.dialog.getByText('A price changed while you were selling')).toBeVisible();
  await expect(pay.dialog.getByText('Harbour tea: €4.50 → €4.95')).toBeVisible();
  expect(await allOrders(page)).toHaveLength(0);
  await pay.dialog.getByRole('button', { name: 'Take new prices' }).click();
  await expect(pay.due).toHaveText('€4.95');
  await expect(pay.open).toHaveText('€0.45');
  await expect(pay.finish).toBeDisabled();
  await pay.cash('0.45').click();
  await pay.finish.click();
  await expect(pay.paid).toBeVisible();
  expect((await allOrders(page)).map((order) => order.total)).toEqual([495]);
});

test('more than is on hand: a warning once, or a manager’s PIN for a cashier', async ({ page }) => {
  const sell = till(page);
  const pay = checkout(page);
  await sell.add('lantern');
  await sell.add('lantern');
  await expect(sell.line('Last lantern')).toContainText('Only 1 on hand.');
  await expect(sell.total).toHaveText('€50.00');
  await sell.pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(pay.dialog.getByText('There is less on hand than this sale takes')).toBeVisible();
  await expect(pay.dialog.getByText('Last lantern: 2 wanted, 1 on hand')).toBeVisible();
  expect(await allOrders(page)).toHaveLength(0);
  await pay.dialog.getByRole('button', { name: 'Sell anyway' }).click();
  await expect(pay.paid).toBeVisible();
  const [order] = await allOrders(page);
  const { events } = await ask(page, 'orders.get', { orderId: order?.id ?? 0 });
  expect(events.map((event) => event.kind)).toContain('oversold');
  await pay.newSale.click();

  await ask(page, 'shop.update', { oversell: 'block' });
  const cashier = { name: 'Carla Cashier', role: 'cashier', pin: '719284' } as const;
  const { staffId } = await ask(page, 'staff.add', cashier);
  await ask(page, 'session.lock', {});
  await ask(page, 'session.signIn', { staffId, pin: cashier.pin });
  await sell.add('lantern');
  await expect(sell.line('Last lantern')).toContainText('None on hand: a manager approves it');
  await sell.pay.click();
  await pay.tender('Cash').click();
  await pay.finish.click();
  await expect(page.getByRole('dialog', { name: 'Ask a manager' })).toBeVisible();
  await expect(pay.dialog.getByText('Sell Last lantern, of which there is too little')).toBeVisible();
  // Nobody else could say so, so the owner need not be chosen.
  // As fast as a hand: quicker keys are a scanner's.
  await typeByHand(page, owner.pin);
  await expect(pay.paid).toBeVisible();
});
