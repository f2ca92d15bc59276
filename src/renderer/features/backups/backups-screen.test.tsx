import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { oneBackup } from '../../../../test/support/fake-backups.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import type { BackupRow, BackupsState } from '../../../shared/contract/backup-fields.ts';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';
import { money } from '../../../shared/domain/money.ts';
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
  readonly state?: Partial<BackupsState>;
  readonly rows?: readonly BackupRow[];
  readonly check?: { readonly code: string } | { readonly problems: readonly object[] };
  readonly at?: string;
  readonly caller?: Caller;
};

const facts = oneBackup.facts as NonNullable<BackupRow['facts']>;
const minute = 60_000;
const hour = 60 * minute;

/** The screen over the real door; what the shell would know of its disks is told by the test. */
function render({ state, rows, check, at = '', caller }: Answers = {}) {
  const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
    ...bridge,
    async invoke(name, input, ...ids) {
      const reply = await bridge.invoke(name, input, ...ids);
      if (name === 'backups.state' && state && reply.ok) {
        return { ok: true, value: { ...(reply.value as BackupsState), ...state } };
      }
      if (name === 'backups.list' && rows) return { ok: true, value: rows };
      if (name !== 'backups.check' || !check) return reply;
      return 'code' in check && !(input as { passphrase: string | null }).passphrase?.startsWith('right')
        ? { ok: false, error: { code: check.code, message: check.code } }
        : { ok: true, value: { facts, problems: 'problems' in check ? check.problems : [] } };
    },
  });
  return renderWithApp(<BackupsScreen />, test, {
    ...{ at: `#/backups${at}`, wrapBridge },
    ...(caller ? { caller } : {}),
  });
}

const button = (name: RegExp | string) => screen.getByRole('button', { name });
const rowsShown = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent));
const panel = () => within(screen.getByRole('complementary'));
const madeAt = (at: number, more: Partial<BackupRow> = {}): BackupRow => ({
  ...oneBackup,
  name: `shop-${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`,
  ...{ madeAt: at, verifiedAt: at },
  ...more,
});

describe('how safe the shop is', () => {
  it('is said with the age of the last verified backup and the last trial', async () => {
    await render({
      state: {
        verifiedAt: test.now - 12 * minute,
        rehearsal: {
          at: test.now - 8 * hour,
          name: oneBackup.name,
          isBalanced: true,
          problem: null,
          problems: [],
        },
      },
    });
    const safety = screen.getByRole('region', { name: 'Last verified backup 12 minutes ago' });
    expect(safety.dataset.level).toBe('good');
    expect(safety.textContent).toContain('Restored and balanced 22 Nov 2026, 03:30.');
  });

  it('is red where there is none, and says what to do', async () => {
    await render({ state: { verifiedAt: null, level: 'bad' }, rows: [] });
    const safety = screen.getByRole('region', { name: 'No verified backup yet' });
    expect(safety.dataset.level).toBe('bad');
    expect(safety.textContent).toContain('The shop is on this computer only. Make a backup now.');
    expect(screen.getByRole('heading', { name: 'No backups yet' })).toBeTruthy();
  });

  it('is red where the newest could not be brought back, however new it is', async () => {
    await render({
      state: {
        ...{ verifiedAt: test.now - minute, level: 'bad' },
        rehearsal: {
          ...{ at: test.now, name: oneBackup.name, isBalanced: false, problem: 'orders unlike their lines' },
          problems: [
            { check: 'chain', count: 3 },
            { check: 'money', count: 2 },
          ],
        },
      },
    });
    const { textContent } = screen.getByRole('region', { name: /^Last verified backup/ });
    expect(textContent).toContain('The newest backup could not be brought back when it was tried.');
    expect(textContent).toContain(
      'it did not balance: The log was changed or cut (3) and Amounts do not add up (2)',
    );
    expect(textContent).not.toContain('orders unlike');
  });

  it('is well again once a newer one was verified, and the trial is still told', async () => {
    await render({
      state: {
        ...{ verifiedAt: test.now - minute, level: 'good' },
        rehearsal: {
          ...{ at: test.now - hour, name: oneBackup.name, isBalanced: true },
          ...{ problem: 'helper-ended', problems: [] },
        },
      },
    });
    const { textContent } = screen.getByRole('region', { name: /^Last verified backup/ });
    expect(textContent).toContain('The shop as it was then can be brought back whole.');
    expect(textContent).toContain('The part of Orderlla that works this out stopped before it was done.');
    expect(textContent).toContain(
      'A newer backup was made and checked since the one that was restored as a trial',
    );
  });

  it('says in a sentence what was kept as a code', async () => {
    await render({ state: { failure: { at: test.now, reason: 'no-room' } } });
    const { textContent } = screen.getByRole('alert');
    expect(textContent).toContain('There is not enough room on the disk.');
    expect(textContent).not.toContain('no-room');
    expect(textContent).not.toContain('The system says');
  });

  it('tells of the last one that could not be made, in the system’s words', async () => {
    await render({ state: { failure: { at: test.now, reason: 'no space left' } } });
    expect(screen.getByRole('alert').textContent).toContain('The system says: no space left');
  });

  it('shows which hours, days and months have one', async () => {
    const rows = [test.now - minute, test.now - 3 * hour, test.now - 50 * hour].map((at) => madeAt(at));
    await render({ rows: [...rows, madeAt(test.now - hour, { state: 'damaged' })] });
    expect(screen.getByRole('img', { name: '2 of the last 24 hours have a backup' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '2 of the last 30 days have a backup' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '1 of the last 12 months have a backup' })).toBeTruthy();
  });
});

describe('the list', () => {
  it('says of each what is in it, how good it is, and where it lies', async () => {
    const rows = [
      madeAt(test.now, { places: ['first', 'second'], cause: 'by-hand' }),
      madeAt(test.now - hour, { state: 'damaged', verifiedAt: null }),
      madeAt(test.now - 2 * hour, { state: 'unknown', facts: null, verifiedAt: null }),
    ];
    await render({ rows });
    expect(rowsShown()).toEqual([
      [
        ...['22 Nov 2026, 11:30', 'Verified', '42', '£1,234.56', '22 Nov 2026, 10:59', 'By hand', '1.4 MB'],
        'This computer and Second place',
      ],
      [
        ...['22 Nov 2026, 10:30', 'Damaged', '42', '£1,234.56', '22 Nov 2026, 10:59', 'By itself', '1.4 MB'],
        'This computer',
      ],
      ['22 Nov 2026, 09:30', 'Unknown', '', '', '', 'By itself', '1.4 MB', 'This computer'],
    ]);
  });

  it('writes amounts of another shop in that shop’s currency', async () => {
    const yen = { ...facts, shop: 'Tokyo', currency: 'JPY', currencyExponent: 0, sales: money(5000) };
    await render({ rows: [madeAt(test.now, { facts: yen })] });
    expect(rowsShown()[0]?.[3]).toMatch(/5,000$/);
  });

  it('opens one beside it, walks on and closes', async () => {
    const rows = [madeAt(test.now), madeAt(test.now - hour)];
    const { settle } = await render({ rows, at: `?backup=${rows[0]?.name}` });
    expect(panel().getByRole('heading', { name: 'Backup of 22 Nov 2026, 11:30' })).toBeTruthy();
    expect(panel().getByText('Order 42, 22 Nov 2026, 10:59, £3.50')).toBeTruthy();
    expect(panel().getByText('its hour, its day and its month')).toBeTruthy();
    fireEvent.click(panel().getByRole('button', { name: 'Next' }));
    await settle();
    expect(panel().getByRole('heading', { name: 'Backup of 22 Nov 2026, 10:30' })).toBeTruthy();
    fireEvent.click(panel().getByRole('button', { name: 'Close' }));
    await settle();
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});

describe('what can be done', () => {
  it('is to make one now, and to read how it came out', async () => {
    const { settle } = await render();
    fireEvent.click(button('Back up now'));
    await settle();
    expect(screen.getByText('Backup made and checked. 42 orders are in it.')).toBeTruthy();
  });

  it('waits while somebody else’s work is done, and says so', async () => {
    const { settle } = await render({ state: { running: 'check' } });
    expect(screen.getByRole('progressbar')).toBeTruthy();
    fireEvent.click(button('Back up now'));
    await settle();
    expect(screen.getAllByText(/busy with another backup/).length).toBeGreaterThan(0);
    expect(screen.queryByText(/Backup made/)).toBeNull();
  });

  it('waits for nothing that runs by itself', async () => {
    const { settle } = await render({ state: { running: 'rehearsal', isByItself: true } });
    expect(screen.getByRole('progressbar')).toBeTruthy();
    fireEvent.click(button('Back up now'));
    await settle();
    expect(screen.getByText(/Backup made/)).toBeTruthy();
  });

  it('is to check one again, and to read what is wrong with it', async () => {
    const { settle } = await render({
      check: { problems: [{ check: 'money', count: 3 }] },
      at: `?backup=${oneBackup.name}`,
    });
    fireEvent.click(button('Check again'));
    await settle();
    expect(panel().getByRole('alert').textContent).toContain('Amounts do not add up (3)');
  });

  it('asks for the passphrase of one that another one opens', async () => {
    const { settle } = await render({
      check: { code: 'wrong-passphrase' },
      at: `?backup=${oneBackup.name}`,
    });
    fireEvent.click(button('Check again'));
    await settle();
    const field = () => screen.getByLabelText('Passphrase of this backup');
    fireEvent.click(button('Check with this passphrase'));
    expect(screen.getByText('Type the passphrase it was encrypted with.')).toBeTruthy();
    fireEvent.change(field(), { target: { value: 'wrong one' } });
    fireEvent.click(button('Check with this passphrase'));
    await settle();
    expect(screen.getByText('That passphrase does not open this backup.')).toBeTruthy();
    fireEvent.change(field(), { target: { value: 'right one' } });
    fireEvent.click(button('Check with this passphrase'));
    await settle();
    expect(panel().getByRole('status').textContent).toContain('Opened and whole');
  });
});

describe('what cannot be read', () => {
  it('is said, with the way to try again', async () => {
    let isBroken = true;
    const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
      ...bridge,
      invoke: (name, ...rest) =>
        name.startsWith('backups.') && isBroken
          ? Promise.resolve({ ok: false, error: { code: 'internal', message: 'internal' } })
          : bridge.invoke(name, ...rest),
    });
    const { settle } = await renderWithApp(<BackupsScreen />, test, { at: '#/backups', wrapBridge });
    expect(screen.getByText('How safe the shop is could not be read')).toBeTruthy();
    expect(screen.getByText('The backups could not be read')).toBeTruthy();
    isBroken = false;
    for (const again of screen.getAllByRole('button', { name: 'Try again' })) fireEvent.click(again);
    await settle();
    expect(screen.getByRole('region', { name: /^Last verified backup/ })).toBeTruthy();
    expect(rowsShown()).toHaveLength(1);
  });
});
