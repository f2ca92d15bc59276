import { describe, expect, it } from 'vitest';
import { orderDetail, payment, sampleShopView } from '../../../test/support/order-builder.ts';
import type { OrderDetail } from '../contract/order-views.ts';
import { pieces } from '../domain/quantity.ts';
import { percent } from '../domain/rate.ts';
import { createEnglishText } from '../text/english.ts';
import { createFormat } from '../text/format.ts';
import { receiptBlocks } from './receipt-blocks.ts';

const text = createEnglishText('en-GB');
const format = createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' });
const vat = { name: 'VAT', rate: percent(20) };

const blocksOf = (order: OrderDetail, shop = sampleShopView) => receiptBlocks(order, shop, text, format);
const coffee = { name: 'Flat white', unitPrice: 350, quantity: pieces(2), taxes: [vat] };
const cake = {
  name: 'Carrot cake',
  unitPrice: 420,
  discount: { kind: 'percent', rate: percent(10) } as const,
  taxes: [vat],
};

describe('what the shop settles for its receipts', () => {
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
