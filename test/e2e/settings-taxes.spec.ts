import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { till } from './pages/till.ts';

test('taxes: a correction from today, and prices that begin to exclude tax', async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await showScreen(page, '/settings?part=taxes');
  const dialog = page.getByRole('dialog');
  const timeline = page.getByRole('list', { name: 'Rates of Standard over time' });
  await test.step('a correction from today: both rates stay to be seen', async () => {
    await page.getByRole('button', { name: 'Change rates of Standard' }).click();
    await dialog.getByRole('textbox', { name: 'Rate of tax 1' }).fill('20');
    await dialog.getByRole('button', { name: 'Save rates' }).click();
    await expect(dialog).toBeHidden();
    await expect(timeline).toContainText('VAT 23%');
    await expect(timeline).toContainText('VAT 20%');
  });
  await test.step('what prices mean is said before it is saved', async () => {
    await page.getByText('Tax is added at the till').click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    const asked = page.getByRole('alertdialog');
    await expect(asked).toContainText('the customer pays €100.00 for it now, and €120.00 afterwards');
    await asked.getByRole('button', { name: 'Add tax at the till' }).click();
    await expect(page.getByText('The shop’s settings are saved.')).toBeVisible();
  });
  await test.step('the till charges it', async () => {
    await showScreen(page, '/sell');
    const sell = till(page);
    await sell.add('Harbour tea');
    await expect(sell.total).toHaveText('€5.40');
  });
});

test('ways to pay: one of the shop’s own with a key, which takes it at the till', async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await showScreen(page, '/settings?part=tenders');
  const dialog = page.getByRole('dialog');
  await test.step('add it, by the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Add way to pay' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Voucher');
    await dialog.getByText('Asks for a reference').click();
    await dialog.getByRole('textbox', { name: /^Key in the payment dialog/u }).fill('v');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('list', { name: 'Offered at the till' })).toContainText('Voucher');
  });
  await test.step('its letter takes what is open', async () => {
    await showScreen(page, '/sell');
    await till(page).add('Harbour tea');
    await page.keyboard.press('Control+Enter');
    const pay = checkout(page);
    await expect(pay.tender('Voucher')).toContainText('V');
    await expect(pay.amount).toBeFocused();
    await page.keyboard.press('v');
    await expect(pay.change).toBeVisible();
    await pay.finish.click();
    await expect(pay.paid).toBeVisible();
    const [payment] = (await ask(page, 'orders.get', { orderId: 1 })).payments;
    expect(payment).toMatchObject({ tenderName: 'Voucher', amount: 450 });
  });
});

test('unsaved settings of the kiosk are kept from part to part and asked about', async ({ page }) => {
  await openShop(page);
  await showScreen(page, '/settings?part=kiosk');
  await page.getByRole('textbox', { name: /^Most of one product/u }).fill('9');
  await showScreen(page, '/settings?part=till');
  await showScreen(page, '/settings?part=kiosk');
  await expect(page.getByRole('textbox', { name: /^Most of one product/u })).toHaveValue('9');
  await page.getByRole('link', { name: 'Sell' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('The changes under Kiosk were not saved.');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The shop’s settings are saved.')).toBeVisible();
  expect((await ask(page, 'setup.state', {})).shop?.kioskCartCap).toBe(9);
});
