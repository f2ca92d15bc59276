/** Something about the file that a person should know, in words of `orderlla-import.odd.…`. */
export type OddThing = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly needsLook: boolean;
};

/** Gathers what is odd: the same thing about many rows is said once, with how many they are and which come first. */
export type OddThings = {
  /** `about` is what the sentence lists: an order's number, a name. Others in `params` part one sentence from another. */
  note(code: OddCode, about: string | number, params?: Readonly<Record<string, string | number>>): void;
  list(): readonly OddThing[];
};

/** What stays out, is guessed or is changed; a person should look at these. */
const needsLook = [
  'broken-rows',
  'customer-left-out',
  'product-left-out',
  'order-left-out',
  'customer-without-name',
  'product-without-name',
  'customer-gone',
  'product-gone',
  'items-unknown',
  'quantity-unreadable',
  'price-unreadable',
  'amount-rounded',
  'total-missing',
  'total-lower',
  'total-higher',
  'status-unknown',
  'method-missing',
  'order-date-guessed',
  'order-date-missing',
  'delivery-date-missing',
  'cancelled-without-time',
  'ended-before-placed',
  'in-the-future',
  'stock-negative',
  'stock-fractional',
  'stock-missing',
  'usernames-repeated',
  'refund-awaiting',
  'same-name',
  'came-in-as-another',
  'text-cut',
] as const;

/** Only worth knowing. */
const worthKnowing = [
  'passwords-left',
  'two-spellings',
  'method-new',
  'delivered-without-day',
  'delivered-early',
  'times-with-offset',
  'times-without-offset',
  'skipped-statements',
  'admins-left',
  'no-tax',
] as const;

type OddCode = (typeof needsLook)[number] | (typeof worthKnowing)[number];

const mostListed = 12;

export function oddThings(): OddThings {
  type Entry = {
    code: OddCode;
    params: Readonly<Record<string, string | number>>;
    about: string[];
    count: number;
  };
  const entries = new Map<string, Entry>();
  const looked = new Set<string>(needsLook);
  return {
    note(code, about, params = {}) {
      const key = `${code} ${JSON.stringify(params)}`;
      const entry = entries.get(key) ?? { code, params, about: [], count: 0 };
      entries.set(key, entry);
      entry.count += 1;
      if (entry.about.length < mostListed) entry.about.push(String(about));
    },
    list() {
      const order: readonly string[] = [...needsLook, ...worthKnowing];
      return [...entries.values()]
        .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
        .map(({ code, params, about, count }) => ({
          code,
          params: { ...params, count, list: about.join(', ') + (count > about.length ? ' …' : '') },
          needsLook: looked.has(code),
        }));
    },
  };
}
