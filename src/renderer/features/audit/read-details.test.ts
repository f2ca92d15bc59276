import { describe, expect, it } from 'vitest';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import type { FieldKind } from './detail-kinds.ts';
import { type Details, readDetails } from './read-details.ts';
import { refusalWords } from './refusal-words.ts';
import { fieldWords, valueWords } from './value-words.ts';

const text = createEnglishText('en-GB');
const format = createFormat({ locale: 'en-GB', currency: 'EUR', exponent: 2, timeZone: 'UTC' });
const words = { text, format, names: new Map([[2, 'Carla']]), tenders: new Map([[1, 'Cash']]) };
const written = (kind: FieldKind, value: unknown) => valueWords(kind, value, words);

/** What a person reads of an entry: `Price: €3.50 → €4.00`, `Note: …`. */
function lines(call: string, details: Details): readonly string[] {
  const { changes, facts, lists } = readDetails(call, details);
  return [
    ...changes.map(
      ({ field, kind, before, after }) =>
        `${fieldWords(field, text)}: ${written(kind, before)} → ${written(kind, after)}`,
    ),
    ...facts.map(({ field, kind, value }) => `${fieldWords(field, text)}: ${written(kind, value)}`),
    ...lists.map(
      ({ field, rows }) =>
        `${fieldWords(field, text)}: ${rows
          .map((row) => row.map((fact) => `${fact.field}=${written(fact.kind, fact.value)}`).join(' '))
          .join(' | ')}`,
    ),
  ];
}

describe('what an entry says', () => {
  it('shows what changed, field by field, and each once', () => {
    const details = {
      name: 'Corner',
      cashRounding: 5,
      before: { name: 'Shop', cashRounding: 0, reorderLevel: 5000 },
      after: { name: 'Corner', cashRounding: 5, reorderLevel: 5000 },
    };
    expect(lines('shop.update', details)).toEqual([
      'Name: Shop → Corner',
      'Round cash totals to: €0.00 → €0.05',
    ]);
  });

  it('writes amounts, quantities, shares, days and what was nothing', () => {
    const before = { price: 350, cost: null, reorderLevel: 1500, barcodes: [] };
    const after = { price: 400, cost: 120, reorderLevel: null, barcodes: ['4006381333931', '1'] };
    expect(lines('catalog.update', { productId: 7, name: 'Beans', before, after })).toEqual([
      'Price: €3.50 → €4.00',
      'Cost: Nothing → €1.20',
      'Low stock at: 1.5 → Nothing',
      'Barcodes: Nothing → 4006381333931 and 1',
      'Product: Product 7',
      'Name: Beans',
    ]);
    expect([written('rate', 125_000), written('day', 20261123), written('instant', 0)]).toEqual([
      '12.5%',
      '23 Nov 2026',
      '1 Jan 1970, 00:00',
    ]);
  });

  it('knows what single values before and after are of, by the call', () => {
    expect(lines('stock.adjust', { productId: 7, change: -2000, before: 5000, after: 3000 })).toEqual([
      'On hand: 5 → 3',
      'Product: Product 7',
      'Change: −2',
    ]);
    expect(lines('staff.setRole', { name: 'Carla', before: 'cashier', after: 'manager' })).toEqual([
      'Role: Cashier → Manager',
      'Name: Carla',
    ]);
    expect(lines('staff.rename', { name: 'Carla M', before: 'Carla', after: 'Carla M' })).toEqual([
      'Name: Carla → Carla M',
    ]);
    expect(lines('orders.edit', { from: 1000, to: 700, lines: 2 })).toEqual([
      'Total: €10.00 → €7.00',
      'Lines: 2',
    ]);
    expect(lines('orders.advance', { from: 'received', to: 'shipped' })).toEqual([
      'Status: Order Received → Shipped',
    ]);
  });

  it('tells rights of one’s own as given and taken', () => {
    const details = { before: '', after: '+refund -sell', ceilingBefore: null, ceilingAfter: 100_000 };
    expect(lines('staff.setRights', details)).toEqual([
      'Rights of their own: Nothing → Also: Take goods back and refund\nNot: Sell and take orders',
      'Largest discount: Nothing → 10%',
    ]);
  });

  it('shows payments and lines one by one, with the names of ways to pay', () => {
    const details = {
      orderId: 42,
      tenders: [
        { tenderId: 1, amount: 500, reference: '' },
        { tenderId: 3, amount: 200, reference: 'A-1' },
      ],
      open: 700,
      left: 0,
    };
    expect(lines('payments.take', details)).toEqual([
      'Order: Order 42',
      'Open: €7.00',
      'Open after: €0.00',
      'Payments: tenderId=Cash amount=€5.00 | tenderId=3 amount=€2.00 reference=A-1',
    ]);
  });

  it('takes days of a filter for days, not for a status', () => {
    expect(lines('audit.saveCsv', { from: 20261101, to: 20261123, outcome: 'any' })).toEqual([
      'From: 1 Nov 2026',
      'Until: 23 Nov 2026',
      'Outcome: Done and refused',
    ]);
  });

  it('keeps what another version wrote, by the letters of its name', () => {
    expect(lines('drawer.kick', { drawerAngle: 12, pulse: { width: 3 }, odd: '…' })).toEqual([
      'Drawer angle: 12',
      'Odd: …',
      'Pulse: width=3',
    ]);
    expect([
      written('money', 1.5),
      written('day', 20261399),
      written('word', 'a typed reason, really'),
    ]).toEqual(['1.5', '20261399', 'a typed reason, really']);
  });

  it('hides versions and keys', () => {
    expect(lines('orders.place', { cartId: 'x', revision: 3, uploadId: 'y', expectedTotal: 5 })).toEqual([]);
  });
});

describe('why something was refused', () => {
  it('is said in the sentence that was shown, with what it named', () => {
    const app = { text, format };
    expect(refusalWords('discount-above-limit', { ceiling: 100_000 }, app)).toBe(
      'You may take off up to 10%. Ask a manager for more.',
    );
    expect(refusalWords('product-gone', {}, app)).toBe('… is no longer sold. Remove it from the order.');
    expect(refusalWords('gone-in-this-version', {}, app)).toContain('gone-in-this-version');
  });
});
