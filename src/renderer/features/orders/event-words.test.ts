import { describe, expect, it } from 'vitest';
import { orderDetail } from '../../../../test/support/order-builder.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { byWords, eventWords } from './event-words.ts';

type Kind = OrderDetail['events'][number]['kind'];

const text = createEnglishText();
const format = createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' });
const order = orderDetail(
  [
    { name: 'Mug', unitPrice: 1000, quantity: pieces(2) },
    { name: 'Beans', unitPrice: 2000, quantity: quantity(750), unit: 'kg' },
  ],
  { kind: 'delivery' },
);
const said = (kind: Kind, details: Record<string, unknown>, of = order): readonly string[] => {
  const { title, more } = eventWords(
    { eventNo: 1, kind, staffName: 'Olga', at: 0, details },
    { order: of, text, format },
  );
  return [title, ...more];
};

describe('who did it', () => {
  const by = (
    kind: Kind,
    change: { staffName?: string | null; details?: Record<string, unknown> },
    of = order,
  ) => byWords({ eventNo: 1, kind, staffName: null, at: 0, details: {}, ...change }, { order: of, text });
  const kiosk = { ...order, channel: 'kiosk' } as const;

  it('is somebody of the shop, the customer at the kiosk, the timer, or nobody that is named', () => {
    expect(by('status', { staffName: 'Olga' })).toBe('by Olga');
    expect(by('status', {})).toBe('by timer');
    expect(by('placed', {}, kiosk)).toBe('by the customer, at the kiosk');
    expect(by('status', { details: { by: 'customer' } }, kiosk)).toBe('by the customer, at the kiosk');
    expect(by('status', {}, kiosk)).toBe('by timer');
    expect(by('refund', {}, kiosk)).toBe(null);
  });

  it('stands in how it was placed, with what the customer pays by', () => {
    const awaited = { tenderId: 3, tenderName: 'UPI', tenderKind: 'upi' } as const;
    expect(said('placed', { total: 900 }, kiosk)).toEqual(['Ordered at the kiosk, £9.00']);
    expect(said('placed', { total: 900 }, { ...kiosk, awaited })).toEqual([
      'Ordered at the kiosk, £9.00, to be paid by UPI',
    ]);
    expect(said('placed', { total: 900 }, { ...order, channel: 'import' })).toEqual([
      'Brought in from Orderlla, £9.00',
    ]);
  });
});

describe('eventWords', () => {
  it('words every step, with its reason and note', () => {
    expect(said('placed', { total: 2350 })).toEqual(['Placed for delivery, £23.50']);
    expect(said('paid', { tender: 'Card', amount: 2350 })).toEqual(['£23.50 paid, Card']);
    expect(said('status', { from: 'received', to: 'shipped' })).toEqual(['Order Received → Shipped']);
    const cancelled = { from: 'received', to: 'cancelled', reason: 'out-of-stock', note: 'The kiln broke' };
    expect(said('status', cancelled)).toEqual([
      'Order Received → Cancelled',
      'Out of stock',
      'The kiln broke',
    ]);
    const undone = { from: 'delivered', to: 'in-transit', undo: true, reason: 'Wrong parcel' };
    expect(said('status', undone)).toEqual(['Delivery undone, In Transit again', 'Wrong parcel']);
  });

  it('words money and goods that come back', () => {
    const refund = { refundId: 3, tender: 'Card', amount: 500 };
    expect(said('refund', { ...refund, state: 'awaiting' })).toEqual(['£5.00 to be refunded, Card']);
    expect(said('refund', { ...refund, state: 'initiated' })).toEqual(['£5.00 on its way back, Card']);
    expect(said('refund', { ...refund, state: 'settled' })).toEqual(['£5.00 refunded, Card']);
    const failed = { ...refund, state: 'failed', reason: 'Account closed' };
    expect(said('refund', failed)).toEqual(['£5.00 could not be refunded, Card', 'Account closed']);
    expect(said('refund', { ...refund, state: 'voided' })).toEqual(['Refund of £5.00 voided, Card']);
    expect(said('refund', refund)).toEqual(['£5.00 refunded, Card']);
    expect(said('return', { returnId: 1, total: 900, exchangeOrderId: null })).toEqual([
      'Goods for £9.00 came back',
    ]);
    expect(said('return', { returnId: 1, total: 900, exchangeOrderId: 1043 })).toEqual([
      'Goods for £9.00 exchanged, see order 1043',
    ]);
  });

  it('words what an edit changed, line by line, and where it goes since', () => {
    const changes = [
      { name: 'Mug', from: 2000, to: 3000 },
      { name: 'Beans', from: 750, to: 0 },
      { name: 'Tea', from: 0, to: 1000 },
    ];
    const edited = { revision: 1, note: 'By phone', changes, total: { from: 3500, to: 3300 } };
    expect(said('edited', edited)).toEqual([
      'Order changed, £35.00 → £33.00',
      'Mug: 2 → 3',
      'Beans: 0.75 kg removed',
      'Tea: 1 added',
      'By phone',
    ]);
    const before = { name: 'Ana', phone: '555-1', address: '2 Low Street', date: 20261125 };
    const after = { ...before, address: '9 High Road', date: 20261201 };
    expect(said('note', { delivery: { before, after } })).toEqual([
      'Delivery changed',
      'Wednesday 25 November → Tuesday 1 December',
      '9 High Road',
    ]);
  });

  it('words papers and notes', () => {
    expect(said('printed', {})).toEqual(['Receipt printed']);
    expect(said('printed', { print: 2 })).toEqual(['Receipt printed again, copy 2']);
    expect(said('printed', { document: 'packing-slip' })).toEqual(['Packing slip printed']);
    expect(said('printed', { document: 'invoice', number: 12 })).toEqual(['Invoice 12 printed']);
    expect(said('note', { note: 'Ring twice' })).toEqual(['Note written', 'Ring twice']);
  });

  it('says less, never something odd, where details are missing or of another kind', () => {
    const odd = [{}, { to: 'nowhere', from: 7 }, { changes: 'x', total: 3 }, { delivery: { after: 'x' } }];
    const kinds: readonly Kind[] = [
      ...(['placed', 'paid', 'status', 'note', 'printed', 'refund', 'return', 'edited', 'oversold'] as const),
    ];
    for (const kind of kinds) {
      for (const details of odd) {
        const words = said(kind, details).join(' ');
        expect(words).not.toMatch(/undefined|null|NaN|\{|\[object/);
        expect(words).not.toBe('');
      }
    }
  });
});
