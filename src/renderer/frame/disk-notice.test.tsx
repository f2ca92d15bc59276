import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../test/support/render-with-app.tsx';
import { DiskNotice } from './disk-notice.tsx';
import { DiskStatus } from './disk-status.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

const render = (at: 'sell' | 'dashboard' = 'sell') =>
  renderWithApp(
    <>
      <DiskNotice at={at} />
      <DiskStatus />
    </>,
    test,
  );

const alerts = () => screen.queryAllByRole('alert');

describe('the room on the disk', () => {
  it('is not spoken of while there is enough', async () => {
    const { container } = await render();
    expect(container.textContent).toBe('');
  });

  it('is told below 500 MB, without a button', async () => {
    test.desktop.disk.freeBytes = 312_900_000;
    await render();
    const [notice] = alerts();
    expect(notice?.dataset.tone).toBe('warning');
    expect(notice?.textContent).toBe(
      'There is little room left on this computer’s disk: 312 MBSelling stops when it is full. Free some space.',
    );
    expect(screen.getByText('312 MB of disk left')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is red when selling was refused; the owner gives up the reserve, and selling goes on', async () => {
    test.desktop.disk.freeBytes = 20_000_000;
    test.desktop.disk.refused();
    await render();
    expect(alerts()[0]?.dataset.tone).toBe('danger');
    expect(alerts()[0]?.textContent).toContain('disk is full');
    expect(screen.getByText('Disk full')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Give up the reserve' }));
    await waitFor(() => expect(alerts()[0]?.textContent).toContain('Nothing is kept in reserve'));
    expect(alerts()[0]?.textContent).toContain('52 MB');
    expect(alerts()[0]?.dataset.tone).toBe('danger');
    expect(screen.queryByRole('button', { name: 'Give up the reserve' })).toBeNull();
    expect(test.desktop.disk.hasReserve).toBe(false);
  });

  it('sends a cashier to the owner', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Cass', role: 'cashier', pin: '730184' });
    await test.ask('session.lock', {});
    await test.ask('session.signIn', { staffId, pin: '730184' });
    test.desktop.disk.freeBytes = 20_000_000;
    await render();
    expect(alerts()[0]?.textContent).toContain('almost no room left on this computer’s disk: 20 MB');
    expect(alerts()[0]?.textContent).toContain('The owner can give up');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('of backups is told on the dashboard alone', async () => {
    test.desktop.disk.backups = { place: 'second', freeBytes: 90_400_000 };
    await render('sell');
    expect(alerts()).toEqual([]);
    cleanup();
    await render('dashboard');
    expect(alerts()).toHaveLength(1);
    expect(alerts()[0]?.textContent).toContain('in the second place for backups: 90 MB');
  });
});
