import { describe, expect, expectTypeOf, it } from 'vitest';
import { createText, directionOf, type TextArguments } from './text.ts';

const messages = {
  plain: 'Take payment',
  take: 'Take {amount} from {name}',
  twice: '{name} and {name}',
  items: { zero: 'No items', one: '{count} item', other: '{count} items of {shop}' },
} as const;

describe('text', () => {
  const text = createText<typeof messages>('en', messages);

  it('fills in placeholders, each time they stand', () => {
    expect(text('plain')).toBe('Take payment');
    expect(text('take', { amount: '€10.78', name: 'Ada' })).toBe('Take €10.78 from Ada');
    expect(text('twice', { name: 'Ada' })).toBe('Ada and Ada');
  });

  it('chooses the plural form by count and writes the count in the locale', () => {
    expect(text('items', { count: 0, shop: 'x' })).toBe('No items');
    expect(text('items', { count: 1, shop: 'x' })).toBe('1 item');
    expect(text('items', { count: 12_000, shop: 'Bakery' })).toBe('12,000 items of Bakery');
  });

  it('uses the plural rules of the language', () => {
    const russian = createText<typeof messages>('ru', {
      ...messages,
      items: {
        one: '{count} товар',
        few: '{count} товара',
        many: '{count} товаров',
        other: '{count} товара',
      },
    });
    expect([1, 2, 5, 21].map((count) => russian('items', { count, shop: '' }))).toEqual([
      '1 товар',
      '2 товара',
      '5 товаров',
      '21 товар',
    ]);
  });

  it('leaves a value alone that looks like a placeholder or a replacement pattern', () => {
    expect(text('take', { amount: '{name}', name: '$& $1' })).toBe('Take {name} from $& $1');
  });

  it('isolates a value of the other writing direction', () => {
    expect(text('take', { amount: 1, name: 'سارة' })).toBe('Take 1 from \u2068سارة\u2069');
    const arabic = createText<typeof messages>('ar-EG', { ...messages, take: 'خذ {amount} من {name}' });
    expect(arabic('take', { amount: '€1', name: 'Ada' })).toBe('خذ \u2068€1\u2069 من \u2068Ada\u2069');
  });

  it('types the parameters from the sentence', () => {
    expectTypeOf<TextArguments<'Take payment'>>().toEqualTypeOf<[]>();
    // @ts-expect-error: a placeholder is missing
    text('take', { amount: '1' });
    // @ts-expect-error: count must be a number
    text('items', { count: '1', shop: '' });
    // @ts-expect-error: no such key
    expect(text('nothing')).toBe('nothing');
  });

  it('knows the writing direction of a locale', () => {
    expect(['en', 'ar', 'he-IL', 'ur', 'pa-Arab', 'ar-XB'].map(directionOf)).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
    ]);
  });
});
