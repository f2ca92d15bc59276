import { expect, it } from 'vitest';
import { taxNumberKind } from './tax-number.ts';

it.each([
  ['IN', 'gstin'],
  ['AU', 'abn'],
  ['GB', 'vat'],
  ['DE', 'vat'],
  ['NZ', 'gst'],
  ['MX', 'tax'],
  ['US', 'tax'],
  ['XX', 'tax'],
])('a shop in %s has a number called %s', (country, kind) => {
  expect(taxNumberKind(country)).toBe(kind);
});
