import { describe, expect, it } from 'vitest';
import {
  orderDetail,
  payment,
  refund,
  returned,
  sampleShopView,
} from '../../../test/support/order-builder.ts';
import type { OrderDetail } from '../contract/order-views.ts';
import { calendarDate } from '../domain/calendar.ts';
import { money } from '../domain/money.ts';
import { pieces, quantity } from '../domain/quantity.ts';
import { percent } from '../domain/rate.ts';
import { createEnglishText } from '../text/english.ts';
import { createFormat } from '../text/format.ts';
import type { DocumentBlock } from './document-block.ts';
import { receiptBlocks } from './receipt-blocks.ts';

const text = createEnglishText('en-GB');
const format = createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' });
const vat = { name: 'VAT', rate: percent(20) };

const blocksOf = (order: OrderDetail, shop = sampleShopView) => receiptBlocks(order, shop, text, format);
const amounts = (blocks: readonly DocumentBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'amount' ? [`${block.label} ${block.value}`] : []));
const marks = (blocks: readonly DocumentBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'mark' ? [block.text] : []));

const coffee = { name: 'Flat white', unitPrice: 350, quantity: pieces(2), taxes: [vat] };
const cake = {
  name: 'Carrot cake',
  unitPrice: 420,
  discount: { kind: 'percent', rate: percent(10) } as const,
  taxes: [vat],
};

describe('receiptBlocks', () => {
  it('writes a discounted sale with tax included as a customer can add it up', () => {
    const order = orderDetail([coffee, cake], { payments: [payment('Cash', 1078, 922)] });
    const blocks = blocksOf(order);
    const lines = blocks.filter((block) => block.kind === 'line');
    expect(lines).toEqual([
      { kind: 'line', name: 'Flat white', detail: '2 × 3.50', amount: '7.00', discount: null, note: null },
      {
        kind: 'line',
        name: 'Carrot cake',
        detail: null,
        amount: '4.20',
        discount: { label: 'Discount 10%', value: '−0.42' },
        note: null,
      },
    ]);
    expect(amounts(blocks)).toEqual([
      'Subtotal 11.20',
      'Discounts on products −0.42',
      'Total £10.78',
      'You saved 0.42',
      'Cash 20.00',
      'Change 9.22',
    ]);
    expect(blocks.find((block) => block.kind === 'table')).toMatchObject({
      title: 'Tax included',
      rows: [['VAT 20%', '8.98', '1.80']],
    });
  });

  it('shows tax that is added, by rate, and the discount of the order', () => {
    const order = orderDetail(
      [
        {
          name: 'Lamp',
          unitPrice: 10_000,
          taxes: [
            { name: 'CGST', rate: percent(9) },
            { name: 'SGST', rate: percent(9) },
          ],
        },
        { name: 'Book', unitPrice: 1_000, taxes: [] },
      ],
      { pricesIncludeTax: false, orderDiscountOf: { kind: 'amount', amount: money(1_100) } },
    );
    expect(amounts(blocksOf(order))).toEqual([
      'Subtotal 110.00',
      'Discount on the order −11.00',
      'CGST 9% 8.10',
      'SGST 9% 8.10',
      'Total £115.20',
      'You saved 11.00',
    ]);
  });

  it('shows a plain sale without repeating itself, weights, and a line note', () => {
    const cheese = {
      name: 'Brie',
      unitPrice: 2_400,
      quantity: quantity(355),
      unit: 'kg' as const,
      taxes: [],
      note: 'the ripe one',
    };
    const order = orderDetail([cheese], { payments: [payment('Card', 852, 0, '4421')] });
    const blocks = blocksOf(order);
    expect(amounts(blocks)).toEqual(['Total £8.52', 'Card, 4421 8.52']);
    expect(blocks.find((block) => block.kind === 'line')).toMatchObject({
      detail: '0.355 kg × 24.00',
      note: 'the ripe one',
    });
    expect(blocks.some((block) => block.kind === 'table')).toBe(false);
  });

  it('says what is still to pay, cash rounding, refunds, and every tender of a split payment', () => {
    const order = orderDetail([coffee], {
      rounding: money(-2),
      paid: money(500),
      refunded: money(100),
      payments: [payment('Cash', 300), payment('UPI', 200, 0, 'r-7')],
      refunds: [refund('UPI', 100, { reference: 'r-8' })],
    });
    expect(amounts(blocksOf(order))).toEqual([
      'Subtotal 7.00',
      'Cash rounding −0.02',
      'Total £6.98',
      'Cash 3.00',
      'UPI, r-7 2.00',
      'Refunded, UPI, r-8 −1.00',
      'To pay 2.98',
    ]);
  });

  it('says what came back and what it costs now, where the money is, and what is still due', () => {
    const goods = returned('Flat white', 1, 350);
    const order = orderDetail([coffee], {
      credited: money(450),
      refunded: money(200),
      refundPending: money(100),
      payments: [payment('Cash', 700)],
      returns: [goods],
      refunds: [
        refund('Cash', 200, { rounding: money(-1) }),
        refund('Card', 100, { state: 'initiated' }),
        refund('Card', 50, { state: 'voided' }),
        refund('Card', 50, { state: 'failed' }),
      ],
    });
    expect(amounts(blocksOf(order))).toEqual([
      'Total £7.00',
      'Returned 23 Nov 2026 −3.50',
      'Taken off as goodwill −1.00',
      'Costs now 2.50',
      'Cash 7.00',
      'Refunded, Cash −2.00',
      'Cash rounding 0.01',
      'Refund on its way, Card −1.00',
      'To be given back 1.50',
    ]);
  });

  it('shows on the receipt of an exchange what came back, and the difference', () => {
    const goods = returned('Old lamp', 1, 500, { orderId: 1001, exchangeOrderId: 1042 });
    const { refunds: _refunds, ...exchangeOf } = { ...goods, spent: money(500), givenBack: money(0) };
    const order = orderDetail([coffee], {
      exchangeOf,
      payments: [payment('Exchange', 500), payment('Cash', 200, 300)],
    });
    const blocks = blocksOf(order);
    expect(blocks.slice(-11)).toEqual([
      { kind: 'rule' },
      {
        kind: 'title',
        text: 'Returned with this sale',
        rows: [
          { label: 'Return', value: '7' },
          { label: 'From order', value: '1001' },
        ],
      },
      { kind: 'line', name: 'Old lamp', detail: '1 · Faulty', amount: '−5.00', discount: null, note: null },
      { kind: 'amount', weight: 'normal', label: 'Value of returned goods', value: '−5.00' },
      { kind: 'amount', weight: 'strong', label: 'Difference to pay', value: '2.00' },
      { kind: 'rule' },
      { kind: 'amount', weight: 'normal', label: 'Exchange', value: '5.00' },
      { kind: 'amount', weight: 'normal', label: 'Cash', value: '5.00' },
      { kind: 'amount', weight: 'strong', label: 'Change', value: '3.00' },
      expect.objectContaining({ kind: 'qr' }),
      expect.objectContaining({ kind: 'footer' }),
    ]);
  });

  it('says what goes back where the new goods cost less', () => {
    const goods = returned('Old lamp', 1, 900, { exchangeOrderId: 1042 });
    const { refunds: _refunds, ...exchangeOf } = { ...goods, spent: money(700), givenBack: money(200) };
    const order = orderDetail([coffee], { exchangeOf, payments: [payment('Exchange', 700)] });
    expect(amounts(blocksOf(order))).toEqual([
      'Total £7.00',
      'Value of returned goods −9.00',
      'Of it for this sale −7.00',
      'Goes back to the customer 2.00',
      'Exchange 7.00',
    ]);
  });

  it('names number, date in the shop’s zone, staff, customer and delivery', () => {
    const order = orderDetail([coffee], {
      kind: 'delivery',
      status: 'received',
      customerName: 'Ana Prieto',
      deliveryName: 'Ana Prieto',
      deliveryPhone: '555-0199',
      deliveryAddress: '7 Lower Lane\nBath',
      deliveryDate: calendarDate(20261126),
    });
    const title = blocksOf(order).find((block) => block.kind === 'title');
    expect(title).toMatchObject({ text: 'Order 1042' });
    expect(title?.rows.map((row) => row.value)).toEqual([
      '22 Nov 2026, 11:30',
      'Olga Owner',
      'Ana Prieto',
      'Ana Prieto',
      '555-0199',
      '7 Lower Lane',
      'Bath',
      'Thursday 26 November',
    ]);
  });

  it('carries the code of the order, the shop’s header and footer', () => {
    const blocks = blocksOf(orderDetail([coffee]));
    expect(blocks.find((block) => block.kind === 'qr')).toMatchObject({
      content: expect.stringMatching(/^ORDERLLA:O:1042:/),
    });
    expect(blocks[0]).toEqual({
      kind: 'header',
      name: 'Corner Shop',
      lines: ['1 High Street', 'London', '555-0100', 'VAT no. GB 123 4567 89'],
    });
    expect(blocks.at(-1)).toEqual({ kind: 'footer', lines: ['Thank you, see you soon'] });
  });

  it('marks copies with their number, cancelled orders and sample shops; never the original', () => {
    const printed = (eventNo: number): OrderDetail['events'][number] => ({
      eventNo,
      kind: 'printed',
      staffName: null,
      at: 0,
      details: {},
    });
    expect(marks(blocksOf(orderDetail([coffee])))).toEqual([]);
    expect(marks(blocksOf(orderDetail([coffee], { events: [printed(2)] })))).toEqual(['Copy 2']);
    const otherPaper = { ...printed(2), details: { document: 'delivery-note', print: 1 } };
    expect(marks(blocksOf(orderDetail([coffee], { events: [otherPaper] })))).toEqual([]);
    const twice = orderDetail([coffee], { events: [printed(2), printed(3)], status: 'cancelled' });
    expect(marks(blocksOf(twice, { ...sampleShopView, isSample: true }))).toEqual([
      'Sample shop, not a real sale',
      'Cancelled',
      'Copy 3',
    ]);
  });

  it('says who the shop is in full, with its logo, where the shop gave all of it', () => {
    const full = {
      ...sampleShopView,
      legalName: 'Corner Trading Ltd',
      email: 'hello@corner.example',
      website: 'corner.example',
      taxNumber: 'GB 123 4567 89',
      receiptHeader: '',
      logoPictureId: 7,
    };
    expect(blocksOf(orderDetail([coffee]), full)[0]).toEqual({
      kind: 'header',
      name: 'Corner Shop',
      lines: [
        ...['Corner Trading Ltd', '1 High Street', 'London', '555-0100', 'hello@corner.example'],
        ...['corner.example', 'VAT no. GB 123 4567 89'],
      ],
      logo: 'app://img/7',
    });
    const same = { ...full, legalName: 'Corner Shop', country: 'IN', receiptShowsLogo: false };
    expect(blocksOf(orderDetail([coffee]), same)[0]).toEqual({
      kind: 'header',
      name: 'Corner Shop',
      lines: [
        ...['1 High Street', 'London', '555-0100', 'hello@corner.example', 'corner.example'],
        'GSTIN GB 123 4567 89',
      ],
    });
  });

  it('leaves out what the shop does not want on its receipts, and nothing else', () => {
    const order = orderDetail([coffee, cake], {
      customerName: 'Ana Prieto',
      payments: [payment('Cash', 1078)],
    });
    const kinds = (change: Partial<typeof sampleShopView>) => {
      const blocks = blocksOf(order, { ...sampleShopView, ...change });
      const title = blocks.find((block) => block.kind === 'title');
      return [
        ...(title?.kind === 'title' ? title.rows.map(({ label }) => label) : []),
        ...blocks.flatMap((block) => (block.kind === 'amount' ? [block.label] : [])),
        ...blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'qr' ? [block.kind] : [])),
      ];
    };
    const all = kinds({});
    const without = (change: Partial<typeof sampleShopView>) => {
      const left = kinds(change);
      return all.filter((one) => !left.includes(one));
    };
    expect(without({ receiptShowsCashier: false })).toEqual(['Served by']);
    expect(without({ receiptShowsCustomer: false })).toEqual(['Customer']);
    expect(without({ receiptShowsSaved: false })).toEqual(['You saved']);
    expect(without({ receiptShowsTaxes: false })).toEqual(['table']);
    expect(without({ receiptShowsCode: false })).toEqual(['qr']);
    expect(all).toContain('Total');
  });

  it('writes the order’s number as the shop writes it', () => {
    const shop = { ...sampleShopView, orderPrefix: 'R-', orderDigits: 6 };
    expect(blocksOf(orderDetail([coffee]), shop).find((block) => block.kind === 'title')).toMatchObject({
      text: 'Order R-001042',
    });
  });
});
