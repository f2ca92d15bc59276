import { describe, expect, it } from 'vitest';
import { orderTables, sealedKinds } from '../../../main/database/sealing/sealed-kinds.ts';
import { findingKinds } from '../../../shared/domain/audit-kinds.ts';
import { auditFindingsText } from '../../../shared/text/en/audit-findings.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { type Finding, findingWords } from './finding-words.ts';

const text = createEnglishText('en-GB');
const format = createFormat({ locale: 'en-GB', currency: 'EUR', exponent: 2, timeZone: 'UTC' });
const words = { text, format, names: new Map([[2, 'Carla']]) };

function finding(kind: Finding['kind'], change: Partial<Finding> = {}): Finding {
  return {
    findingId: 1,
    kind,
    foundAt: 0,
    target: { kind: 'order', id: 1042 },
    targetName: null,
    params: { day: 20261122, from: 40, to: 55, count: 16, keptAt: 0, table: 'products' },
    acknowledged: null,
    ...change,
  };
}

describe('what a check found', () => {
  it('is said, explained and advised on, whatever it is', () => {
    for (const kind of findingKinds) {
      const { title, means, todo } = findingWords(finding(kind), words);
      expect(`${title} ${means} ${todo}`, kind).not.toMatch(/[{}–]/u);
    }
    const titles = findingKinds.map((kind) => findingWords(finding(kind), words).title);
    expect(new Set(titles).size).toBe(findingKinds.length);
  });

  it('names what it is about, by its name where it has one', () => {
    expect(findingWords(finding('order-changed'), words).title).toBe(
      'Order 1042 says something else than when Orderlla wrote it',
    );
    const beans = finding('rows-changed', { target: { kind: 'product', id: 7 }, targetName: 'Beans' });
    expect(findingWords(beans, words).title).toBe('Changed past Orderlla: Product 7, Beans');
    const carla = finding('rows-added', { target: { kind: 'staff', id: 2 }, targetName: 'Carla' });
    expect(findingWords(carla, words).title).toBe('Added past Orderlla: Carla');
    expect(
      findingWords(finding('orders-missing', { params: { from: 3, to: 3, count: 1 } }), words).title,
    ).toBe('Order 3 is missing');
  });

  it('says which rows, of which paper and how many', () => {
    const means = (params: Finding['params']) =>
      findingWords(finding('rows-missing', { target: null, params }), words).means;
    expect(means({ table: 'barcodes' })).toBe('This was taken out with another program: barcodes.');
    expect(means({ table: 'barcodes', count: 53 })).toContain('barcodes (53)');
    expect(means({ table: 'stockMovements', source: 'receipt 4' })).toContain(
      'stock movements of Delivery received 4',
    );
  });

  it('has words for every kind of rows that stands under a seal', () => {
    const kinds = [...sealedKinds.map(({ kind }) => kind), ...orderTables.map(({ table }) => table)];
    expect(kinds.length).toBeGreaterThan(25);
    expect(
      kinds.filter((kind) => !Object.hasOwn(auditFindingsText, `audit-findings.sealed-${kind}`)),
    ).toEqual([]);
  });

  it('says less, never something odd, where a part is missing', () => {
    const bare = finding('history-shorter', { target: null, params: {} });
    expect(findingWords(bare, words).title).toBe('The log ends at entry –, and it went on to –');
  });
});
