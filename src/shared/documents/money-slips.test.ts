import { describe, expect, it } from 'vitest';
import { refund, returned, sampleShopView } from '../../../test/support/order-builder.ts';
import { money } from '../domain/money.ts';
import { createEnglishText } from '../text/english.ts';
import { createFormat } from '../text/format.ts';
import type { DocumentBlock } from './document-block.ts';
import { refundSlipBlocks } from './refund-slip-blocks.ts';
import { returnSlipBlocks } from './return-slip-blocks.ts';

const words = {
  text: createEnglishText('en-GB'),
  format: createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' }),
};
const qr = expect.objectContaining({ kind: 'qr', content: expect.stringMatching(/^ORDERLLA:O:1042:/) });
const headerAndFooter = { header: expect.objectContaining({ kind: 'header' }), footer: expect.anything() };
const amounts = (blocks: readonly DocumentBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'amount' ? [`${block.label} ${block.value}`] : []));
const marks = (blocks: readonly DocumentBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'mark' ? [block.text] : []));

describe('returnSlipBlocks', () => {
  it('says what came back and why, what it is worth, and where the money went', () => {
    const goods = returned('Flat white', 2, 700, {
      net: money(583),
      tax: money(117),
      note: 'Cup was cracked',
      customerName: 'Ana Prieto',
      refunds: [refund('Cash', 400), refund('Card', 300, { state: 'awaiting', reference: '4421' })],
    });
    expect(returnSlipBlocks(goods, sampleShopView, words, 0)).toEqual([
      headerAndFooter.header,
      {
        kind: 'title',
        text: 'Return 7',
        rows: [
          { label: 'Date', value: '23 Nov 2026, 09:00' },
          { label: 'From order', value: '1042' },
          { label: 'Served by', value: 'Olga Owner' },
          { label: 'Customer', value: 'Ana Prieto' },
        ],
      },
      { kind: 'rule' },
      { kind: 'line', name: 'Flat white', detail: '2 · Faulty', amount: '7.00', discount: null, note: null },
      { kind: 'rule' },
      { kind: 'amount', weight: 'normal', label: 'Tax included', value: '1.17' },
      { kind: 'amount', weight: 'total', label: 'Value of returned goods', value: '£7.00' },
      { kind: 'amount', weight: 'normal', label: 'Refunded, Cash', value: '−4.00' },
      { kind: 'amount', weight: 'normal', label: 'Refund on its way, Card, 4421', value: '−3.00' },
      { kind: 'note', text: 'Cup was cracked' },
      { kind: 'signature', labels: ['Customer’s signature'] },
      qr,
      headerAndFooter.footer,
    ]);
  });

  it('says what was spent on new goods, and what was only taken off what was owed', () => {
    const goods = returned('Lamp', 1, 900, {
      exchangeOrderId: 1043,
      rounding: money(-2),
      refunds: [refund('Exchange', 600), refund('Card', 200, { state: 'failed' })],
    });
    const blocks = returnSlipBlocks(goods, sampleShopView, words, 0);
    expect(amounts(blocks)).toEqual([
      'Rounding and earlier goodwill −0.02',
      'Value of returned goods £9.00',
      'Refunded, Exchange −6.00',
      'Taken off what was owed −3.00',
    ]);
    expect(blocks[1]).toMatchObject({
      rows: expect.arrayContaining([{ label: 'Exchanged for order', value: '1043' }]),
    });
  });

  it('says that there was no receipt, and has then nothing to scan; and which copy it is', () => {
    const goods = returned('Lamp', 1, 900, { orderId: null });
    const blocks = returnSlipBlocks(goods, { ...sampleShopView, isSample: true }, words, 2);
    expect(marks(blocks)).toEqual(['Sample shop, not a real sale', 'Copy 3']);
    expect(JSON.stringify(blocks)).toContain('Without receipt');
    expect(blocks.some((block) => block.kind === 'qr')).toBe(false);
  });
});

describe('refundSlipBlocks', () => {
  it('says how much goes back by which tender, how far it is, and of what', () => {
    const one = refund('Card', 1250, {
      returnId: 7,
      state: 'initiated',
      reference: 'R-88',
      settledAt: null,
      reason: 'customer-changed-mind',
    });
    expect(refundSlipBlocks(one, sampleShopView, words, 0)).toEqual([
      headerAndFooter.header,
      {
        kind: 'title',
        text: 'Refund 31',
        rows: [
          { label: 'Order', value: '1042' },
          { label: 'Return', value: '7' },
          { label: 'Opened', value: '23 Nov 2026, 09:00' },
          { label: 'State', value: 'On its way' },
          { label: 'Reference', value: 'R-88' },
          { label: 'Reason', value: 'Customer changed their mind' },
          { label: 'Served by', value: 'Olga Owner' },
        ],
      },
      { kind: 'rule' },
      { kind: 'amount', weight: 'total', label: 'Card', value: '£12.50' },
      qr,
      headerAndFooter.footer,
    ]);
  });

  it('is signed for cash, which is rounded to coins, and keeps a reason as it was typed', () => {
    const one = refund('Cash', 333, { rounding: money(2), reason: 'Late and cold' });
    const blocks = refundSlipBlocks(one, sampleShopView, words, 1);
    expect(marks(blocks)).toEqual(['Copy 2']);
    expect(amounts(blocks)).toEqual(['Refund 3.33', 'Cash rounding 0.02', 'Cash £3.35']);
    expect(blocks).toContainEqual({ kind: 'signature', labels: ['Customer’s signature'] });
    expect(blocks[2]).toMatchObject({
      rows: expect.arrayContaining([
        { label: 'Paid out', value: '23 Nov 2026, 09:00' },
        { label: 'Reason', value: 'Late and cold' },
      ]),
    });
  });

  it.each([
    ['failed', 'Failed, not paid out'],
    ['voided', 'Voided, not paid out'],
  ] as const)('cannot be taken for money where it %s', (state, mark) => {
    const blocks = refundSlipBlocks(
      refund('Cash', 333, { state, settledAt: null }),
      sampleShopView,
      words,
      0,
    );
    expect(marks(blocks)).toEqual([mark]);
    expect(blocks.some((block) => block.kind === 'signature')).toBe(false);
  });
});
