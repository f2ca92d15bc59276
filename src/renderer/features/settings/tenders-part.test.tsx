import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { voucher } from '../../../../test/support/shop-inputs.ts';
import { SettingsScreen } from './settings-screen.tsx';

let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

async function show(part = 'tenders') {
  shown = await renderWithApp(<SettingsScreen />, test, { at: `#/settings?part=${part}` });
  await shown.settle();
}
async function press(name: string | RegExp, within_: HTMLElement = document.body) {
  act(() => fireEvent.click(within(within_).getByRole('button', { name })));
  await shown.settle();
}
async function choose(menu: string, item: string | RegExp) {
  const trigger = screen.getByRole('button', { name: menu });
  act(() => {
    fireEvent.keyDown(trigger, { key: 'ArrowDown' });
    fireEvent.keyUp(trigger, { key: 'ArrowDown' });
  });
  await shown.settle();
  act(() => fireEvent.click(screen.getByRole('menuitem', { name: item })));
  await shown.settle();
}
const type = (label: string | RegExp, value: string) =>
  act(() => fireEvent.change(screen.getByLabelText(label), { target: { value } }));
const dialog = () => screen.getByRole('dialog');
const key = /^Key in the payment dialog/;

describe('ways to pay in the settings', () => {
  it('are added, with what does not fit said at its field', async () => {
    await test.ask('tenders.create', voucher);
    await show();
    await press('Add way to pay');
    await press('Add way to pay', dialog());
    expect(screen.getByText('Give it a name, as it stands on the button and the receipt.')).toBeTruthy();
    type('Name', 'Cheque');
    type(key, '+');
    expect(screen.getByText('Use one letter or one digit.')).toBeTruthy();
    type(key, 'v');
    await press('Add way to pay', dialog());
    expect(screen.getByText('V is the key of Voucher.')).toBeTruthy();
    type(key, 'q');
    type('Name', 'card');
    await press('Add way to pay', dialog());
    expect(screen.getByText('Card is there already.')).toBeTruthy();
    type('Name', 'Cheque');
    await press('Add way to pay', dialog());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await test.ask('shop.tenders', {})).toContainEqual(
      expect.objectContaining({ name: 'Cheque', payKey: 'Q', asksReference: true }),
    );
  });

  it('never ask for a reference of cash', async () => {
    await show();
    await press(/^Cash/);
    const asks = screen.getByRole<HTMLInputElement>('switch', { name: /^Asks for a reference/ });
    expect(asks.disabled).toBe(true);
    type('Name', 'Notes and coins');
    await press('Save way to pay');
    expect((await test.ask('shop.tenders', {}))[0]).toMatchObject({ name: 'Notes and coins' });
  });

  it('show what somebody else saved meanwhile', async () => {
    await show();
    await press(/^Card/);
    type('Name', 'Debit card');
    const theirs = { ...voucher, tenderId: 2, revision: 0, name: 'Credit card', kind: 'card' } as const;
    await act(() => test.ask('tenders.change', theirs));
    await shown.settle();
    expect(dialog().textContent).toContain('It says now: Credit card · Card · With reference.');
    await press('Save mine over theirs');
    await press('Save way to pay');
    expect((await test.ask('shop.tenders', {}))[1]).toMatchObject({ name: 'Debit card' });
  });

  it('move, are put aside and brought back; the last one stays', async () => {
    await show();
    await choose('More for UPI', 'Move up');
    expect((await test.ask('shop.tenders', {})).map(({ name }) => name)).toEqual(['Cash', 'UPI', 'Card']);
    for (const name of ['UPI', 'Card']) {
      await choose(`More for ${name}`, 'Put aside');
      await press('Put aside', dialog());
    }
    const trigger = screen.getByRole('button', { name: 'More for Cash' });
    act(() => {
      fireEvent.keyDown(trigger, { key: 'ArrowDown' });
      fireEvent.keyUp(trigger, { key: 'ArrowDown' });
    });
    await shown.settle();
    const put = screen.getByRole('menuitem', { name: /^Put aside/ });
    expect(put.getAttribute('aria-disabled')).toBe('true');
    expect(put.textContent).toContain('Add another one first.');
    act(() => fireEvent.keyDown(put, { key: 'Escape' }));
    await shown.settle();
    const aside = screen.getByRole('list', { name: 'Put aside' });
    act(() => fireEvent.click(within(aside).getAllByRole('button', { name: 'Bring back' })[0]!));
    await shown.settle();
    expect(await test.ask('shop.tenders', {})).toHaveLength(2);
  });
});

describe('orders, till and kiosk in the settings', () => {
  it('show what cash comes to, and refuse a start of the day that would make it jump', async () => {
    test.now = Date.UTC(2026, 10, 23, 2, 0);
    await test.ask('shop.update', { cashRounding: 5 as never });
    await show('till');
    expect(screen.getByText('£9.97 in cash becomes £9.95.')).toBeTruthy();
    expect(screen.getByText('Cashier: up to 10%')).toBeTruthy();
    const start = screen.getByRole('button', { name: /The day begins at/ });
    act(() => {
      fireEvent.keyDown(start, { key: 'ArrowDown' });
      fireEvent.keyUp(start, { key: 'ArrowDown' });
    });
    await shown.settle();
    act(() => fireEvent.click(screen.getByRole('option', { name: '04:00' })));
    await shown.settle();
    await press('Save changes');
    expect(screen.getByText(/business date would jump.*after 04:00/)).toBeTruthy();
    test.now = Date.UTC(2026, 10, 23, 4, 0);
    await press('Save changes');
    expect((await test.ask('setup.state', {})).shop?.dayStartMinutes).toBe(240);
  });

  it('turn the timer off at once', async () => {
    await show('till');
    act(() => fireEvent.click(screen.getByRole('switch', { name: /^Deliver what is due every hour/ })));
    await shown.settle();
    expect((await test.ask('timer.get', {})).isEnabled).toBe(false);
  });

  it('settle what customers may do, and name what they may pay with', async () => {
    await test.ask('tenders.create', { ...voucher, atKiosk: true });
    await show('kiosk');
    expect(screen.getByText('Cash · Card · UPI · Voucher')).toBeTruthy();
    type(/^Most of one product/, '0');
    act(() => fireEvent.click(screen.getByRole('radio', { name: /^Never/ })));
    await press('Save changes');
    expect((await test.ask('setup.state', {})).shop?.kioskCartCap).toBe(5);
    type(/^Most of one product/, '12');
    await press('Save changes');
    expect((await test.ask('setup.state', {})).shop).toMatchObject({
      kioskCartCap: 12,
      customerCancelsUntil: 'never',
    });
  });
});
