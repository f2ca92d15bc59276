import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import {
  createOpenShop,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { query } from '../../../main/database/query.ts';
import type { CommandName, Input } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { LiftLayer } from './lift-layer.tsx';

let test: TestApp;
let shown: RenderedApp;
const till: Caller = { kind: 'window', windowId: 3 };

beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

/** Any screen with any command: it knows nothing of approvals. */
function AnyScreen<N extends CommandName>({ name, input }: { readonly name: N; readonly input: Input<N> }) {
  const command = useCommand(name);
  const errorText = useErrorText();
  const [done, setDone] = useState(0);
  return (
    <>
      <button type="button" onClick={() => command.mutate(input, { onSuccess: () => setDone(done + 1) })}>
        Do it
      </button>
      <p>Done {done}</p>
      {command.error && <p role="alert">{errorText(command.error)}</p>}
    </>
  );
}

async function show<N extends CommandName>(name: N, input: Input<N>, caller = till): Promise<void> {
  shown = await renderWithApp(
    <LiftLayer>
      <AnyScreen name={name} input={input} />
    </LiftLayer>,
    test,
    { caller },
  );
}

async function doIt(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'Do it' }));
  await shown.settle();
}

async function cashier(): Promise<number> {
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, till);
  return staffId;
}

async function enter(pin: string): Promise<void> {
  for (const digit of pin) fireEvent.click(screen.getByRole('button', { name: digit }));
  await shown.settle();
}

const manager = () => within(screen.getByRole('dialog', { name: 'Ask a manager' }));

describe('asking a manager', () => {
  it('says what is approved, takes one PIN and does it, each refusal in turn', async () => {
    const productId = addProduct(test, { name: 'Harbour tea', price: 1000, stock: 1 });
    await test.ask('shop.update', { oversell: 'block' });
    const staffId = await cashier();
    const input = counterSale([{ ...line(productId, 2, 900), priceOverridden: true }]);
    await show('orders.place', input);
    await doIt();
    expect(manager().getByText('Another price for Harbour tea')).toBeTruthy();
    expect(manager().getByText('An order of £18.00')).toBeTruthy();
    expect(manager().getByText('Asked by Carl')).toBeTruthy();
    await enter('111222');
    expect(manager().getByText('That is not the right PIN.')).toBeTruthy();
    await enter(ownerPin);
    expect(manager().getByText('Sell Harbour tea, of which there is too little')).toBeTruthy();
    await enter(ownerPin);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Done 1')).toBeTruthy();
    const rows = test.file.read.all(query.selectFrom('auditEntries').selectAll().orderBy('id', 'desc'));
    expect(rows[0]).toMatchObject({ call: 'orders.place', outcome: 'ok', staffId, approvedBy: 1 });
  });

  it('lets choose who, and leaves the refusal as it was when nobody is asked', async () => {
    await test.ask('staff.add', { name: 'Mia', role: 'manager', pin: '604821' });
    const productId = addProduct(test, { price: 1000, stock: 5 });
    await cashier();
    await show('orders.place', counterSale([{ ...line(productId, 1, 900), priceOverridden: true }]));
    await doIt();
    expect(
      manager()
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual([expect.stringContaining('Mia'), expect.stringContaining('Olga Owner')]);
    fireEvent.click(manager().getByRole('button', { name: /Mia/ }));
    expect(manager().getByText('PIN of Mia')).toBeTruthy();
    fireEvent.click(manager().getByRole('button', { name: 'Do not ask' }));
    await shown.settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('alert').textContent).toBe('Your role does not change prices. Ask a manager.');
    expect(screen.getByText('Done 0')).toBeTruthy();
  });

  it('is not offered for what nobody can approve on the spot', async () => {
    await cashier();
    await show('shop.update', { name: 'Mine now' });
    await doIt();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('closes when the till is locked under it, and nothing is done', async () => {
    const productId = addProduct(test, { price: 1000, stock: 5 });
    await cashier();
    await show('orders.place', counterSale([{ ...line(productId, 1, 900), priceOverridden: true }]));
    await doIt();
    await test.ask('session.lock', {}, till);
    await shown.settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Done 0')).toBeTruthy();
  });
});

describe('the password again', () => {
  it('is asked where a PIN alone is not enough, and the command goes on by itself', async () => {
    const staffId = await cashier();
    test.now += 6 * 60_000;
    await show('staff.setDisabled', { staffId, disabled: true }, { kind: 'window', windowId: 1 });
    await doIt();
    const asked = within(screen.getByRole('dialog', { name: 'Your password again' }));
    const give = async (password: string) => {
      fireEvent.change(asked.getByLabelText(/^Password/), { target: { value: password } });
      fireEvent.submit(asked.getByRole('button', { name: 'Go on' }).closest('form')!);
      await shown.settle();
    };
    await give('larch');
    expect(asked.getByText('That is not the right password.')).toBeTruthy();
    await give(ownerPassword);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Done 1')).toBeTruthy();
    expect(await test.ask('session.current', {}, till)).toBeNull();
  });
});
