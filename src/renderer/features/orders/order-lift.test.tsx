import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../../test/support/dialog-focus.ts';
import { bringTo, cardTender, deliveryOf, tender } from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { createOpenShop, ownerPin, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { query } from '../../../main/database/query.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { LiftLayer } from '../session/lift-layer.tsx';
import { OrdersScreen } from './orders-screen.tsx';

/* What a cashier's role does not allow is asked for where it is wanted, and done once somebody with the right approves. */

const till: Caller = { kind: 'window', windowId: 3 };
let test: TestApp;
let shown: RenderedApp;
let productId: number;

beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Mug', price: 1000, stock: 20 });
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, till);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

const order = async (change: Partial<Input<'orders.place'>> = {}) =>
  (await test.ask('orders.place', deliveryOf([line(productId, 1, 1000)], change))).orderId;
const get = (orderId: number) => test.ask('orders.get', { orderId });

async function open(at: string): Promise<void> {
  const screens = (
    <LiftLayer>
      <OrdersScreen />
    </LiftLayer>
  );
  shown = await renderWithApp(screens, test, { caller: till, at });
}

async function click(name: string | RegExp, inside = screen.getByRole.bind(screen)): Promise<void> {
  act(() => void fireEvent.click(inside('button', { name })));
  await shown.settle();
}

async function choose(item: string | RegExp): Promise<HTMLElement> {
  await click('More');
  const found = screen.getByRole('menuitem', { name: item });
  act(() => void fireEvent.click(found));
  await shown.settle();
  return found;
}

async function type(label: string | RegExp, words: string): Promise<void> {
  act(() => void fireEvent.change(screen.getByLabelText(label), { target: { value: words } }));
  await shown.settle();
}

/** The owner is asked by name and gives the PIN. */
async function approve(): Promise<void> {
  const asked = within(screen.getByRole('dialog', { name: 'Ask a manager' }));
  for (const digit of ownerPin) act(() => void fireEvent.click(asked.getByRole('button', { name: digit })));
  await shown.settle();
}

async function pickReason(): Promise<void> {
  act(() => void fireEvent.click(screen.getByRole('button', { name: /Reason/ })));
  await shown.settle();
  act(() => void fireEvent.click(screen.getByRole('option', { name: 'Cannot be delivered' })));
  await shown.settle();
}

const approvals = () =>
  test.file.read
    .all(query.selectFrom('auditEntries').select(['call', 'approvedBy']).where('approvedBy', 'is not', null))
    .filter(({ call }) => call !== 'approvals.give');

describe('a cashier at an order', () => {
  it('cancels what has left the shop with a manager’s PIN, and nothing without', async () => {
    const orderId = await order();
    await bringTo(test, orderId, 'shipped');
    await open(`#/orders/${orderId}`);
    const item = await choose(/^Cancel order…/);
    expect(item.textContent).toContain('A manager approves it with a PIN.');
    await pickReason();
    await click('Cancel order');
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Do not ask' })));
    await shown.settle();
    expect((await get(orderId)).status).toBe('shipped');
    expect(screen.getByRole('dialog', { name: `Cancel order ${orderId}` })).toBeTruthy();
    await click('Cancel order');
    await approve();
    expect((await get(orderId)).status).toBe('cancelled');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(approvals()).toEqual([{ call: 'orders.cancel', approvedBy: 1 }]);
  });

  it('takes a delivery back with a manager’s PIN', async () => {
    const orderId = await order({ tenders: [tender(1000)] });
    await bringTo(test, orderId, 'delivered');
    await open(`#/orders/${orderId}`);
    await click(/^Undo delivery/);
    await type('Why?', 'Wrong door');
    await click('Undo delivery', within(screen.getByRole('dialog')).getByRole);
    await approve();
    expect((await get(orderId)).status).not.toBe('delivered');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(approvals()).toEqual([{ call: 'orders.undoDelivered', approvedBy: 1 }]);
  });

  it('gives more goodwill than their role allows with a manager’s PIN', async () => {
    const orderId = await order({ tenders: [tender(1000, cardTender)] });
    await open(`#/orders/${orderId}`);
    await choose(/^Give money back/);
    await type('Amount', '5');
    await type('Why?', 'Handle broke');
    await click(/^Give back £5.00/);
    await approve();
    expect(await get(orderId)).toMatchObject({ credited: 500, refundPending: 500 });
  });

  it('whose own rights were taken asks for refunds, edits, new days, payments and steps', async () => {
    const overrides = (
      ['refund', 'edit-order', 'take-payment', 'advance-order', 'cancel-order'] as const
    ).map((right) => ({ right, granted: false }));
    await test.ask('session.confirmPassword', { password: 'larch-otter-7-lantern' });
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    const orderId = await order({ tenders: [tender(400, cardTender)] });
    await open(`#/orders/${orderId}`);
    await click(/^Mark as shipped/);
    await approve();
    expect((await get(orderId)).status).toBe('shipped');
    await choose(/^Change delivery/);
    await type('Address', '9 High Street');
    await click('Save delivery');
    await approve();
    expect((await get(orderId)).deliveryAddress).toBe('9 High Street');
    await click(/^Take payment/);
    act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F5' }));
    await shown.settle();
    await click(/^Finish payment/);
    await approve();
    expect((await get(orderId)).open).toBe(0);
    expect(approvals().map(({ call }) => call)).toEqual([
      'orders.advance',
      'orders.reschedule',
      'payments.take',
    ]);
  });

  it('edits an order with a manager’s PIN where that right was taken', async () => {
    await test.ask('session.confirmPassword', { password: 'larch-otter-7-lantern' });
    const overrides = [{ right: 'edit-order' as const, granted: false }];
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    const orderId = await order();
    await open(`#/orders/${orderId}/edit`);
    await type('Quantity of Mug', '2');
    await click(/^Save, £20.00 stays open|^Save changes|stays open/);
    await approve();
    expect((await get(orderId)).total).toBe(2000);
  });

  it('is told who can take goods back where refunds are not theirs', async () => {
    await test.ask('session.confirmPassword', { password: 'larch-otter-7-lantern' });
    const overrides = [{ right: 'refund' as const, granted: false }];
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    const orderId = await order({ tenders: [tender(1000)] });
    await bringTo(test, orderId, 'delivered');
    await open(`#/orders/${orderId}`);
    expect(screen.getByRole('button', { name: /^Return/ }).getAttribute('aria-disabled')).toBe('true');
  });
});
