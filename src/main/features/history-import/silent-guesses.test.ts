import { describe, expect, it } from 'vitest';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';

/** Files whose sums would be wrong, or whose meaning would be missed, without a word about it. */

const shop = historyShopForTests();

async function bringIn(lines: readonly string[]) {
  const { preview } = await shop.bringIn(`${lines.join('\n')}\n`);
  const { counts, totals, months, problems, odd, choices } = preview;
  return {
    ...{ orders: counts.orders, sales: totals.sales, months: months.map(({ month }) => month) },
    ...{ problems: problems.map(({ code }) => code), orderIs: choices.orderIs },
    odd: odd.filter(({ needsLook }) => needsLook).map(({ code }) => code),
    params: odd.map(({ params }) => params),
  };
}

const heading = 'receipt no,date,item,qty,price';

describe('rows that add up the others', () => {
  it('are none of the sales, also with a day beside their word', async () => {
    const found = await bringIn([
      'id,date,item,qty,price,total',
      '1,2024-01-13,Tea,1,5.00,5.00',
      '2,2024-01-13,Tea,2,5.00,10.00',
      'Grand Total,2024-01-31,,3,,15.00',
    ]);
    expect(found).toMatchObject({ orders: 2, sales: 1500, problems: ['row-of-sums'] });
  });
});

describe('numbers that begin again', () => {
  it('each day are of an order only with their day', async () => {
    const rows = [13, 14, 15].flatMap((day) => [1, 2, 3].map((no) => `${no},2024-01-${day},Tea,1,10.00`));
    expect(await bringIn([heading, ...rows])).toMatchObject({
      ...{ orders: 9, sales: 9000, orderIs: 'number-and-day', odd: ['numbers-begin-again'] },
    });
  });

  it.each([
    ['by the names of months', (day: number) => `"Jan ${day}, 2024 6:30 PM"`],
    [
      'in seconds, several of a day',
      (day: number, no: number) => String(1_705_104_000 + (day - 13) * 86_400 + no * 60),
    ],
  ])('whatever the days are written in: %s', async (_, written) => {
    const rows = [13, 14, 15].flatMap((day) =>
      [1, 2, 3].map((no) => `${no},${written(day, no)},Tea,1,10.00`),
    );
    expect(await bringIn([heading, ...rows])).toMatchObject({ orders: 9, orderIs: 'number-and-day' });
  });

  it('are not those whose rows of one day stand apart, in seconds', async () => {
    const rows = [1, 2, 3, 4, 1, 2, 3, 4].map((no, at) => `${no},${1_705_104_000 + at * 60},Tea,1,10.00`);
    expect((await bringIn([heading, ...rows])).orderIs).toBe('number');
  });

  it('each year fall into their own years', async () => {
    const rows = [2022, 2023].flatMap((year) => [1, 2, 3].map((no) => `${no},${year}-0${no}-14,Tea,1,10.00`));
    const found = await bringIn([heading, ...rows]);
    expect(found).toMatchObject({ orders: 6, months: [202201, 202202, 202203, 202301, 202302, 202303] });
  });

  it('are not those whose rows stand apart, or that came back later', async () => {
    const apart = [1, 2, 3, 4, 1, 2, 3, 4].map((no) => `${no},2024-01-1${no},Tea,1,10.00`);
    const back = [1, 2, 3].map((no) => `${no},2024-02-1${no},Tea,-1,10.00`);
    const found = await bringIn([heading, ...apart, ...back]);
    expect(found.orderIs).toBe('number');
  });
});

describe('what is in a file beside numbers', () => {
  it('is told where amounts are of another currency than the shop’s', async () => {
    const mixed = await bringIn([
      'id,date,item,price',
      '1,2024-01-13,Tea,GBP 10.50',
      '2,2024-01-13,Tea,€3.00',
    ]);
    expect(mixed.odd).toEqual(['currencies-mixed']);
    expect(mixed.params).toContainEqual({ list: 'EUR, GBP', own: 'GBP' });
    const other = await bringIn(['id,date,item,price,Currency', '3,2024-01-13,Tea,10.50,USD']);
    expect(other.odd).toEqual(['currency-other']);
    const own = await bringIn(['id,date,item,price,Currency', '4,2024-01-13,Tea,£10.50,GBP']);
    expect(own.odd).toEqual([]);
  });

  it.each([
    ['Arabic digits', '٢٠٢٤-٠١-١٣', '١٠٫٥٠'],
    ['a full-width date', '２０２４/０１/１３', '10.50'],
    ['a date of East Asia', '2024年1月13日', '10.50'],
    ['a date with its time of East Asia', '2024年1月13日 18:30', '10.50'],
    ['the narrow blank of a Mac before PM', '1/13/2024 6:30\u202fPM', '10.50'],
  ])('is read in any digits: %s', async (_, date, price) => {
    const found = await bringIn(['id,date,item,price', `1,${date},Tea,${price}`]);
    expect(found).toMatchObject({ orders: 1, sales: 1050, months: [202401] });
  });

  it('is an order’s total alone, without a false alarm', async () => {
    const found = await bringIn([
      'order id,date,item,qty,total',
      ...['1,2024-01-13,Tea,2,25.00', '1,2024-01-13,Bun,1,25.00', '2,2024-01-14,Bun,1,5.00'],
      ...['2,2024-01-14,Jam,1,5.00', '3,2024-01-15,Jam,1,7.00', '3,2024-01-15,Tea,1,7.00'],
    ]);
    expect(found).toMatchObject({ orders: 3, sales: 3700, problems: [], odd: [] });
  });
});
