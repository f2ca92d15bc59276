import type { Locator, Page } from 'playwright';
import { allOrders } from './all-orders.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, owner } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { checkout } from './pages/checkout.ts';
import { lockScreen } from './pages/lock-screen.ts';
import { till } from './pages/till.ts';
import { large, small } from './screens/modes.ts';
import { typeByHand } from './type.ts';

/** What has the focus, and whether anybody can see that it has. */
function focus(page: Page): Promise<{ readonly name: string; readonly seen: boolean }> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return { name: '', seen: false };
    // A list keeps the focus itself and shows which of its items has it.
    const item = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
    const one = item ?? focused;
    const isMarked = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseInt(outlineWidth, 10) > 0) || boxShadow !== 'none';
    };
    const box = one.getBoundingClientRect();
    const isInside = box.width > 0 && box.top >= 0 && box.bottom <= window.innerHeight;
    // A field shows its focus on the frame around it.
    const frames = [one, one.parentElement, one.parentElement?.parentElement];
    const words = focused.getAttribute('aria-label') ?? focused.innerText;
    return {
      name: `${focused.tagName} ${words.replace(/\s+/gu, ' ').slice(0, 40)}`,
      seen: isInside && frames.some((element) => element != null && isMarked(element)),
    };
  });
}

async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(() => focus(page)).toMatchObject({ seen: true });
}

async function middleOf(one: Locator): Promise<number> {
  const box = await one.boundingBox();
  return box === null ? Number.NaN : Math.round(box.y + box.height / 2);
}

test('a whole sale without a mouse', { tag: '@daily' }, async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await ask(page, 'session.lock', {});
  const keys = page.keyboard;
  const sell = till(page);
  const pay = checkout(page);

  await test.step('sign in by PIN', async () => {
    await expect(page.getByRole('group', { name: 'PIN' })).toBeVisible();
    await typeByHand(page, owner.pin);
    await expect(sell.search).toBeFocused();
    await expectFocusSeen(page);
  });

  await test.step('find by name and add', async () => {
    await typeByHand(page, 'harb');
    await expect(page.getByRole('option')).toHaveCount(1);
    await keys.press('Enter');
    await expect(sell.total).toHaveText('€4.50');
    await expect(sell.search).toHaveValue('');
    // The second by walking: the arrows lead through the pictures while the focus stays in the search.
    await typeByHand(page, 'b');
    await expect(sell.product('Walnut bread')).toBeVisible();
    await keys.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
    await expect(sell.search).toBeFocused();
    await keys.press('Enter');
    await expect(sell.total).toHaveText('€7.70');
  });

  await test.step('change the quantity and give a discount', async () => {
    await keys.press('F4');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectFocusSeen(page);
    await typeByHand(page, '3');
    await keys.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(sell.total).toHaveText('€14.10');
    await keys.press('+');
    await expect(sell.total).toHaveText('€17.30');
    await keys.press('-');
    await expect(sell.total).toHaveText('€14.10');
    await keys.press('Alt+ArrowUp');
    await expect(sell.line('Harbour tea').getByRole('button')).toHaveAttribute('aria-current', 'true');
    await keys.press('F6');
    await expect(page.getByRole('dialog', { name: 'Discount on Harbour tea' })).toBeVisible();
    await expectFocusSeen(page);
    await typeByHand(page, '10');
    await keys.press('Enter');
    await expect(sell.total).toHaveText('€13.65');
    await expectFocusSeen(page);
  });

  await test.step('walk through everything by Tab: the focus is always seen', async () => {
    const names: string[] = [];
    while (!names.at(-1)?.startsWith('BUTTON Lock') && names.length < 60) {
      await keys.press('Tab');
      const now = await focus(page);
      expect(now, `after ${names.join(' → ')}`).toEqual({ name: now.name, seen: true });
      names.push(now.name);
    }
    expect(names.length, names.join(' → ')).toBeGreaterThan(15);
    expect(names.length, names.join(' → ')).toBeLessThan(40);
    await keys.press('F2');
    await expect(sell.search).toBeFocused();
  });

  await test.step('pay cash and begin the next sale', async () => {
    await keys.press('Control+Enter');
    await expect(pay.amount).toBeFocused();
    await expectFocusSeen(page);
    await typeByHand(page, '20');
    await keys.press('Enter');
    await expect(pay.change).toHaveText('€6.35');
    await keys.press('Enter');
    await expect(pay.paid).toBeVisible();
    await expect(pay.newSale).toBeFocused();
    await expectFocusSeen(page);
    await keys.press('Enter');
    await expect(pay.dialog).toBeHidden();
    await expect(sell.lines).toHaveCount(0);
    await expect(sell.search).toBeFocused();
    expect((await allOrders(page)).map((order) => order.total)).toEqual([1365]);
  });

  await test.step('hold a cart: what else the till can do stands in one row, in both sizes', async () => {
    await typeByHand(page, 'harb');
    await keys.press('Enter');
    await expect(sell.total).toHaveText('€4.50');
    for (const isHeld of [false, true]) {
      if (isHeld) {
        await keys.press('F9');
        await expect(page.getByRole('dialog')).toBeVisible();
        await keys.press('Enter');
        await expect(sell.lines).toHaveCount(0);
      }
      const first = page.getByRole('button', { name: isHeld ? /^Held 1/u : /^Held/u });
      const last = page.getByRole('button', { name: 'Keys of the till (F1)' });
      for (const size of [small, large]) {
        await page.setViewportSize(size);
        await expect.poll(() => middleOf(last)).toBe(await middleOf(first));
      }
    }
    await page.setViewportSize(large);
  });

  await test.step('look at the orders and come back', async () => {
    await keys.press('Control+2');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Orders');
    await keys.press('F2');
    await expect(page.getByRole('searchbox', { name: 'Search orders' })).toBeFocused();
    await expect(page.getByRole('row', { name: /Order 1/u })).toBeVisible();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'Order 1', exact: true })).toBeVisible();
    await keys.press('Escape');
    await keys.press('Control+1');
    await expect(sell.search).toBeFocused();
  });

  await test.step('lock', async () => {
    await keys.press('Control+l');
    await expect(page.getByRole('group', { name: 'PIN' })).toBeVisible();
    await expect(lockScreen(page).person('Use the password')).toBeVisible();
    expect(await ask(page, 'session.current', {})).toBeNull();
  });
});
