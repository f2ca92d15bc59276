import { describe, expect, it } from 'vitest';
import { calendarDate } from '../domain/calendar.ts';
import { money } from '../domain/money.ts';
import { quantity } from '../domain/quantity.ts';
import { rate } from '../domain/rate.ts';
import { createFormat } from './format.ts';

const euro = createFormat({ locale: 'en-IE', currency: 'EUR', exponent: 2, timeZone: 'Europe/Dublin' });
const german = createFormat({ locale: 'de-DE', currency: 'EUR', exponent: 2, timeZone: 'Europe/Berlin' });
const yen = createFormat({ locale: 'ja-JP', currency: 'JPY', exponent: 0, timeZone: 'Asia/Tokyo' });
const dinar = createFormat({ locale: 'en', currency: 'KWD', exponent: 3, timeZone: 'Asia/Kuwait' });
const rupee = createFormat({ locale: 'en-IN', currency: 'INR', exponent: 2, timeZone: 'Asia/Kolkata' });
const plainSpace = (written: string) => written.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it('has the decimals of the currency, whatever the locale thinks', () => {
    expect(euro.money(money(123450))).toBe('€1,234.50');
    expect(plainSpace(german.money(money(123450)))).toBe('1.234,50 €');
    expect(yen.money(money(1234))).toBe('￥1,234');
    expect(plainSpace(dinar.money(money(1250)))).toBe('KWD 1.250');
    expect(rupee.money(money(123456789))).toBe('₹12,34,567.89');
    const isk = createFormat({ locale: 'is', currency: 'ISK', exponent: 2, timeZone: 'UTC' });
    expect(plainSpace(isk.amount(money(150)))).toBe('1,50');
  });

  it('writes a real minus, and a sign where asked', () => {
    expect(euro.money(money(-42))).toBe('−€0.42');
    expect(euro.amount(money(-42))).toBe('−0.42');
    expect(euro.amount(money(42), 'always')).toBe('+0.42');
    expect(euro.amount(money(0), 'always')).toBe('0.00');
    expect(euro.money(money(-42), 'never')).toBe('€0.42');
  });

  it('is exact to the last unit of the largest amount', () => {
    expect(euro.amount(money(Number.MAX_SAFE_INTEGER))).toBe('90,071,992,547,409.91');
    expect(euro.amount(money(-Number.MAX_SAFE_INTEGER))).toBe('−90,071,992,547,409.91');
  });

  it('is cut into parts for lighter minor units', () => {
    expect(euro.moneyParts(money(-123450))).toEqual({
      before: '−€',
      major: '1,234',
      minor: '.50',
      after: '',
    });
    expect(yen.moneyParts(money(5))).toEqual({ before: '￥', major: '5', minor: '', after: '' });
    const parts = german.moneyParts(money(7), { currencySign: true });
    expect({ ...parts, after: plainSpace(parts.after) }).toEqual({
      before: '',
      major: '0',
      minor: ',07',
      after: ' €',
    });
    expect(german.moneyParts(money(7), { currencySign: false }).after).toBe('');
  });

  it('knows the signs a field needs', () => {
    expect([euro.currencySign, euro.currencySignFirst, euro.decimalSign]).toEqual(['€', true, '.']);
    expect([german.currencySign, german.currencySignFirst, german.decimalSign]).toEqual(['€', false, ',']);
  });

  it('shortens for axes', () => {
    expect(euro.compactMoney(money(123456))).toBe('€1.2K');
    expect(euro.compactMoney(money(-500))).toBe('−€5');
  });
});

describe('numbers', () => {
  it('writes quantities with their unit', () => {
    expect(euro.quantity(quantity(2000), 'piece')).toBe('2');
    expect(plainSpace(euro.quantity(quantity(355), 'kg'))).toBe('0.355 kg');
    expect(plainSpace(german.quantity(quantity(-1500), 'l'))).toBe('−1,5 l');
    expect(plainSpace(euro.quantity(quantity(1000), 'bunch'))).toBe('1 bunch');
  });

  it('writes rates exactly', () => {
    expect(euro.percent(rate(82_500))).toBe('8.25%');
    expect(plainSpace(german.percent(rate(190_000)))).toBe('19 %');
    expect(euro.percent(rate(-1))).toBe('−0.0001%');
  });

  it('writes shares with one decimal, whole ones too', () => {
    expect([1_000_000, 333_000, 0, -5000].map((share) => euro.share(rate(share)))).toEqual([
      ...['100.0%', '33.3%', '0.0%', '−0.5%'],
    ]);
  });

  it('writes the size of a file', () => {
    expect([12, 4096, 4_194_304, 2_500_000_000].map(euro.bytes)).toEqual([
      '1 kB',
      '4 kB',
      '4.2 MB',
      '2.5 GB',
    ]);
  });

  it('lists, shortens and sorts', () => {
    expect(euro.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(euro.compact(12_345)).toBe('12.3K');
    expect(['b10', 'B2', 'á', 'a'].sort(euro.compare)).toEqual(['á', 'a', 'B2', 'b10']);
  });
});

describe('dates', () => {
  const sunday = calendarDate(20261122);

  it('writes calendar dates, whatever the zone', () => {
    expect(euro.date(sunday)).toBe('22 November 2026');
    expect(yen.dateShort(sunday)).toBe('2026/11/22');
    expect(euro.weekdayDate(sunday)).toBe('Sunday, 22 November');
    expect(euro.weekday(sunday)).toBe('Sunday');
    expect(euro.weekdayDay(calendarDate(20261123))).toBe('Mon 23');
    expect(euro.dayMonth(sunday)).toBe('22 Nov');
    expect(euro.month(sunday)).toBe('Nov 2026');
    expect([euro.monthName(1), euro.monthName(12)]).toEqual(['January', 'December']);
    const kiritimati = createFormat({
      locale: 'en-GB',
      currency: 'AUD',
      exponent: 2,
      timeZone: 'Pacific/Kiritimati',
    });
    expect(kiritimati.dateShort(calendarDate(20240229))).toBe('29 Feb 2024');
  });

  it('writes instants in the zone of the shop', () => {
    const at = Date.UTC(2026, 10, 22, 23, 5);
    expect(euro.time(at)).toBe('23:05');
    expect(german.time(at)).toBe('00:05');
    expect(german.dateTime(at)).toBe('23.11.2026, 00:05');
    expect(euro.hour(14)).toBe('14');
  });

  it('tells how long ago, never too much', () => {
    const now = 1_000_000_000_000;
    const minute = 60_000;
    expect(euro.relative(now - 20_000, now)).toBe('now');
    expect(euro.relative(now - 59.9 * minute, now)).toBe('59 minutes ago');
    expect(euro.relative(now - 25 * 60 * minute, now)).toBe('yesterday');
    expect(euro.relative(now + 3 * 24 * 60 * minute, now)).toBe('in 3 days');
    expect(euro.relative(now - 800 * 24 * 60 * minute, now)).toBe('2 years ago');
  });
});
