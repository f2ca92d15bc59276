import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../../test/support/dialog-focus.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { back, bringBack } from '../../../../test/support/return-builder.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { RefundsScreen } from './refunds-screen.tsx';

const day = 86_400_000;
let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

const cash = 1;
const card = 2;

/** A sale of cakes whose goods come back; the money waits in the queue. */
async function refundOf(cakes: number, tenderId: number): Promise<number> {
  const cake = addProduct(test, { name: 'Carrot cake', price: 420, stock: 20 });
  const amount = money(cakes * 420);
  const { orderId } = await test.ask(
    'orders.place',
    counterSale([line(cake, cakes, 420, { name: 'Carrot cake' })], {
      cartId: `cart-${cake}`,
      tenders: [{ tenderId, amount, reference: tenderId === cash ? '' : '4421' }],
    }),
  );
  await test.ask('returns.create', {
    orderId,
    lines: [
      { lineNo: 1, quantity: pieces(cakes), reason: 'faulty', disposition: 'restock', giveMoneyBack: true },
    ],
    note: '',
    refunds: [],
    cashNow: false,
    expectedCredit: amount,
    exchange: null,
  });
  return orderId;
}

/** A sale in cash of three sweets for 3.05, each of which comes back by itself. */
async function sweetsBack(): Promise<number> {
  const sweet = addProduct(test, { name: 'Sweet', price: 102, stock: 20 });
  const lines = ['red', 'green', 'blue'].map((note) => line(sweet, 1, 102, { note }));
  const tenders = [{ tenderId: cash, amount: money(305), reference: '' }];
  const { orderId } = await test.ask('orders.place', counterSale(lines, { tenders }));
  for (const [index, credit] of [102, 102, 101].entries())
    await test.ask('returns.create', bringBack(orderId, [back(index + 1, 1)], credit, { cashNow: false }));
  return orderId;
}

type State = Parameters<typeof refunds>[0];
async function refunds(state: Output<'refunds.list'>['items'][number]['state']) {
  return (await test.ask('refunds.list', { state, cursor: null, limit: 50 })).items;
}
const amounts = async (state: State) => (await refunds(state)).map((row) => [row.orderId, row.amount]);

async function open(at = '#/refunds'): Promise<void> {
  shown = await renderWithApp(<RefundsScreen />, test, { at });
}
const grid = () => screen.getByRole('grid', { name: 'Refunds' });
const rows = () => within(grid()).getAllByRole('row').slice(1);
const dialog = (name: string | RegExp) => screen.getByRole('dialog', { name });
async function click(name: string | RegExp): Promise<void> {
  act(() => void fireEvent.click(screen.getByRole('button', { name })));
  await shown.settle();
}
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  act(() => {
    const isTaken = !fireEvent.keyDown(target, { key, ...more });
    fireEvent.keyUp(target, { key, ...more });
    if (key === 'Enter' && !isTaken && target instanceof HTMLInputElement) target.form?.requestSubmit();
  });
  await shown.settle();
}
async function type(label: RegExp, words: string): Promise<void> {
  act(() => void fireEvent.change(screen.getByLabelText(label), { target: { value: words } }));
  await shown.settle();
}
async function tab(name: RegExp): Promise<void> {
  act(() => void fireEvent.click(screen.getByRole('tab', { name })));
  await shown.settle();
}

describe('the refunds queue', () => {
  it('says so when nothing waits, and hears of a refund by itself', async () => {
    await open();
    expect(screen.getByText('No refund is waiting')).toBeTruthy();
    await act(async () => void (await refundOf(1, card)));
    await shown.settle();
    expect(rows()).toHaveLength(1);
    expect(within(rows()[0] as HTMLElement).getByRole('link', { name: '1' })).toBeTruthy();
    expect(rows()[0]?.textContent).toContain('Walk-in');
    expect(rows()[0]?.textContent).toContain('4.20');
    expect(rows()[0]?.textContent).toContain('since today');
  });

  it('warns of what waits for longer than customers are told', async () => {
    await refundOf(1, card);
    test.now += 2 * day;
    await refundOf(2, card);
    test.now += 3 * day;
    await open();
    expect(rows()[0]?.textContent).toContain('5 days, late');
    expect(rows()[1]?.textContent).toContain('3 days');
    expect(rows()[1]?.textContent).toContain('late');
    expect(rows()[1]?.textContent).toContain('Goods came backFaulty');
  });
});

it('opens the refund of a link, however far down the queue it stands', async () => {
  for (let count = 0; count < 65; count += 1) await refundOf(1, card);
  await open('#/refunds?refund=65');
  expect(screen.getByRole('complementary', { name: 'Refund 65' })).toBeTruthy();
  await shown.settle();
  expect(rows().length).toBeGreaterThan(0);
});

describe('one refund', () => {
  it('is initiated with a reference and settled, by keys alone', async () => {
    await refundOf(1, card);
    await refundOf(2, card);
    await open();
    act(() => grid().focus());
    await press('ArrowDown');
    await press('i');
    expect(dialog('Initiate the refund of £8.40')).toBeTruthy();
    await type(/^Reference/, 'RF-77');
    await press('Enter');
    expect(screen.getByText('£8.40 for order 2 is on its way by Card.')).toBeTruthy();
    expect(await amounts('awaiting')).toEqual([[1, 420]]);
    await tab(/On their way/);
    act(() => grid().focus());
    await press('Home');
    await press('s');
    expect(screen.getByLabelText<HTMLInputElement>(/^Reference/).value).toBe('RF-77');
    await press('Enter');
    expect(screen.getByText('The refund of £8.40 for order 2 is settled.')).toBeTruthy();
    expect(await refunds('settled')).toMatchObject([{ amount: 840, reference: 'RF-77' }]);
  });

  it('in cash says what to hand out, rounded to coins, and is settled with it', async () => {
    await refundOf(1, cash);
    await test.ask('shop.update', { cashRounding: money(50) });
    await open();
    await click('Hand out: Refund of £4.20, order 1');
    expect(dialog('Hand out cash').textContent).toContain('£4.00');
    expect(dialog('Hand out cash').textContent).toContain('£4.20, rounded to coins');
    await click('Hand out £4.00');
    expect(screen.getByText('£4.00 handed out in cash for order 1.')).toBeTruthy();
    expect(await refunds('settled')).toMatchObject([{ amount: 420, rounding: -20 }]);
    expect(screen.getByText('No refund is waiting')).toBeTruthy();
  });

  it('that failed is given back another way', async () => {
    await refundOf(1, card);
    await open();
    await press('Escape');
    act(() => void fireEvent.click(rows()[0] as Element));
    await shown.settle();
    await click(/^Initiate refund/);
    await press('Enter');
    const panel = () => screen.getByRole('complementary', { name: 'Refund 1' });
    expect(within(panel()).getByText('On its way')).toBeTruthy();
    await press('f');
    await press('Enter');
    expect(screen.getByText(/Write a few words/)).toBeTruthy();
    await type(/What did the bank say/, 'Account closed');
    await press('Enter');
    expect(within(panel()).getByText('Failed')).toBeTruthy();
    expect(within(panel()).getByText('Account closed')).toBeTruthy();
    await press('w');
    act(() => void fireEvent.click(screen.getByRole('radio', { name: 'Cash' })));
    await click('Hand out £4.20');
    expect(await refunds('settled')).toMatchObject([{ amount: 420, tenderKind: 'cash' }]);
    expect(within(panel()).getByText('Settled', { selector: 'span' })).toBeTruthy();
  });

  it('is voided with a reason, and keeps it', async () => {
    await refundOf(1, card);
    await open();
    act(() => grid().focus());
    await press('v');
    await type(/Why is it not paid out/, 'Customer took a voucher');
    await click('Void refund');
    await tab(/Voided/);
    expect(rows()[0]?.textContent).toContain('Customer took a voucher');
  });

  it('is printed as a slip for the customer', async () => {
    await refundOf(1, card);
    await open('#/refunds?refund=1');
    await press('p', { ctrlKey: true });
    expect(screen.getByText('The slip of refund 1 is printed.')).toBeTruthy();
    test.desktop.printerTrouble = 'The printer is out of paper.';
    await press('p', { ctrlKey: true });
    expect(screen.getByText(/Nothing was printed: The printer is out of paper/)).toBeTruthy();
  });

  it('that somebody else moved is refused in words, where it was asked', async () => {
    await refundOf(1, card);
    await open();
    await click('Initiate: Refund of £4.20, order 1');
    await act(async () => {
      const [first] = await refunds('awaiting');
      await test.ask('refunds.void', { refundId: first?.refundId ?? 0, reason: 'Voucher' });
    });
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('Somebody was quicker');
  });
});

describe('several refunds', () => {
  it('are selected and initiated at once; cash is counted first', async () => {
    await refundOf(1, card);
    await refundOf(2, cash);
    await refundOf(3, card);
    await open();
    act(() => grid().focus());
    await press(' ');
    expect(screen.getByText('1 refund selected')).toBeTruthy();
    await press('ArrowDown');
    await press(' ');
    await press('i');
    const said = dialog('Initiate 2 refunds').textContent ?? '';
    expect(said).toContain('1 goes back by card or bank£4.20');
    expect(said).toContain('1 is handed out in cash now£8.40');
    act(
      () =>
        void fireEvent.click(within(dialog(/Initiate/)).getByRole('button', { name: 'Initiate 2 refunds' })),
    );
    await shown.settle();
    expect(screen.getByText('1 refund is on its way. 1 was handed out in cash.')).toBeTruthy();
    expect(await amounts('awaiting')).toEqual([[3, 1260]]);
    expect(await amounts('initiated')).toEqual([[1, 420]]);
    expect(await amounts('settled')).toEqual([[2, 840]]);
  });

  it('of one order are handed out as one sum, what it handed out before included', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const orderId = await sweetsBack();
    await test.ask('refunds.initiate', { refundId: 1, tenderId: null, reference: '' });
    await refundOf(1, cash);
    await open();
    act(() => grid().focus());
    await press('a', { ctrlKey: true });
    await press('i');
    const said = dialog('Initiate 3 refunds').textContent ?? '';
    expect(said).toContain('3 are handed out in cash now£6.25');
    act(
      () =>
        void fireEvent.click(within(dialog(/Initiate/)).getByRole('button', { name: 'Initiate 3 refunds' })),
    );
    await shown.settle();
    const settled = (await refunds('settled')).filter((row) => row.refundId !== 1);
    expect(settled.reduce((sum, row) => sum + row.amount + row.rounding, 0)).toBe(625);
    const { refunds: own } = await test.ask('orders.get', { orderId });
    expect(own.reduce((sum, row) => sum + row.amount + row.rounding, 0)).toBe(305);
  });
});

it('offers nothing to whoever may only look', async () => {
  await refundOf(1, card);
  await test.ask('staff.add', { name: 'Vera Viewer', role: 'viewer', pin: '719284' });
  const caller = { kind: 'window', windowId: 2 } as const;
  await test.ask('session.signIn', { staffId: 2, pin: '719284' }, caller);
  shown = await renderWithApp(<RefundsScreen />, test, { at: '#/refunds', caller });
  expect(screen.queryByRole('button', { name: /Initiate/ })).toBeNull();
  act(() => grid().focus());
  await press('i');
  expect(screen.queryByRole('dialog')).toBeNull();
});
