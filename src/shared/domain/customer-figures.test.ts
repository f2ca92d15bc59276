import { expect, test } from 'vitest';
import { averageOrder } from './customer-figures.ts';
import { money } from './money.ts';

test.each([
  [1000, 4, 250],
  [1000, 3, 333],
  [1001, 2, 501],
  [0, 2, 0],
  [-501, 2, -251],
])('%d over %d orders is %d on average', (spent, orders, average) => {
  expect(averageOrder(money(spent), orders)).toBe(average);
});

test('without an order there is no average', () => {
  expect(averageOrder(money(0), 0)).toBe(null);
  expect(averageOrder(money(-300), 0)).toBe(null);
});
