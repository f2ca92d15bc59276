import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createOpenShop,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { StaffScreen } from './staff-screen.tsx';

let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const dialog = () => within(screen.getByRole('dialog'));
const second: Caller = { kind: 'window', windowId: 2 };

async function open(part: string, caller?: Caller): Promise<void> {
  const at = `#/staff?part=${part}`;
  shown = await renderWithApp(<StaffScreen />, test, { at, ...(caller ? { caller } : {}) });
}

async function choose(person: string, action: string): Promise<void> {
  press(`What to do with ${person}`);
  fireEvent.click(await screen.findByRole('menuitem', { name: action }));
  await shown.settle();
}

/** Sends the form that a button of the dialog belongs to. */
async function send(action: string): Promise<void> {
  const form = dialog().getByRole('button', { name: action }).closest('form');
  if (form) fireEvent.submit(form);
  await shown.settle();
}

async function people() {
  return (await test.ask('staff.list', {})).map(({ name, role, disabled }) => [name, role, disabled]);
}

describe('people', () => {
  it('are added with a PIN, a name that is free, and a password for an owner', async () => {
    await open('people');
    press('Add a person');
    type('Name', 'olga owner');
    for (const digit of '739154739154') press(digit);
    await send('Add a person');
    expect(screen.getByText(/Somebody called olga owner already works here/)).toBeTruthy();
    type('Name', 'Maja');
    fireEvent.click(dialog().getByRole('radio', { name: /Owner/ }));
    await send('Add a person');
    expect(screen.getByText('Choose a password.')).toBeTruthy();
    type('Password', 'walnut-heron-3-ladder');
    await send('Add a person');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await people()).toEqual([
      ['Maja', 'owner', false],
      ['Olga Owner', 'owner', false],
    ]);
    expect(screen.getByText('Maja can sign in now.')).toBeTruthy();
  });

  it('are renamed, given another role, disabled and let back in', async () => {
    await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await open('people');
    await choose('Carl', 'Rename');
    type('Name', 'Carla');
    await send('Rename');
    await choose('Carla', 'Change role');
    fireEvent.click(dialog().getByRole('radio', { name: /Manager/ }));
    await send('Set role');
    await choose('Carla', 'Disable');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Disable' }));
    await shown.settle();
    expect(await people()).toEqual([
      ['Olga Owner', 'owner', false],
      ['Carla', 'manager', true],
    ]);
    expect(within(screen.getByRole('list', { name: 'People who left' })).getByText('Carla')).toBeTruthy();
    await choose('Carla', 'Let back in');
    await send('Let back in');
    expect((await people())[0]).toEqual(['Carla', 'manager', false]);
  });
});

describe('rights', () => {
  it('are a table that says what differs from the role, and change from the person’s name', async () => {
    await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await open('rights');
    const cell = (right: string) => {
      const row = screen.getByRole('rowheader', { name: right }).closest('tr')!;
      return within(row).getAllByRole('cell')[0]?.textContent;
    };
    expect(cell('Take goods back and refund')).toBe('Yes');
    expect(cell('See costs and profit')).toBe('No');
    expect(cell('Largest discount')).toBe('10%');
    press(/^Carl/);
    fireEvent.click(dialog().getByRole('checkbox', { name: /See costs and profit/ }));
    fireEvent.click(dialog().getByRole('checkbox', { name: /Take goods back and refund/ }));
    fireEvent.change(dialog().getByLabelText(/^Largest discount/), { target: { value: '15' } });
    fireEvent.blur(dialog().getByLabelText(/^Largest discount/));
    await send('Save rights');
    expect(cell('Take goods back and refund')).toBe('No, though the role may');
    expect(cell('See costs and profit')).toBe('Yes, beside the role');
    expect(cell('Largest discount')).toBe('15%');
  });

  it('keep a largest discount of one’s own while what is typed over it is none', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('staff.setRights', { staffId, overrides: [], discountCeiling: percent(5) });
    await open('rights');
    press(/^Carl/);
    const ceiling = () => dialog().getByLabelText<HTMLInputElement>(/^Largest discount/);
    for (const typed of ['5 or so', '150']) {
      fireEvent.change(ceiling(), { target: { value: typed } });
      await send('Save rights');
      expect(document.activeElement).toBe(ceiling());
    }
    const kept = async () => (await test.ask('staff.list', {})).find(({ id }) => id === staffId);
    expect(await kept()).toMatchObject({ discountCeiling: percent(5) });
    fireEvent.click(dialog().getByRole('button', { name: 'As the role says' }));
    expect(ceiling().value).toBe('');
    await send('Save rights');
    expect(await kept()).toMatchObject({ discountCeiling: null });
  });
});

describe('sessions', () => {
  it('show who is signed in where, and end with a press', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, second);
    await open('sessions');
    expect(screen.getByText('Carl, Cashier')).toBeTruthy();
    press('End session');
    await shown.settle();
    expect(screen.queryByText('Carl, Cashier')).toBeNull();
    expect(await test.ask('session.current', {}, second)).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'All' }));
    await shown.settle();
    expect(screen.getByText('Ended by Olga Owner')).toBeTruthy();
  });
});

describe('one’s own sign-in', () => {
  it('is all that who does not manage the staff sees, and changes the PIN with the one so far', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, second);
    await open('people', second);
    expect(screen.queryByRole('tab')).toBeNull();
    expect(screen.queryByText('Recovery code')).toBeNull();
    type('Your PIN so far', '730184');
    for (const digit of '604821604821') press(digit);
    fireEvent.submit(screen.getByRole('button', { name: 'Change PIN' }).closest('form')!);
    await shown.settle();
    expect(screen.getByText('Your PIN is changed.')).toBeTruthy();
    await test.ask('session.signIn', { staffId, pin: '604821' }, second);
  });

  it('gives an owner a new recovery code for the password, and keeps it shown until it is kept', async () => {
    await open('own');
    const card = screen.getByRole('button', { name: 'Make a new code' }).closest('form')!;
    fireEvent.change(within(card).getByLabelText('Your password'), { target: { value: ownerPassword } });
    fireEvent.submit(card);
    await shown.settle();
    fireEvent.click(dialog().getByRole('button', { name: 'Done' }));
    expect(screen.getByRole('dialog', { name: 'Recovery code' })).toBeTruthy();
    fireEvent.click(dialog().getByRole('checkbox'));
    fireEvent.click(dialog().getByRole('button', { name: 'Done' }));
    await shown.settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    await test.ask('session.lock', {});
    await test.ask('session.signIn', { staffId: 1, pin: ownerPin });
  });
});
