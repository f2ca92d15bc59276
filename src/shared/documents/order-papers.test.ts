import { describe, expect, it } from 'vitest';
import { orderDetail, payment, sampleShopView } from '../../../test/support/order-builder.ts';
import type { OrderDetail } from '../contract/order-views.ts';
import { calendarDate } from '../domain/calendar.ts';
import { money } from '../domain/money.ts';
import { pieces, quantity } from '../domain/quantity.ts';
import { percent } from '../domain/rate.ts';
import { createEnglishText } from '../text/english.ts';
import { createFormat } from '../text/format.ts';
import { deliveryNoteBlocks } from './delivery-note-blocks.ts';
import type { DocumentBlock } from './document-block.ts';
import { invoiceBlocks } from './invoice-blocks.ts';
import { packingSlipBlocks } from './packing-slip-blocks.ts';

const words = {
  text: createEnglishText('en-GB'),
  format: createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' }),
};
const sample = { ...sampleShopView, isSample: true };
const header: DocumentBlock = {
  kind: 'header',
  name: 'Corner Shop',
  lines: ['1 High Street', 'London', '555-0100', 'VAT no. GB 123 4567 89'],
};
const footer: DocumentBlock = { kind: 'footer', lines: ['Thank you, see you soon'] };
const qr = expect.objectContaining({ kind: 'qr', content: expect.stringMatching(/^ORDERLLA:O:1042:/) });

/** Two tax rates, a discount on a line, one on the order, a weight, a note: a delivery paid in part. */
function order(change: Partial<OrderDetail> = {}): OrderDetail {
  const detail = orderDetail(
    [
      {
        name: 'Flat white',
        unitPrice: 350,
        quantity: pieces(2),
        discount: { kind: 'percent', rate: percent(10) },
        taxes: [{ name: 'VAT', rate: percent(20) }],
      },
      {
        name: 'Brie',
        unitPrice: 2_400,
        quantity: quantity(355),
        unit: 'kg',
        taxes: [{ name: 'VAT', rate: percent(5) }],
        note: 'the ripe one',
      },
    ],
    {
      orderDiscountOf: { kind: 'percent', rate: percent(5) },
      kind: 'delivery',
      status: 'shipped',
      customerName: 'Ana Prieto',
      deliveryName: 'Ana Prieto',
      deliveryPhone: '555-0199',
      deliveryAddress: '7 Lower Lane\nBath',
      deliveryDate: calendarDate(20261126),
      paid: money(500),
      payments: [payment('Card', 500, 0, '4421')],
      note: 'Ring twice',
      ...change,
    },
  );
  const [first, ...others] = detail.lines;
  return first ? { ...detail, lines: [{ ...first, sku: 'FW-1' }, ...others] } : detail;
}

const rows = [
  { label: 'Order', value: '1042' },
  { label: 'Ordered on', value: '22 November 2026' },
  { label: 'Customer', value: 'Ana Prieto' },
  { label: 'Delivery', value: 'Thursday 26 November' },
];
const recipient = { title: 'Deliver to', lines: ['Ana Prieto', '7 Lower Lane', 'Bath', '555-0199'] };

describe('packingSlipBlocks', () => {
  it('says what to pick, with a box to tick, and names no price', () => {
    const blocks = packingSlipBlocks(order(), sample, words);
    expect(blocks).toEqual([
      { kind: 'header', name: 'Corner Shop', lines: [] },
      { kind: 'mark', text: 'Sample shop, not a real sale' },
      { kind: 'title', text: 'Packing slip', rows },
      {
        kind: 'goods',
        label: 'Goods',
        columns: [
          { heading: 'Done', kind: 'tick' },
          { heading: 'Quantity', kind: 'figure' },
          { heading: 'Unit', kind: 'word' },
          { heading: 'Product', kind: 'wide' },
          { heading: 'SKU', kind: 'code' },
        ],
        rows: [
          { cells: ['', '2', 'piece', 'Flat white', 'FW-1'], details: [] },
          { cells: ['', '0.355', 'kg', 'Brie', ''], details: ['the ripe one'] },
        ],
      },
      { kind: 'note', text: 'Ring twice' },
      { kind: 'signature', labels: ['Packed by', 'Date'] },
      qr,
    ]);
    expect(JSON.stringify(blocks)).not.toMatch(/£|\d\.\d\d\b(?!5)/);
  });
});

describe('deliveryNoteBlocks', () => {
  it('says where to, what, and what is still to be paid there', () => {
    expect(deliveryNoteBlocks(order(), sampleShopView, words)).toEqual([
      header,
      { kind: 'title', text: 'Delivery note', rows },
      { kind: 'parties', parties: [recipient] },
      {
        kind: 'goods',
        label: 'Goods',
        columns: [
          { heading: 'Quantity', kind: 'figure' },
          { heading: 'Unit', kind: 'word' },
          { heading: 'Product', kind: 'wide' },
          { heading: 'SKU', kind: 'code' },
        ],
        rows: [
          { cells: ['2', 'piece', 'Flat white', 'FW-1'], details: [] },
          { cells: ['0.355', 'kg', 'Brie', ''], details: ['the ripe one'] },
        ],
      },
      { kind: 'amount', weight: 'total', label: 'To pay on delivery', value: '£9.08' },
      { kind: 'note', text: 'Ring twice' },
      { kind: 'signature', labels: ['Received in good order by', 'Date'] },
      qr,
      footer,
    ]);
  });

  it('says that nothing is to be collected where all is paid, and speaks of a pickup', () => {
    const paid = order({ kind: 'pickup', paid: money(1408), deliveryAddress: null });
    const blocks = deliveryNoteBlocks(paid, sampleShopView, words);
    expect(blocks).toContainEqual({ kind: 'note', text: 'Everything is paid. Nothing is to be collected.' });
    expect(blocks).toContainEqual({
      kind: 'parties',
      parties: [{ title: 'Pick up by', lines: ['Ana Prieto', '555-0199'] }],
    });
    const owing = deliveryNoteBlocks(order({ kind: 'pickup', paid: money(0) }), sampleShopView, words);
    expect(owing).toContainEqual({
      kind: 'amount',
      weight: 'total',
      label: 'To pay on pickup',
      value: '£14.08',
    });
  });
});

describe('invoiceBlocks', () => {
  const invoice = { number: '17', businessDate: calendarDate(20261124), buyer: null };

  it('holds what a tax office asks for: both sides, numbers, prices, discounts, tax by rate, what is open', () => {
    expect(invoiceBlocks(invoice, order(), sampleShopView, words)).toEqual([
      header,
      {
        kind: 'title',
        text: 'Invoice 17',
        rows: [
          { label: 'Invoice date', value: '24 November 2026' },
          { label: 'Order', value: '1042' },
          { label: 'Date of sale', value: '22 November 2026' },
        ],
      },
      { kind: 'parties', parties: [{ ...recipient, title: 'Invoice to' }] },
      {
        kind: 'goods',
        label: 'Goods',
        columns: [
          { heading: 'Product', kind: 'wide' },
          { heading: 'Quantity', kind: 'figure' },
          { heading: 'Unit price', kind: 'figure' },
          { heading: 'Discount', kind: 'figure' },
          { heading: 'Rate', kind: 'figure' },
          { heading: 'Amount', kind: 'figure' },
        ],
        rows: [
          {
            cells: ['Flat white', '2', '3.50', '−0.70', '20%', '7.00'],
            details: ['FW-1', 'Discount 10%'],
          },
          { cells: ['Brie', '0.355 kg', '24.00', '', '5%', '8.52'], details: ['the ripe one'] },
        ],
      },
      { kind: 'amount', weight: 'normal', label: 'Subtotal', value: '15.52' },
      { kind: 'amount', weight: 'normal', label: 'Discounts on products', value: '−0.70' },
      { kind: 'amount', weight: 'normal', label: 'Discount on the order 5%', value: '−0.74' },
      { kind: 'amount', weight: 'total', label: 'Total', value: '£14.08' },
      {
        kind: 'table',
        title: 'Tax included',
        headings: ['Rate', 'Net', 'Tax'],
        rows: [
          ['VAT 20%', '4.99', '1.00'],
          ['VAT 5%', '7.70', '0.39'],
        ],
      },
      { kind: 'rule' },
      { kind: 'amount', weight: 'normal', label: 'Card, 4421', value: '5.00' },
      { kind: 'amount', weight: 'strong', label: 'To pay', value: '9.08' },
      { kind: 'note', text: 'Ring twice' },
      qr,
      footer,
    ]);
  });

  it('is made out to whom the directory knows, and says where the goods go instead', () => {
    const buyer = { name: 'Prieto Ltd', address: '1 Counting House\nBristol' };
    const [, , parties] = invoiceBlocks({ ...invoice, buyer }, order(), sampleShopView, words);
    expect(parties).toEqual({
      kind: 'parties',
      parties: [{ title: 'Invoice to', lines: ['Prieto Ltd', '1 Counting House', 'Bristol'] }, recipient],
    });
  });

  it('says that nothing is open, that no tax is due, and that it is a copy of a cancelled order’s', () => {
    const plain = orderDetail([{ name: 'Book', unitPrice: 900, taxes: [] }], {
      status: 'cancelled',
      paid: money(0),
      events: [
        { eventNo: 2, kind: 'printed', staffName: null, at: 0, details: { document: 'invoice', print: 1 } },
        { eventNo: 3, kind: 'printed', staffName: null, at: 0, details: { print: 1 } },
      ],
    });
    const blocks = invoiceBlocks(invoice, plain, sampleShopView, words);
    expect(blocks.slice(1, 3)).toEqual([
      { kind: 'mark', text: 'Cancelled' },
      { kind: 'mark', text: 'Copy 2' },
    ]);
    expect(blocks).toContainEqual({ kind: 'note', text: 'No tax is due on this sale.' });
    expect(blocks).toContainEqual({ kind: 'amount', weight: 'strong', label: 'Still open', value: '0.00' });
    const goods = blocks.find((block) => block.kind === 'goods');
    expect(goods?.columns.map((column) => column.heading)).toEqual([
      'Product',
      'Quantity',
      'Unit price',
      'Amount',
    ]);
  });
});
