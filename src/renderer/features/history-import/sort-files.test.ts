import { expect, it } from 'vitest';
import { sortFiles } from './sort-files.ts';

const named = (name: string, size = 10) => ({ name, size });
const slots = (...files: { name: string; size: number }[]) => {
  const { files: sorted, leftAside } = sortFiles(files);
  const names = Object.entries(sorted).map(([slot, { name }]) => [slot, name]);
  return { ...Object.fromEntries(names), leftAside: leftAside.map(({ name }) => name) };
};

it('takes a file alone for the sales, whatever it is called', () => {
  expect(slots(named('payments.csv'))).toEqual({ sales: 'payments.csv', leftAside: [] });
});

it('tells payments and customers by their names, in several languages', () => {
  expect(slots(named('raw_customers.csv', 99), named('raw_orders.csv'), named('raw_payments.csv'))).toEqual({
    ...{ sales: 'raw_orders.csv', payments: 'raw_payments.csv', customers: 'raw_customers.csv' },
    leftAside: [],
  });
  expect(slots(named('Kunden.csv'), named('Verkäufe.csv'), named('Zahlungen.csv'))).toMatchObject({
    ...{ sales: 'Verkäufe.csv', payments: 'Zahlungen.csv', customers: 'Kunden.csv' },
  });
});

it('takes the largest of files that say nothing for the sales, and leaves the others aside', () => {
  expect(slots(named('a.csv', 5), named('b.csv', 50), named('c.csv', 7))).toEqual({
    ...{ sales: 'b.csv', leftAside: ['c.csv', 'a.csv'] },
  });
  expect(slots(named('payments 1.csv', 5), named('payments 2.csv', 9))).toMatchObject({
    ...{ payments: 'payments 1.csv', sales: 'payments 2.csv' },
  });
});
