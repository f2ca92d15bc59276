import { currencyExponent } from './currency.ts';

/** Coins and notes in everyday use, in major units. */
const table = `
AED 0.25 0.5 1 5 10 20 50 100 200 500 1000
ARS 10 20 50 100 200 500 1000 2000 10000 20000
AUD 0.05 0.1 0.2 0.5 1 2 5 10 20 50 100
BDT 1 2 5 10 20 50 100 200 500 1000
BHD 0.005 0.01 0.025 0.05 0.1 0.5 1 5 10 20
BRL 0.05 0.1 0.25 0.5 1 2 5 10 20 50 100 200
CAD 0.05 0.1 0.25 1 2 5 10 20 50 100
CHF 0.05 0.1 0.2 0.5 1 2 5 10 20 50 100 200 1000
CLP 10 50 100 500 1000 2000 5000 10000 20000
CNY 0.1 0.5 1 5 10 20 50 100
COP 50 100 200 500 1000 2000 5000 10000 20000 50000 100000
CZK 1 2 5 10 20 50 100 200 500 1000 2000 5000
DKK 0.5 1 2 5 10 20 50 100 200 500
EGP 0.25 0.5 1 5 10 20 50 100 200
EUR 0.01 0.02 0.05 0.1 0.2 0.5 1 2 5 10 20 50 100 200
GBP 0.01 0.02 0.05 0.1 0.2 0.5 1 2 5 10 20 50
GHS 0.1 0.2 0.5 1 2 5 10 20 50 100 200
HKD 0.1 0.2 0.5 1 2 5 10 20 50 100 500 1000
HUF 5 10 20 50 100 200 500 1000 2000 5000 10000 20000
IDR 100 200 500 1000 2000 5000 10000 20000 50000 100000
ILS 0.1 0.5 1 2 5 10 20 50 100 200
INR 1 2 5 10 20 50 100 200 500
ISK 1 5 10 50 100 500 1000 2000 5000 10000
JOD 0.05 0.1 0.25 0.5 1 5 10 20 50
JPY 1 5 10 50 100 500 1000 2000 5000 10000
KES 1 5 10 20 50 100 200 500 1000
KRW 10 50 100 500 1000 5000 10000 50000
KWD 0.005 0.01 0.02 0.05 0.1 0.25 0.5 1 5 10 20
LKR 1 2 5 10 20 50 100 500 1000 5000
MAD 0.1 0.2 0.5 1 2 5 10 20 50 100 200
MXN 0.5 1 2 5 10 20 50 100 200 500 1000
MYR 0.05 0.1 0.2 0.5 1 5 10 20 50 100
NGN 5 10 20 50 100 200 500 1000
NOK 1 5 10 20 50 100 200 500 1000
NPR 1 2 5 10 20 50 100 500 1000
NZD 0.1 0.2 0.5 1 2 5 10 20 50 100
OMR 0.005 0.01 0.025 0.05 0.1 0.5 1 5 10 20 50
PEN 0.1 0.2 0.5 1 2 5 10 20 50 100 200
PHP 0.05 0.25 1 5 10 20 50 100 200 500 1000
PKR 1 2 5 10 20 50 75 100 500 1000 5000
PLN 0.01 0.02 0.05 0.1 0.2 0.5 1 2 5 10 20 50 100 200 500
QAR 0.25 0.5 1 5 10 50 100 200 500
RON 0.01 0.05 0.1 0.5 1 5 10 20 50 100 200 500
RUB 1 2 5 10 50 100 200 500 1000 2000 5000
SAR 0.05 0.1 0.25 0.5 1 2 5 10 20 50 100 200 500
SEK 1 2 5 10 20 50 100 200 500 1000
SGD 0.05 0.1 0.2 0.5 1 2 5 10 50 100
THB 0.25 0.5 1 2 5 10 20 50 100 500 1000
TND 0.05 0.1 0.2 0.5 1 2 5 10 20 50
TRY 0.05 0.1 0.25 0.5 1 5 10 20 50 100 200
TWD 1 5 10 50 100 200 500 1000 2000
TZS 50 100 200 500 1000 2000 5000 10000
UAH 0.1 0.5 1 2 5 10 20 50 100 200 500 1000
UGX 50 100 200 500 1000 2000 5000 10000 20000 50000
USD 0.01 0.05 0.1 0.25 1 5 10 20 50 100
UYU 1 2 5 10 20 50 100 200 500 1000 2000
VND 500 1000 2000 5000 10000 20000 50000 100000 200000 500000
XAF 5 10 25 50 100 500 1000 2000 5000 10000
XOF 5 10 25 50 100 250 500 1000 2000 5000 10000
ZAR 0.1 0.2 0.5 1 2 5 10 20 50 100 200
`;

/** The smallest amount that can be paid in coins, in major units, where it is more than a minor unit. */
const smallestCash: Readonly<Record<string, string>> = {
  AUD: '0.05',
  CAD: '0.05',
  CHF: '0.05',
  CLP: '10',
  CZK: '1',
  DKK: '0.5',
  HKD: '0.1',
  HUF: '5',
  ILS: '0.1',
  MYR: '0.05',
  NOK: '1',
  NZD: '0.1',
  SEK: '1',
  SGD: '0.05',
  TWD: '1',
  ZAR: '0.1',
};

const known: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .map((row) => [row.slice(0, 3), row.slice(4)]),
);

/** Coins and notes 1, 2, 5 … of a currency that the table does not have. */
const usual = '0.01 0.02 0.05 0.1 0.2 0.5 1 2 5 10 20 50 100 200 500 1000';

/**
 * The coins and notes of a currency in minor units, smallest first, for counting the drawer and for the
 * amounts that a customer may hand over. Throws RangeError for a code that is not in use.
 */
export function denominations(code: string): readonly number[] {
  const exponent = exponentOf(code);
  const sizes = (known.get(code) ?? usual).split(' ').map((size) => minorUnits(size, exponent));
  return sizes.filter((size) => size >= 1);
}

/** What cash of a currency is rounded to, in minor units; 0 where every amount can be paid. */
export function cashIncrement(code: string): number {
  const exponent = exponentOf(code);
  const smallest = smallestCash[code];
  return smallest === undefined ? 0 : minorUnits(smallest, exponent);
}

/**
 * What a new shop gives back without a receipt at most, in minor units: 50 of its currency. Where no coin is less than
 * a whole unit, 50 of them buy next to nothing: there it is the largest note.
 */
export function firstReturnCap(code: string): number {
  const sizes = denominations(code);
  const unit = 10 ** exponentOf(code);
  const [smallest = 1] = sizes;
  return smallest < unit ? 50 * unit : (sizes.at(-1) ?? 50 * unit);
}

function exponentOf(code: string): number {
  const exponent = currencyExponent(code);
  if (exponent === null) throw new RangeError(`${code} is not a currency`);
  return exponent;
}

/** 0 where the size has more decimals than the currency. */
function minorUnits(size: string, exponent: number): number {
  const [whole = '', fraction = ''] = size.split('.');
  return fraction.length > exponent ? 0 : Number(whole + fraction.padEnd(exponent, '0'));
}
