import { afterEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';

let test: TestApp;
afterEach(() => test.close());

async function sell(): Promise<number> {
  const productId = addProduct(test, { name: 'Tea <cup>', price: 350, stock: 10 });
  const { orderId } = await test.ask('orders.place', counterSale([line(productId, 2, 350)]));
  return orderId;
}

describe('documents.printReceipt', () => {
  it('prints on the receipt printer, and the second time says that it is a copy', async () => {
    test = await createOpenShop();
    const orderId = await sell();
    await test.ask('machine.set', { receiptPrinter: 'Till printer' });
    await test.ask('documents.printReceipt', { orderId, paper: null });
    await test.ask('documents.printReceipt', { orderId, paper: '58mm' });
    const [first, second] = test.desktop.printed;
    expect(first).toMatchObject({ printer: 'Till printer', document: { paper: '80mm', title: 'Order 1' } });
    expect(first?.document.html).toContain('Tea &lt;cup&gt;');
    expect(first?.document.html).toContain('£7.00');
    expect(first?.document.html).toContain('<svg viewBox');
    expect(first?.document.html).not.toContain('Copy');
    expect(second?.document).toMatchObject({ paper: '58mm' });
    expect(second?.document.html).toContain('Copy 2');
    const { events } = await test.ask('orders.get', { orderId });
    expect(events.filter((event) => event.kind === 'printed').map((event) => event.details)).toEqual([
      { print: 1, paper: '80mm' },
      { print: 2, paper: '58mm' },
    ]);
  });

  it('says why a print failed and leaves the sale alone', async () => {
    test = await createOpenShop();
    const orderId = await sell();
    const before = await test.ask('orders.get', { orderId });
    test.desktop.printerTrouble = 'Out of paper';
    expect(await test.refused('documents.printReceipt', { orderId, paper: null })).toEqual({
      code: 'print-failed',
      details: { reason: 'Out of paper' },
    });
    expect(await test.ask('orders.get', { orderId })).toEqual(before);
    test.desktop.printerTrouble = null;
    await test.ask('documents.printReceipt', { orderId, paper: null });
    expect(test.desktop.printed[0]?.document.html).not.toContain('Copy');
  });

  it('prints one original, however often it was asked at once', async () => {
    test = await createOpenShop();
    const orderId = await sell();
    await Promise.all([1, 2, 3].map(() => test.ask('documents.printReceipt', { orderId, paper: null })));
    const copies = test.desktop.printed.map(
      ({ document }) => /Copy \d/.exec(document.html)?.[0] ?? 'original',
    );
    expect(copies).toEqual(['original', 'Copy 2', 'Copy 3']);
  });

  it('refuses an order that is not there', async () => {
    test = await createOpenShop();
    expect((await test.refused('documents.printReceipt', { orderId: 99, paper: null })).code).toBe(
      'not-found',
    );
  });
});

describe('documents.saveReceipt', () => {
  it('saves under the order’s name, does not count as a print, and takes no for an answer', async () => {
    test = await createOpenShop();
    const orderId = await sell();
    const saved = await test.ask('documents.saveReceipt', { orderId, paper: 'a4' });
    expect(saved).toEqual({ saved: true, fileName: 'Receipt 1.pdf' });
    expect(test.desktop.saved[0]).toMatchObject({ name: 'Receipt 1.pdf', bytes: { paper: 'a4' } });
    test.desktop.dismissDialogs = true;
    expect(await test.ask('documents.saveReceipt', { orderId, paper: null })).toEqual({
      saved: false,
      fileName: '',
    });
    const { events } = await test.ask('orders.get', { orderId });
    expect(events.some((event) => event.kind === 'printed')).toBe(false);
  });
});

describe('other pages', () => {
  it('prints a test page on the printer and paper that are tried', async () => {
    test = await createOpenShop();
    await test.ask('documents.printTestPage', { paper: '58mm', printer: 'Kitchen' });
    expect(test.desktop.printed[0]).toMatchObject({ printer: 'Kitchen', document: { paper: '58mm' } });
    expect(test.desktop.printed[0]?.document.html).toContain('Kitchen');
  });

  it('prints the recovery code, and the audit log and the log never hold it', async () => {
    test = await createOpenShop();
    const recoveryCode = 'ABCDE-FGHJK-MNPQR';
    await test.ask('documents.printRecoveryCode', { recoveryCode });
    expect(test.desktop.printed[0]?.document.html).toContain(recoveryCode);
    test.desktop.printerTrouble = 'offline';
    await test.refused('documents.printRecoveryCode', { recoveryCode });
    expect(JSON.stringify(test.logged)).not.toContain(recoveryCode);
  });

  it('saves the recovery code on a sheet of its own, and says when it could not', async () => {
    test = await createOpenShop();
    const recoveryCode = 'ABCDE-FGHJK-MNPQR';
    expect(await test.ask('documents.saveRecoveryCode', { recoveryCode })).toMatchObject({ saved: true });
    expect(test.desktop.saved[0]?.bytes).toMatchObject({ paper: 'a4' });
    expect(JSON.stringify(test.desktop.saved[0]?.bytes)).toContain(recoveryCode);
    test.desktop.dismissDialogs = true;
    expect(await test.ask('documents.saveRecoveryCode', { recoveryCode })).toEqual({
      saved: false,
      fileName: '',
    });
  });

  it('writes the pseudo-language where the computer is set to it', async () => {
    test = await createOpenShop();
    await test.ask('machine.setLook', { language: 'pseudo-rtl' });
    await test.ask('documents.printTestPage', { paper: 'a4', printer: '' });
    expect(test.desktop.printed[0]?.document.html).toContain('dir="rtl"');
  });
});
