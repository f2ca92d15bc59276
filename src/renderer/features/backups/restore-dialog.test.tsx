import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { oneBackup } from '../../../../test/support/fake-backups.ts';
import { chosenFile } from '../../../../test/support/fake-restore.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import type { BackupRow } from '../../../shared/contract/backup-fields.ts';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { BackupsScreen } from './backups-screen.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

type Answers = {
  /** What bringing back is answered with, by the passphrase that came with it; null is yes. */
  readonly refusal?: (passphrase: string | null) => string | null;
  readonly row?: Partial<BackupRow>;
  readonly replaced?: Output<'backups.replaced'>;
  readonly at?: string;
  readonly caller?: Caller;
};

const asked: unknown[] = [];

function render({ refusal = () => null, row, replaced, at, caller }: Answers = {}) {
  asked.length = 0;
  const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
    ...bridge,
    invoke(name, input, ...ids) {
      if (name === 'backups.list') return Promise.resolve({ ok: true, value: [{ ...oneBackup, ...row }] });
      if (name === 'backups.replaced' && replaced) return Promise.resolve({ ok: true, value: replaced });
      if (name !== 'backups.restore') return bridge.invoke(name, input, ...ids);
      asked.push(input);
      const code = refusal((input as { passphrase: string | null }).passphrase);
      return Promise.resolve(
        code === null ? { ok: true, value: {} } : { ok: false, error: { code, message: code } },
      );
    },
  });
  return renderWithApp(<BackupsScreen />, test, {
    ...{ at: at ?? `#/backups?backup=${oneBackup.name}`, wrapBridge },
    ...(caller ? { caller } : {}),
  });
}

const button = (name: RegExp | string) => screen.getByRole('button', { name });
const open = () => fireEvent.click(button('Bring this shop back…'));
const begin = () => fireEvent.click(button('Bring this shop back'));
const dialog = () => within(screen.getByRole('dialog'));

describe('bringing a shop back', () => {
  it('says first what is in it, what will be lost, and what is kept', async () => {
    await render();
    open();
    expect(dialog().getByRole('heading', { name: 'Bring back the shop of 22 Nov 2026, 11:00' })).toBeTruthy();
    expect(dialog().getByText('Order 42, 22 Nov 2026, 10:59, £3.50')).toBeTruthy();
    expect(dialog().getByText(/changed after 22 Nov 2026, 11:00 will not be in it/)).toBeTruthy();
    expect(dialog().getByText(/is kept for 30 days/)).toBeTruthy();
    fireEvent.click(button('Keep the shop as it is'));
    expect(asked).toEqual([]);
  });

  it('says which orders came after, what else was done, and what is counted in both', async () => {
    const { settle } = await render();
    open();
    await settle();
    expect(dialog().getByText('What came after is not in it: 2 orders, £10.50.')).toBeTruthy();
    expect(dialog().getByText('Order 44, 22 Nov 2026, 11:02')).toBeTruthy();
    expect(dialog().getByText('Ada Fisher')).toBeTruthy();
    expect(dialog().getByText('Corrected the stock of a product (3)')).toBeTruthy();
    const row = dialog().getByRole('row', { name: /^Orders/ });
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['42', '44']);
  });

  it('brings nothing back before what would be lost is counted, unless that is stopped', async () => {
    test.desktop.looks.compare = (_request, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await render();
    open();
    await dialog().findByText('Opening the backup and comparing it with the shop');
    begin();
    fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
    expect(asked).toEqual([]);
    fireEvent.click(button('Stop'));
    await waitFor(() => expect(dialog().queryByRole('button', { name: 'Stop' })).toBeNull());
    begin();
    await waitFor(() => expect(asked).toHaveLength(1));
  });

  it('counts what came after once the passphrase is typed', async () => {
    const { compare } = test.desktop.looks;
    test.desktop.looks.compare = (request, work) =>
      request.passphrase === 'right one'
        ? compare(request, work)
        : Promise.reject(new AppError('wrong-passphrase'));
    const { settle } = await render();
    open();
    await settle();
    expect(dialog().getByText('What came after is seen once the passphrase is typed.')).toBeTruthy();
    const field = screen.getByLabelText('Passphrase of this backup');
    fireEvent.change(field, { target: { value: 'right one' } });
    fireEvent.click(button('See what came after'));
    await settle();
    expect(dialog().getByText(/2 orders/)).toBeTruthy();
  });

  it('counts a backup that was still true later from then on', async () => {
    await render({ row: { stillTrueAt: oneBackup.madeAt + 1_800_000 } });
    open();
    expect(dialog().getByText(/changed after 22 Nov 2026, 11:30 will not be in it/)).toBeTruthy();
  });

  it('leaves the dialog until the other shop is there', async () => {
    const { settle } = await render();
    open();
    begin();
    await settle();
    expect(asked).toEqual([{ source: { from: 'backup', name: oneBackup.name }, passphrase: null }]);
    expect(dialog().getByRole('status').textContent).toBe('The shop closes now and opens as it was.');
    expect((button('Keep the shop as it is') as HTMLButtonElement).disabled).toBe(true);
  });

  it('asks for the passphrase where the one in use does not open it', async () => {
    const { settle } = await render({
      refusal: (passphrase) => (passphrase === 'right one' ? null : 'wrong-passphrase'),
    });
    open();
    begin();
    await settle();
    const field = screen.getByLabelText('Passphrase of this backup');
    expect(screen.queryByText('That passphrase does not open this backup.')).toBeNull();
    fireEvent.change(field, { target: { value: 'wrong one' } });
    begin();
    await settle();
    expect(screen.getByText('That passphrase does not open this backup.')).toBeTruthy();
    fireEvent.change(field, { target: { value: 'right one' } });
    begin();
    await settle();
    expect(dialog().getByRole('status')).toBeTruthy();
  });

  it('says why it could not be, and the shop is as it was', async () => {
    const { settle } = await render({ refusal: () => 'backup-gone' });
    open();
    begin();
    await settle();
    expect(dialog().getByRole('alert').textContent).toContain('This backup is not there now.');
    fireEvent.click(button('Keep the shop as it is'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of one for which nothing vouches begins with opening it, and with its code where it has other keys', async () => {
    test.desktop.restore.chosen = { ...chosenFile, needsRecoveryCode: true };
    const { settle } = await render({ row: { state: 'unknown', facts: null } });
    expect(screen.getByText(/made with other keys than this shop has now/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
    fireEvent.click(button('Open this backup…'));
    await settle();
    expect(dialog().getByText('What came after is not in it: 2 orders, £10.50.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Recovery code of that shop'), { target: { value: 'ABCD' } });
    begin();
    await settle();
    const source = { from: 'file', token: chosenFile.token };
    expect(asked).toEqual([{ source, passphrase: null, recoveryCode: 'ABCD' }]);
  });

  it('that failed after the answer is told until it was read', async () => {
    const state = await test.desktop.backups.state();
    let restoreFailure: typeof state.restoreFailure = { at: oneBackup.madeAt, reason: 'no space left' };
    test.desktop.backups.state = async () => ({ ...state, restoreFailure });
    test.desktop.restore.seenFailure = () => {
      restoreFailure = null;
    };
    const { settle } = await render();
    const note = screen.getByRole('alert');
    expect(note.textContent).toContain('The shop was not brought back 22 Nov 2026, 11:00');
    expect(note.textContent).toContain('nothing in it was changed');
    fireEvent.click(within(note).getByRole('button', { name: 'Close this note' }));
    await settle();
    await waitFor(() => expect(screen.queryByText(/was not brought back/)).toBeNull());
  });

  it('is not offered of one that is damaged', async () => {
    await render({ row: { state: 'damaged' } });
    open();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getAllByText('This backup is damaged. Choose a verified one.').length).toBeGreaterThan(0);
  });

  it('is the owner’s: a manager reads so, and sees no replaced shops', async () => {
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await test.ask('staff.add', { name: 'Mo', role: 'manager', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await render({ caller });
    open();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getAllByText('Only the owner brings a shop back.').length).toBeGreaterThan(0);
    expect(screen.queryByRole('tab', { name: 'Replaced shops' })).toBeNull();
  });
});

describe('the panel of a backup', () => {
  it('counts what came after once somebody wants to know', async () => {
    const { settle } = await render();
    expect(screen.queryByText(/2 orders, £10\.50/)).toBeNull();
    fireEvent.click(button('Compare with the shop now'));
    await settle();
    expect(screen.getByText('What came after is not in it: 2 orders, £10.50.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('shops that were replaced', () => {
  const name = 'replaced-20261121T090000Z';
  const replacedAt = Date.UTC(2026, 10, 21, 9);
  const replaced = [
    { name, replacedAt, keptUntil: Date.UTC(2026, 11, 21, 9), bytes: 1000, facts: oneBackup.facts },
  ];

  it('are listed with the day that they are kept until, and can be gone back to', async () => {
    const { settle } = await render({ replaced, at: '#/backups?part=replaced' });
    const row = screen.getAllByRole('row')[1] as HTMLElement;
    expect([...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent)).toEqual([
      ...['21 Nov 2026, 09:00', '42', '£1,234.56', '21 Dec 2026, 09:00'],
    ]);
    fireEvent.click(row);
    const panel = within(screen.getByRole('complementary', { name: 'Shop replaced 21 Nov 2026, 09:00' }));
    expect(panel.getByText('Order 42, 22 Nov 2026, 10:59, £3.50')).toBeTruthy();
    expect(panel.getByRole('button', { name: 'Look inside…' })).toBeTruthy();
    fireEvent.click(button('Go back to this shop…'));
    begin();
    await settle();
    expect(asked).toEqual([{ source: { from: 'replaced', name }, passphrase: null }]);
  });

  it('are none before one was', async () => {
    await render({ replaced: [], at: '#/backups?part=replaced' });
    expect(screen.getByRole('heading', { name: 'No shop was replaced' })).toBeTruthy();
  });
});
