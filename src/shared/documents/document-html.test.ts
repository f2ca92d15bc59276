import { describe, expect, it } from 'vitest';
import { orderDetail, refund, returned, sampleShopView } from '../../../test/support/order-builder.ts';
import { pieces } from '../domain/quantity.ts';
import { createEnglishText } from '../text/english.ts';
import { createFormat } from '../text/format.ts';
import { deliveryNoteBlocks } from './delivery-note-blocks.ts';
import type { DocumentBlock } from './document-block.ts';
import { documentHtml } from './document-html.ts';
import { escapeHtml } from './escape-html.ts';
import { invoiceBlocks } from './invoice-blocks.ts';
import { packingSlipBlocks } from './packing-slip-blocks.ts';
import { receiptBlocks } from './receipt-blocks.ts';
import { refundSlipBlocks } from './refund-slip-blocks.ts';
import { returnSlipBlocks } from './return-slip-blocks.ts';

const text = createEnglishText('en-GB');
const format = createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' });

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</bdi></body><svg/onload=alert(1)>',
  '<!-- --><style>*{display:none}</style>',
  '&lt;b&gt;&amp;',
  '\u202Ehsilgne\u0000\u0007',
  'مخبز الحي 🥐',
  'x'.repeat(300),
  '\uD800 alone',
];

const words = { text, format };

/** Every paper of one order, one after the other, with this text wherever people type. */
function papers(name: string): readonly DocumentBlock[] {
  const order = orderDetail([{ name, unitPrice: 100, quantity: pieces(1), note: name }], {
    kind: 'delivery',
    deliveryName: name,
    deliveryAddress: name,
    note: name,
  });
  const said = {
    name,
    legalName: `${name}.`,
    email: name,
    website: name,
    taxNumber: name,
    orderPrefix: name,
  };
  const shop = { ...sampleShopView, ...said, receiptHeader: name, receiptFooter: name, logoPictureId: 7 };
  const buyer = { name, address: name };
  const goods = returned(name, 1, 100, { note: name, refunds: [refund(name, 100, { reference: name })] });
  return [
    ...packingSlipBlocks(order, shop, words),
    ...deliveryNoteBlocks(order, shop, words),
    ...invoiceBlocks({ number: '1', businessDate: order.businessDate, buyer }, order, shop, words),
    ...returnSlipBlocks(goods, shop, words, 1),
    ...refundSlipBlocks(refund(name, 100, { reason: name }), shop, words, 1),
  ];
}

function page(name: string): string {
  const order = orderDetail([{ name, unitPrice: 100, quantity: pieces(1), note: name }], {
    note: name,
    customerName: name,
    staffName: name,
    payments: [],
  });
  const shop = { ...sampleShopView, name, address: name, receiptHeader: name, receiptFooter: name };
  const blocks = [...receiptBlocks(order, shop, text, format), ...papers(name)];
  return documentHtml(blocks, {
    title: name,
    paper: '58mm',
    locale: 'en-GB',
    direction: 'ltr',
    qrSvg: (content) => `<svg data-content="${escapeHtml(content)}"></svg>`,
  });
}

/** Tags that the page itself is made of. */
const own =
  /^(?:html|head|meta|title|link|body|header|h1|h2|h3|p|section|span|b|bdi|hr|table|caption|thead|tbody|tr|th|td|figure|figcaption|footer|svg)$/;

describe('documentHtml', () => {
  it.each(hostile)('lets no text become markup: %j', (name) => {
    // The logo is the one picture: its address is a number of our own.
    const html = page(name).replaceAll('<img class="logo" src="app://img/7" alt="">', '');
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/gi)].map((match) => match[1] ?? '');
    expect(tags.length).toBeGreaterThan(20);
    expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    expect(html.replace('<!doctype html>', '')).not.toContain('<!');
    expect(html.isWellFormed()).toBe(true);
  });

  it('draws goods with a box to tick, a party and a line to sign on', () => {
    const html = page('Lamp');
    expect(html).toContain('<header><img class="logo" src="app://img/7" alt=""><h1>');
    expect(html).toContain('<td class="tick"><span class="box"></span></td>');
    expect(html).toContain('<section class="party"><h3><bdi>Invoice to</bdi></h3><p><bdi>Lamp</bdi></p>');
    expect(html).toContain('<td class="wide"><bdi>Lamp</bdi><p class="detail"><bdi>Lamp</bdi></p></td>');
    expect(html).toContain('<p class="signature"><bdi>Packed by</bdi></p>');
  });

  it('keeps the words themselves readable', () => {
    expect(page('<b>Bread & butter</b>')).toContain('&lt;b&gt;Bread &amp; butter&lt;/b&gt;');
    expect(page('مخبز الحي 🥐')).toContain('<h1><bdi>مخبز الحي 🥐</bdi></h1>');
  });

  it.each(['58mm', '80mm', 'a4'] as const)('says which paper it is for: %s', (paper) => {
    const html = documentHtml([{ kind: 'code', text: 'A' }], {
      title: 't',
      paper,
      locale: 'ar',
      direction: 'rtl',
      qrSvg: () => '',
    });
    expect(html).toContain(`<body class="paper-${paper}">`);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<link rel="stylesheet" href="print.css">');
    expect(html).not.toMatch(/<script|<style|style=|https?:/);
  });
});
