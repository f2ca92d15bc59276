import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesWith } from './find-in-files.ts';
import { expect, test } from './host.ts';
import { owner } from './open-shop.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { setupWizard } from './pages/setup-wizard.ts';

test('a shop is set up, filled with the sample, and found again', { tag: '@daily' }, async ({
  page,
  orderlla,
  launch,
}) => {
  const wizard = setupWizard(page);

  await test.step('the shop, by keyboard', async () => {
    await expect(wizard.heading).toHaveText('What is your shop called?');
    await expect(wizard.shopName).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('The shop needs a name.')).toBeVisible();
    await expect(wizard.shopName).toBeFocused();
    await page.keyboard.type('Harbour & Hearth');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12 Quay Street\nOld Town');
    await page.keyboard.press('Tab');
    await page.keyboard.type('555-0100');
    await page.keyboard.press('Enter');
  });

  await test.step('money and tax, suggested by the country', async () => {
    await expect(wizard.heading).toHaveText('How do you count money and tax?');
    await wizard.choose('Country', 'Irel');
    await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue('EUR, Euro');
    await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Europe/Dublin');
    await expect(page.getByRole('switch', { name: /Prices on the shelf include tax/u })).toBeChecked();
    await expect(page.getByText('A coffee marked €3.50 costs €3.50 at the till.')).toBeVisible();
    await wizard.next.click();
  });

  await test.step('the owner: what is too weak is refused in words', async () => {
    await expect(wizard.heading).toHaveText('Who owns this till?');
    await expect(wizard.ownerName).toBeFocused();
    await page.keyboard.type(owner.name);
    await page.keyboard.press('Tab');
    await page.keyboard.type('short');
    await wizard.openShop.click();
    await expect(page.getByText('At least 8 characters.', { exact: true })).toBeVisible();
    await expect(wizard.password).toBeFocused();
    await expect(page.getByText('Choose a PIN.', { exact: true })).toBeVisible();
    await wizard.password.fill('password1');
    await expect(page.getByText('One of the first that anybody would guess. Choose another.')).toBeVisible();
    await wizard.password.fill(owner.password);
    await expect(page.getByText('Strong.', { exact: true })).toBeVisible();

    await wizard.touchPin('123456');
    await expect(page.getByText(/^Easy to guess: no repeats/u)).toBeVisible();
    await page.keyboard.type(owner.pin);
    await expect(page.getByText('Enter the same PIN again')).toBeVisible();
    await wizard.touchPin('482914');
    await expect(page.getByText('The two PINs were not the same. Choose one again.')).toBeVisible();
    await wizard.touchPin(owner.pin);
    await expect(page.getByText('Enter the same PIN again')).toBeVisible();
    await page.keyboard.type(owner.pin);
    await expect(page.getByText('The PIN is set')).toBeVisible();
    await wizard.openShop.click();
  });

  const secrets = await test.step('the recovery code, once', async () => {
    await expect(wizard.heading).toHaveText('Keep this code on paper');
    const code = await wizard.recoveryCode();
    expect(code).toMatch(/^(?:[0-9A-Z]{3}-){8}[0-9A-Z]{2}[0-9A-Z*~$=]$/u);
    await wizard.next.click();
    await expect(page.getByText('Print the code or write it down, then say so above.')).toBeVisible();
    await wizard.kept.click();
    await wizard.next.click();
    await expect(wizard.heading).toHaveText('What should be on the shelves?');
    for (const group of code.split('-')) await expect(page.getByText(group, { exact: true })).toHaveCount(0);
    return [owner.password, owner.pin, code, code.replaceAll('-', '')];
  });

  await test.step('nothing secret lies on the disk, while it runs', () => {
    const probe = join(orderlla.profile, 'probe.txt');
    writeFileSync(probe, `the PIN is ${owner.pin}.`);
    expect(filesWith(orderlla.profile, secrets), 'the search itself works').toEqual(['probe.txt']);
    writeFileSync(probe, '');
    expect(filesWith(orderlla.profile, secrets)).toEqual([]);
    expect(readFileSync(join(orderlla.profile, 'shop.db')).length).toBeGreaterThan(0);
  });

  await test.step('the sample shop loads, says how far it is, and leads to the till', async () => {
    await page.getByRole('button', { name: 'Start with a sample shop' }).click();
    const progress = page.getByRole('progressbar', { name: 'Setting up the sample shop' });
    await expect(progress).toBeVisible();
    await expect(progress).toHaveAttribute('aria-valuetext', /\d+\s?% done/u);
    await expect(page.getByRole('searchbox', { name: 'Search products' })).toBeFocused({ timeout: 90_000 });
    await expect(page.getByText(/^The sample shop is ready, with \d+ products/u)).toBeVisible();
    await expect(page.getByRole('option').first()).toBeVisible();
  });

  await test.step('a second start asks for the password', async () => {
    await orderlla.app.close();
    expect(filesWith(orderlla.profile, secrets)).toEqual([]);
    const again = await launch({ profile: orderlla.profile });
    const lock = lockScreen(again.page);
    await lock.person(owner.name).click();
    await expect(again.page.getByText('The first sign-in of the day asks for your password.')).toBeVisible();
    await lock.enterPassword('larch-otter-7-lanterns');
    await expect(again.page.getByText('That is not the right password.')).toBeVisible();
    await lock.enterPassword(owner.password);
    await expect(again.page.getByRole('searchbox', { name: 'Search products' })).toBeFocused();
    expect(filesWith(orderlla.profile, secrets)).toEqual([]);
  });
});
