import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';
import { BackupsScreen } from './backups-screen.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

const asked: { name: string; input: unknown }[] = [];

function render(state: Partial<BackupsState> = {}, caller?: Caller) {
  asked.length = 0;
  const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
    ...bridge,
    async invoke(name, input, ...ids) {
      if (name.startsWith('backups.set')) asked.push({ name, input });
      const reply = await bridge.invoke(name, input, ...ids);
      if (name !== 'backups.state' || !reply.ok) return reply;
      return { ok: true, value: { ...(reply.value as BackupsState), ...state } };
    },
  });
  return renderWithApp(<BackupsScreen />, test, {
    ...{ at: '#/backups?part=places', wrapBridge },
    ...(caller ? { caller } : {}),
  });
}

const second: NonNullable<BackupsState['second']> = {
  ...{ path: '/stick/Orderlla backups', freeBytes: 8_000_000_000, warnings: [], waiting: 0 },
  ...{ lastCopyAt: null, failure: null },
};
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const dialog = () => within(screen.getByRole('dialog'));

it('turns the automatic ones off, and says what is left', async () => {
  const { settle } = await render();
  fireEvent.click(screen.getByRole('switch'));
  await settle();
  expect(asked).toEqual([{ name: 'backups.setSettings', input: { automatic: false } }]);
  expect(screen.getByText('Backups are made only by hand from now on.')).toBeTruthy();
});

it('chooses a second place: first what will be so, then the verb', async () => {
  const { settle } = await render();
  expect(screen.getByText(/whatever takes the computer takes them too/)).toBeTruthy();
  fireEvent.click(button('Choose a second place…'));
  await settle();
  expect(dialog().getByText('/stick/Orderlla backups')).toBeTruthy();
  expect(asked).toEqual([]);
  fireEvent.click(dialog().getByRole('button', { name: 'Copy backups here' }));
  await settle();
  expect(asked).toMatchObject([{ name: 'backups.setSecondPlace', input: { token: 'b'.repeat(32) } }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says that the stick is not there and how many wait for it, and does not open its folder', async () => {
  await render({ second: { ...second, freeBytes: null, waiting: 3 } });
  expect(screen.getByText('Not there now')).toBeTruthy();
  expect(screen.getByText('3 backups')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('Plug in the stick');
});

it('warns of the disk that the shop is on, and not of a cloud', async () => {
  await render({ second: { ...second, warnings: ['same-disk', 'synced'] } });
  expect(screen.getAllByRole('alert').map((note) => note.textContent)).toEqual([
    expect.stringContaining('when the disk fails, both are lost'),
  ]);
  expect(screen.getByText(/in a third place as well/)).toBeTruthy();
});

it('stops copying once it was said what stays', async () => {
  const { settle } = await render({ second });
  fireEvent.click(button('Stop copying'));
  const ask = within(screen.getByRole('alertdialog'));
  expect(ask.getByText(/What lies in the second place already stays there/)).toBeTruthy();
  fireEvent.click(ask.getByRole('button', { name: 'Stop copying' }));
  await settle();
  expect(asked).toEqual([{ name: 'backups.setSecondPlace', input: { token: null } }]);
});

it('takes a passphrase that is long enough and twice the same, and says what is lost with it', async () => {
  const { settle } = await render();
  fireEvent.click(button('Set a passphrase…'));
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const save = () => fireEvent.click(button('Encrypt backups'));
  expect(dialog().getByText(/If it is forgotten, no backup made with it can be opened/)).toBeTruthy();
  type('New passphrase', 'short');
  save();
  expect(screen.getByText('At least 10 characters.')).toBeTruthy();
  type('New passphrase', 'four words of mine');
  type('The same once more', 'four words of yours');
  save();
  expect(screen.getByText('This is not the same as above.')).toBeTruthy();
  expect(asked).toEqual([]);
  type('The same once more', 'four words of mine');
  save();
  await settle();
  expect(asked).toEqual([{ name: 'backups.setPassphrase', input: { passphrase: 'four words of mine' } }]);
});

it('stops encrypting only after saying who can read them then', async () => {
  const { settle } = await render({ isEncrypted: true });
  fireEvent.click(button('Stop encrypting'));
  const ask = within(screen.getByRole('alertdialog'));
  expect(ask.getByText(/can be read by whoever has the file/)).toBeTruthy();
  fireEvent.click(ask.getByRole('button', { name: 'Stop encrypting' }));
  await settle();
  expect(asked).toEqual([{ name: 'backups.setPassphrase', input: { passphrase: null } }]);
});

it('lets whoever may only make backups see all of it and change nothing', async () => {
  const caller: Caller = { kind: 'window', windowId: 3 };
  const { staffId } = await test.ask('staff.add', { name: 'Mo', role: 'manager', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  const { settle } = await render({}, caller);
  expect((screen.getByRole('switch') as HTMLInputElement).disabled).toBe(true);
  for (const name of ['Choose a second place…', 'Set a passphrase…']) fireEvent.click(button(name));
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getAllByText(/The owner changes this/).length).toBeGreaterThan(0);
});
