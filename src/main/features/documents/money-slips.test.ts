import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Lamp <tall>', sku: 'L-1', price: 1_000, stock: 100 });
});
afterEach(() => test.close());

async function sell(): Promise<number> {
  const sale = counterSale([line(productId, 2, 1_000)]);
  return (await test.ask('orders.place', sale)).orderId;
}

const lastHtml = () => test.desktop.printed.at(-1)?.document.html ?? '';
const printedEvents = async (orderId: number) =>
  (await test.ask('orders.get', { orderId })).events
    .filter((event) => event.kind === 'printed')
    .map((event) => event.details);

async function giveBack(orderId: number): Promise<number> {
  const { returnId } = await test.ask('returns.create', {
    orderId,
    lines: [
      { lineNo: 1, quantity: pieces(1), reason: 'faulty', disposition: 'damaged', giveMoneyBack: true },
    ],
    note: '',
    refunds: [],
    cashNow: true,
    expectedCredit: money(1_000),
    exchange: null,
  });
  return returnId;
}

describe('slips of returns and refunds', () => {
  it('are printed on the shop’s own paper, counted each by itself in the order’s timeline', async () => {
    await test.ask('machine.set', { receiptPrinter: 'Till printer' });
    const orderId = await sell();
    const [one, two] = [await giveBack(orderId), await giveBack(orderId)];
    await test.ask('documents.print', { kind: 'return-slip', returnId: one, paper: null });
    expect(test.desktop.printed[0]).toMatchObject({
      printer: 'Till printer',
      document: { paper: '80mm', title: `Return ${one}` },
    });
    expect(lastHtml()).toContain('Refunded, Cash');
    await test.ask('documents.print', { kind: 'return-slip', returnId: two, paper: '58mm' });
    expect(lastHtml()).not.toContain('Copy');
    await test.ask('documents.print', { kind: 'return-slip', returnId: one, paper: null });
    expect(lastHtml()).toContain('Copy 2');
    await test.ask('documents.print', { kind: 'refund-slip', refundId: 1, paper: null });
    expect(lastHtml()).toContain('Refund 1');
    expect(lastHtml()).not.toContain('Copy');
    expect(await printedEvents(orderId)).toEqual([
      { document: 'return-slip', returnId: one, print: 1, paper: '80mm' },
      { document: 'return-slip', returnId: two, print: 1, paper: '58mm' },
      { document: 'return-slip', returnId: one, print: 2, paper: '80mm' },
      { document: 'refund-slip', refundId: 1, print: 1, paper: '80mm' },
    ]);
    await test.ask('documents.printReceipt', { orderId, paper: null });
    expect(lastHtml()).not.toContain('Copy');
    expect(lastHtml()).toContain('Returned 22 Nov 2026');
  });

  it('are made for a return without a receipt, which has no timeline', async () => {
    const { returnId } = await test.ask('returns.createWithoutReceipt', {
      lines: [
        {
          productId,
          quantity: pieces(1),
          unitPrice: money(900),
          reason: 'unwanted',
          disposition: 'restock',
        },
      ],
      customerId: null,
      tenderId: 1,
      reference: '',
      note: '',
    });
    await test.ask('documents.print', { kind: 'return-slip', returnId, paper: null });
    expect(lastHtml()).toContain('Without receipt');
    const saved = await test.ask('documents.save', { kind: 'refund-slip', refundId: 1, paper: 'a4' });
    expect(saved).toEqual({ saved: true, fileName: 'Refund 1.pdf', number: null });
    const { subject } = test.file.read.all(
      query.selectFrom('auditEntries').selectAll().where('call', '=', 'documents.print'),
    )[0] ?? { subject: null };
    expect(subject).toBe(`return ${returnId}`);
  });

  /** So many lamps come back and a chandelier is bought for them; cash settles the difference. */
  async function exchange(lamps: number, cash: number): Promise<string> {
    const orderId = await sell();
    const dear = addProduct(test, { name: 'Chandelier', price: 1_500, stock: 5 });
    const back = { lineNo: 1, quantity: pieces(lamps), giveMoneyBack: true } as const;
    const { exchangeOrderId } = await test.ask('returns.create', {
      orderId,
      lines: [{ ...back, reason: 'unwanted', disposition: 'restock' }],
      note: '',
      refunds: [],
      cashNow: true,
      expectedCredit: money(lamps * 1_000),
      exchange: {
        lines: [line(dear, 1, 1_500, { name: 'Chandelier' })],
        orderDiscount: null,
        tenders: cash === 0 ? [] : [{ tenderId: 1, amount: money(cash), reference: '' }],
        expectedTotal: money(1_500),
        oversellAccepted: [],
      },
    });
    await test.ask('documents.printReceipt', { orderId: exchangeOrderId ?? 0, paper: null });
    return lastHtml()
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
  }

  it('show an exchange on its own receipt, with what was paid on top', async () => {
    const words = await exchange(1, 500);
    expect(words).toContain('Returned with this sale Return 1 From order 1 Lamp &lt;tall&gt; −10.00');
    expect(words).toContain('Difference to pay 5.00 Exchange 10.00 Cash 5.00');
  });

  it('show what goes back where the new goods cost less', async () => {
    const words = await exchange(2, 0);
    expect(words).toContain(
      'Value of returned goods −20.00 Of it for this sale −15.00 Goes back to the customer 5.00 Exchange 15.00',
    );
  });

  it('are refused where there is no such return or refund', async () => {
    const nowhere = { returnId: 9, refundId: 9 };
    for (const kind of ['return-slip', 'refund-slip'] as const) {
      const input =
        kind === 'return-slip'
          ? { kind, returnId: nowhere.returnId, paper: null }
          : { kind, refundId: nowhere.refundId, paper: null };
      expect((await test.refused('documents.print', input)).code).toBe('not-found');
    }
  });

  it('say why they could not be printed or saved', async () => {
    const orderId = await sell();
    const returnId = await giveBack(orderId);
    test.desktop.printerTrouble = 'offline';
    const input = { kind: 'return-slip', returnId, paper: null } as const;
    expect((await test.refused('documents.print', input)).code).toBe('print-failed');
    expect(await printedEvents(orderId)).toEqual([]);
    test.desktop.savePdf = async () => {
      throw new Error('disk full');
    };
    expect(await test.refused('documents.save', input)).toEqual({
      code: 'save-failed',
      details: { reason: 'disk full' },
    });
  });

  it('speak the computer’s language and run from right to left', async () => {
    await test.ask('machine.setLook', { language: 'pseudo-rtl' });
    const returnId = await giveBack(await sell());
    await test.ask('documents.print', { kind: 'return-slip', returnId, paper: null });
    expect(lastHtml()).toContain('dir="rtl"');
    expect(lastHtml()).not.toContain('Value of returned goods');
  });
});
