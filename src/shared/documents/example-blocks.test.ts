import { describe, expect, it } from 'vitest';
import { sampleShopView } from '../../../test/support/order-builder.ts';
import { calendarDate } from '../domain/calendar.ts';
import { parseOrderCode } from '../domain/order-code.ts';
import { percent } from '../domain/rate.ts';
import { createEnglishText } from '../text/english.ts';
import { createFormat } from '../text/format.ts';
import { exampleBlocks } from './example-blocks.ts';
import { exampleOrder } from './example-order.ts';
import { paperDirection } from './paper-direction.ts';

const text = createEnglishText('en-GB');
const example = {
  taxes: [{ name: 'VAT', rate: percent(20) }],
  cashier: 'Olga Owner',
  now: Date.UTC(2026, 10, 22, 11, 30),
  today: calendarDate(20261122),
};

function blocks(document: 'receipt' | 'invoice', change: Partial<typeof sampleShopView> = {}) {
  const shop = { ...sampleShopView, ...change };
  const { locale, currency, currencyExponent: exponent, timeZone } = shop;
  const format = createFormat({ locale, currency, exponent, timeZone });
  return exampleBlocks({ document, invoiceNumber: 'INV-2026-0007' }, shop, { text, format }, example);
}

describe('an example', () => {
  it('is marked as one, and its code opens no order', () => {
    for (const document of ['receipt', 'invoice'] as const) {
      const made = blocks(document);
      expect(made[1]).toEqual({ kind: 'mark', text: 'Example, not a sale' });
      const code = made.find((block) => block.kind === 'qr');
      expect(code?.kind === 'qr' ? parseOrderCode(code.content) : 'none').toBeNull();
    }
  });

  it('bears the shop’s taxes and numbers', () => {
    expect(blocks('invoice').find((block) => block.kind === 'title')).toMatchObject({
      text: 'Invoice INV-2026-0007',
    });
    expect(blocks('receipt', { orderPrefix: 'R-' }).find((block) => block.kind === 'title')).toMatchObject({
      text: 'Order R-1042',
    });
    expect(blocks('receipt').find((block) => block.kind === 'table')).toMatchObject({
      title: 'Tax included',
    });
    expect(
      blocks('receipt', { pricesIncludeTax: false }).find((block) => block.kind === 'table'),
    ).toMatchObject({ title: 'Tax by rate' });
  });

  it.each([
    ['JPY', 0, '¥2,971'],
    ['GBP', 2, '£29.71'],
    ['KWD', 3, 'KWD 29.710'],
  ])('has prices that look like prices in %s', (currency, currencyExponent, total) => {
    const made = blocks('receipt', { currency, currencyExponent });
    const found = made.find((block) => block.kind === 'amount' && block.weight === 'total');
    expect(found?.kind === 'amount' ? found.value.replace(/\s/u, ' ') : '').toBe(total);
  });

  it('is paid in full, with change', () => {
    const order = exampleOrder(sampleShopView, { ...example, text });
    expect(order.payments[0]).toMatchObject({ amount: order.total, change: 3000 - order.total });
    expect(order.total).toBe(order.net + order.tax);
  });
});

describe('paperDirection', () => {
  it('is the shop’s choice, or its language’s', () => {
    const shop = (locale: string, wanted: 'auto' | 'ltr' | 'rtl') => ({ locale, paperDirection: wanted });
    expect(paperDirection(shop('en-GB', 'auto'), false)).toBe('ltr');
    expect(paperDirection(shop('ar-EG', 'auto'), false)).toBe('rtl');
    expect(paperDirection(shop('ar-EG', 'ltr'), true)).toBe('ltr');
    expect(paperDirection(shop('en-GB', 'auto'), true)).toBe('rtl');
    expect(paperDirection(shop('en-GB', 'rtl'), false)).toBe('rtl');
  });
});
