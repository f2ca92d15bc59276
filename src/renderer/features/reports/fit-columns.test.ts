import { expect, it } from 'vitest';
import { columnsThatFit } from './fit-columns.ts';

const columns = ['from', 'orders', 'netSales', 'grossSales', 'tax', 'cost', 'margin'].map((key) => ({
  key,
  width: key === 'from' ? 'minmax(9rem, 1.5fr)' : '6rem',
}));
const keys = (width: number, sorted: string | null = null) =>
  columnsThatFit('sales', columns, sorted, width).map(({ key }) => key);

it('are all of them where they have room, as the same list', () => {
  expect(columnsThatFit('sales', columns, null, 46.25)).toBe(columns);
});

it('are what is read first where they have not, in their own order', () => {
  expect(keys(46)).toEqual(['from', 'orders', 'netSales', 'grossSales', 'tax', 'margin']);
  expect(keys(35)).toEqual(['from', 'orders', 'netSales', 'tax', 'margin']);
});

it('never lose the first and the sorted one', () => {
  expect(keys(35, 'cost')).toEqual(['from', 'orders', 'netSales', 'tax', 'cost']);
  expect(keys(1, 'cost')).toEqual(['from', 'cost']);
});
