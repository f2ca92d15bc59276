import type { Money } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Rate } from '../domain/rate.ts';
import { createDateFormat, type DateFormat } from './format-date.ts';
import { decimalString, typographicMinus } from './format-number.ts';

export type FormatOptions = {
  /** BCP 47, e.g. `en-IN`. */
  readonly locale: string;
  /** ISO 4217 code of the shop's one currency. */
  readonly currency: string;
  /** Decimals of the currency from ISO 4217; never the locale's default, which differs for some. */
  readonly exponent: number;
  /** IANA zone of the shop. */
  readonly timeZone: string;
};

/** An amount cut where a screen changes weight: `−€` `1,234` `.50` ``. */
export type MoneyParts = {
  readonly before: string;
  readonly major: string;
  /** Decimal sign and minor units; empty for a currency without them. */
  readonly minor: string;
  readonly after: string;
};

export type MoneySign = 'auto' | 'always' | 'never';

/** The one place where numbers, money and time become words people read. Every formatter is made once. */
export type Format = DateFormat &
  FormatOptions & {
    /** With the currency sign: `€1,234.50`, `−€0.42`. */
    money(amount: Money, sign?: MoneySign): string;
    /** Without the currency sign, for columns and cart lines: `1,234.50`. */
    amount(amount: Money, sign?: MoneySign): string;
    moneyParts(
      amount: Money,
      options?: { readonly sign?: MoneySign; readonly currencySign?: boolean },
    ): MoneyParts;
    /** For axes and tight tiles: `€1.2K`. Rounded. */
    compactMoney(amount: Money): string;
    /** The currency's sign alone, as it is written beside an amount: `€`, `₹`, `KWD`. */
    readonly currencySign: string;
    /** Whether the currency's sign stands before the amount. */
    readonly currencySignFirst: boolean;
    /** The locale's decimal sign, for fields that people type into. */
    readonly decimalSign: string;
    /** `2`, `0.355 kg`; pieces carry no unit. */
    quantity(quantity: Quantity, unit?: string): string;
    /** `8.25 %` in the locale's manner, up to four decimals. */
    percent(rate: Rate): string;
    /** A part of a whole, always with one decimal, so that a column of them adds up to the eye: `33.3 %`, `100.0 %`. */
    share(rate: Rate): string;
    number(value: number): string;
    /** The size of a file: `4.2 MB`, at least `1 kB`. */
    bytes(count: number): string;
    /** `1.2K` */
    compact(value: number): string;
    /** `a, b and c` */
    list(items: readonly string[]): string;
    /** Compares names as a person of this locale sorts them, digits by value. */
    compare(a: string, b: string): number;
  };

/** Units that `Intl` knows how to write in every locale; any other is written as it is. */
const knownUnits: Readonly<Record<string, string>> = {
  kg: 'kilogram',
  g: 'gram',
  l: 'liter',
  ml: 'milliliter',
  m: 'meter',
  cm: 'centimeter',
  mm: 'millimeter',
  km: 'kilometer',
  lb: 'pound',
  oz: 'ounce',
  ft: 'foot',
  in: 'inch',
  yd: 'yard',
  hour: 'hour',
  day: 'day',
};
const pieceUnits: ReadonlySet<string> = new Set(['', 'piece', 'pc', 'pcs', 'each']);

export function createFormat(options: FormatOptions): Format {
  const { locale } = options;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const share = new Intl.NumberFormat(locale, { style: 'percent', ...tenths });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const quantity = createQuantityFormat(locale, number);

  return {
    ...options,
    ...createMoneyFormat(options),
    ...createDateFormat(locale, options.timeZone),
    quantity,
    percent: (rate) => typographicMinus(percent.format(decimalString(rate, 6))),
    share: (rate) => typographicMinus(share.format(decimalString(rate, 6))),
    number: (value) => typographicMinus(number.format(value)),
    bytes: createBytesFormat(locale),
    compact: (value) => typographicMinus(compact.format(value)),
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** In the largest unit of which there is at least one; what is smaller than a kilobyte is one. */
function createBytesFormat(locale: string): Format['bytes'] {
  const units = (['gigabyte', 'megabyte', 'kilobyte'] as const).map((unit, index) => ({
    size: 1000 ** (3 - index),
    format: new Intl.NumberFormat(locale, {
      ...{ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: index === 2 ? 0 : 1 },
    }),
  }));
  return (count) => {
    const found = units.find(({ size }) => count >= size) ?? units.at(-1);
    return found === undefined ? '' : found.format.format(Math.max(1, count / found.size));
  };
}

type MoneyFormat = Pick<
  Format,
  'money' | 'amount' | 'moneyParts' | 'compactMoney' | 'currencySign' | 'currencySignFirst' | 'decimalSign'
>;

function createMoneyFormat({ locale, currency, exponent }: FormatOptions): MoneyFormat {
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent } as const;
  const styled = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const signs = { auto: 'negative', always: 'exceptZero', never: 'never' } as const;
  const formatters = new Map<string, Intl.NumberFormat>();
  const formatterFor = (sign: MoneySign, currencySign: boolean): Intl.NumberFormat => {
    const key = `${sign} ${currencySign}`;
    const known = formatters.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, {
      ...digits,
      ...(currencySign ? styled : {}),
      signDisplay: signs[sign],
    });
    formatters.set(key, made);
    return made;
  };
  const compact = new Intl.NumberFormat(locale, {
    ...styled,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  const sample = formatterFor('auto', true).formatToParts('0');
  const write = (amount: Money, sign: MoneySign, currencySign: boolean): string =>
    typographicMinus(formatterFor(sign, currencySign).format(decimalString(amount, exponent)));

  return {
    money: (amount, sign = 'auto') => write(amount, sign, true),
    amount: (amount, sign = 'auto') => write(amount, sign, false),
    moneyParts: (amount, { sign = 'auto', currencySign = true } = {}) =>
      cutMoney(formatterFor(sign, currencySign).formatToParts(decimalString(amount, exponent))),
    compactMoney: (amount) => typographicMinus(compact.format(decimalString(amount, exponent))),
    currencySign: sample.find((part) => part.type === 'currency')?.value ?? currency,
    currencySignFirst:
      sample.findIndex((part) => part.type === 'currency') <
      sample.findIndex((part) => part.type === 'integer'),
    decimalSign: decimalSignOf(locale),
  };
}

function cutMoney(parts: readonly Intl.NumberFormatPart[]): MoneyParts {
  const result = { before: '', major: '', minor: '', after: '' };
  for (const { type, value } of parts) {
    if (type === 'integer' || type === 'group') result.major += value;
    else if (type === 'decimal' || type === 'fraction') result.minor += value;
    else if (result.major === '') result.before += typographicMinus(value);
    else result.after += typographicMinus(value);
  }
  return result;
}

function decimalSignOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(0);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
}

function createQuantityFormat(locale: string, plain: Intl.NumberFormat): Format['quantity'] {
  const byUnit = new Map<string, Intl.NumberFormat>();
  return (quantity, unit = '') => {
    const value = decimalString(quantity, 3);
    if (pieceUnits.has(unit)) return typographicMinus(plain.format(value));
    const known = knownUnits[unit];
    if (known === undefined) return `${typographicMinus(plain.format(value))}\u00A0${unit}`;
    let formatter = byUnit.get(unit);
    if (!formatter) {
      formatter = new Intl.NumberFormat(locale, { style: 'unit', unit: known, maximumFractionDigits: 3 });
      byUnit.set(unit, formatter);
    }
    return typographicMinus(formatter.format(value));
  };
}
