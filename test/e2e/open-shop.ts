import type { Page } from 'playwright';
import type { Input } from '../../src/shared/contract/index.ts';
import { rate } from '../../src/shared/domain/rate.ts';
import { ask } from './ask.ts';

/** The owner of every shop that a journey opens. */
export const owner = { name: 'Olga Owner', password: 'larch-otter-7-lantern', pin: '482913' } as const;

/** Journeys ask for what was sold today: in the last hour of an Irish day they lie further east, where it has begun. */
function zoneAwayFromMidnight(): string {
  const hour = new Intl.DateTimeFormat('en-IE', {
    hour: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Dublin',
  });
  return hour.format(Date.now()) === '23' ? 'Europe/Athens' : 'Europe/Dublin';
}

/** A shop in Ireland whose prices include tax, which says what it needs to without a wizard. */
export const shopOfJourneys: Input<'setup.openShop'> = {
  name: 'Harbour & Hearth',
  address: '12 Quay Street\nOld Town',
  phone: '555-0100',
  country: 'IE',
  locale: 'en-IE',
  currency: 'EUR',
  timeZone: zoneAwayFromMidnight(),
  pricesIncludeTax: true,
  taxClasses: [
    { name: 'Standard', isDefault: true, rates: [{ name: 'VAT', rate: rate(230_000) }] },
    { name: 'Reduced', isDefault: false, rates: [{ name: 'VAT', rate: rate(135_000) }] },
  ],
  ownerName: owner.name,
  password: owner.password,
  pin: owner.pin,
};

/**
 * Opens a shop by the application's own call and shows its till, signed in as the owner. Answers the
 * recovery code.
 */
export async function openShop(page: Page): Promise<string> {
  const { recoveryCode } = await ask(page, 'setup.openShop', shopOfJourneys);
  // The wizard was on the screen and would go on; a fresh page finds the shop open.
  await page.reload();
  await showScreen(page, '/sell');
  return recoveryCode;
}

/** Signs the owner in by the application's own call, where nobody is, and shows a screen by its address. */
export async function showScreen(page: Page, address: string): Promise<void> {
  await page.locator('body[data-app="ready"]').waitFor();
  if ((await ask(page, 'session.current', {})) === null) {
    await ask(page, 'session.signIn', { staffId: 1, password: owner.password });
  }
  await page.locator('#screen').waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
}
