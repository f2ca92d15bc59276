import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../test/support/render-with-app.tsx';
import type { BackupsState } from '../../shared/contract/backup-fields.ts';
import type { OrderllaBridge } from '../../shared/contract/bridge.ts';
import { DashboardScreen } from '../features/dashboard/dashboard-screen.tsx';
import { BackupStatus } from './backup-status.tsx';

const hour = 3_600_000;

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

const withState =
  (state: Partial<BackupsState>) =>
  (bridge: OrderllaBridge): OrderllaBridge => ({
    ...bridge,
    async invoke(name, ...rest) {
      const reply = await bridge.invoke(name, ...rest);
      if (name !== 'backups.state' || !reply.ok) return reply;
      return { ok: true, value: { ...(reply.value as BackupsState), ...state } };
    },
  });

const fallen = { at: 0, name: 'shop-20261122T110000Z', isBalanced: false, problem: 'money: 1', problems: [] };

describe('the status line', () => {
  const words = async (state: Partial<BackupsState>) => {
    await renderWithApp(<BackupStatus />, test, { wrapBridge: withState(state) });
    return screen.getByRole('link').textContent;
  };

  it('tells the age of the last verified backup, and leads to the backups', async () => {
    expect(await words({ verifiedAt: test.now - 2 * hour })).toBe('Backup 2 hours ago');
    expect(screen.getByRole('link').getAttribute('href')).toBe('#/backups');
  });

  it('never bids to make one, nor speaks of the future after a clock was set back', async () => {
    expect(await words({ verifiedAt: test.now + hour })).toBe('Backup just now');
  });

  it('tells that there is none', async () => {
    expect(await words({ verifiedAt: null, level: 'bad' })).toBe('No backup yet');
  });

  it('tells that the newest could not be brought back', async () => {
    expect(await words({ verifiedAt: test.now, level: 'bad', rehearsal: fallen })).toBe(
      'Backup needs a look',
    );
  });
});

describe('the dashboard', () => {
  const render = (state: Partial<BackupsState>) =>
    renderWithApp(<DashboardScreen />, test, { at: '#/dashboard', wrapBridge: withState(state) });

  it('says in passing how old the last verified backup is', async () => {
    await render({ verifiedAt: test.now - 2 * hour });
    expect(screen.getByRole('link', { name: 'Last verified backup 2 hours ago' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['old', 30, 'warning', 'is on this computer only. Make a backup now.'],
    ['bad', 100, 'danger', 'More than three days of sales are on this computer only.'],
  ] as const)('warns where it is %s', async (level, hours, tone, words) => {
    await render({ level, verifiedAt: test.now - hours * hour });
    const notice = screen.getByRole('alert');
    expect(notice.dataset.tone).toBe(tone);
    expect(notice.textContent).toContain(words);
  });

  it('is red where there is none, or the newest could not be brought back', async () => {
    await render({ level: 'bad', verifiedAt: null });
    expect(screen.getByRole('alert').textContent).toContain('No verified backup yet');
    cleanup();
    await render({ level: 'bad', verifiedAt: test.now, rehearsal: fallen });
    expect(screen.getByRole('alert').textContent).toContain('could not be brought back when it was tried');
  });
});
