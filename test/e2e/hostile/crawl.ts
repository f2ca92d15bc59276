import type { Page } from 'playwright';
import { settle } from '../screens/modes.ts';
import type { Watch } from './watch.ts';

/** What may be pressed or typed into, by what it is: two rows of one table are the same. */
type Thing = { readonly index: number; readonly kind: string; readonly isField: boolean };

const fields = 'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea';
const pressable = `button, a[href], summary, ${fields}, [role="tab"], [role="row"], [role="option"], [role="radio"],
  [role="switch"], [role="menuitem"], [role="menuitemradio"]`;
const over = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Runs inside the window. Numbers all that can be pressed, and names what is the same alike. */
function thingsInside({ selector, typed }: { selector: string; typed: string }): readonly Thing[] {
  const kindOf = (element: HTMLElement): string => {
    const words = `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
    // What people wrote differs from row to row, and so do numbers.
    const isOurs = words.length < 40 && !/host|elit|[^\x20-\x7e…’·−–]/u.test(words);
    const icon = element.querySelector('svg')?.getAttribute('class') ?? '';
    const parts = [element.tagName, element.getAttribute('role'), element.className, icon];
    return [...parts, isOurs ? words.replace(/\d+/gu, '#') : ''].join('|');
  };
  return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element, index) => {
    const isOff = element.matches(':disabled, [aria-disabled="true"], [data-disabled], [readonly]');
    // The rail leads to screens that are gone to anyway.
    const isAway = element.closest('nav') !== null || !element.checkVisibility({ visibilityProperty: true });
    return isOff || isAway ? [] : [{ index, kind: kindOf(element), isField: element.matches(typed) }];
  });
}

/** An address without its numbers: every order is one place. */
function placeOf(address: string): string {
  return address.replace(/[?&].*$/u, '').replace(/\d+/gu, '#');
}

export type CrawlOptions = {
  /** Addresses to begin with. */
  readonly from: readonly string[];
  /** Addresses that somebody else looks at. */
  readonly others?: readonly string[];
  /** How many places of one kind are gone to. */
  readonly each: number;
  /** Never pressed: what leaves for good. By the thing's kind. */
  readonly not: RegExp;
  /** Typed into every field, one after the other. */
  readonly texts: readonly string[];
  /** Shows an address from wherever the window is. */
  readonly show: (address: string) => Promise<void>;
};

export type Crawled = {
  readonly faults: readonly string[];
  /** Kinds of places, with how many things were pressed in each. */
  readonly places: ReadonlyMap<string, number>;
};

/**
 * Goes to every screen, presses everything there once for each kind, looks at what opens, and follows wherever that
 * leads. What opens over a screen is only looked at, but for menus, whose items are pressed too.
 */
export async function crawl(page: Page, watch: Watch, options: CrawlOptions): Promise<Crawled> {
  const waiting = [...options.from];
  const visits = new Map<string, number>(
    [...waiting, ...(options.others ?? [])].map((address) => [placeOf(address), options.each]),
  );
  const places = new Map<string, number>();
  const faults: string[] = [];
  let typed = 0;
  const addressNow = (): string => decodeURI(new URL(page.url()).hash.slice(1));
  const things = () => page.evaluate(thingsInside, { selector: pressable, typed: fields });

  const look = async (where: string): Promise<void> => {
    await settle(page).catch(() => undefined);
    for (const fault of await watch.faults()) faults.push(`${where}: ${fault}`);
  };

  const use = async ({ index, isField }: Thing): Promise<void> => {
    const element = page.locator(pressable).nth(index);
    typed += 1;
    const text = (options.texts[typed % options.texts.length] ?? '').replaceAll('\n', ' ');
    // A press as assistive technology makes it: what stands half out of the window is pressed as well.
    const used = isField
      ? element.fill(text, { timeout: 500 })
      : element.evaluate((pressed: HTMLElement) => pressed.click(), undefined, { timeout: 500 });
    await used.catch(() => undefined);
  };

  /** Closes what stands over the screen, and notes where the window has been led. */
  const back = async (address: string): Promise<void> => {
    for (let tries = 0; tries < 3 && (await page.locator(over).count()) > 0; tries += 1)
      await page.keyboard.press('Escape');
    const now = addressNow();
    if (now === address) return;
    const visited = visits.get(placeOf(now)) ?? 0;
    if (visited < options.each) waiting.push(now);
    visits.set(placeOf(now), visited + 1);
    await options.show(address);
  };

  const pressMenu = async (address: string, opener: Thing, done: Set<string>): Promise<void> => {
    for (;;) {
      if ((await page.locator('[role="menu"]').count()) === 0) return;
      const item = (await things()).find(
        ({ kind }) => /\|menuitem/u.test(kind) && !done.has(kind) && !options.not.test(kind),
      );
      if (!item) return;
      done.add(item.kind);
      await use(item);
      await look(`${placeOf(address)} after ${item.kind}`);
      await back(address);
      await use(opener);
    }
  };

  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const place = placeOf(address);
    const done = new Set<string>();
    await options.show(address);
    await look(place);
    for (;;) {
      const next = (await things()).find(({ kind }) => !done.has(kind) && !options.not.test(kind));
      if (!next) break;
      done.add(next.kind);
      await use(next);
      await look(`${place} after ${next.kind}`);
      await pressMenu(address, next, done);
      await back(address);
    }
    places.set(place, (places.get(place) ?? 0) + done.size);
  }
  return { faults, places };
}
