import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenShop, type TestApp } from '../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../test/support/render-with-app.tsx';
import { ConditionNotice } from './condition-notice.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await test.close();
});

const render = (at: 'sell' | 'dashboard' = 'sell') => renderWithApp(<ConditionNotice at={at} />, test);
const set = (change: Partial<TestApp['desktop']['condition']['now']>) => {
  test.desktop.condition.now = { ...test.desktop.condition.now, ...change };
};

describe('the condition of the shop file', () => {
  it('is not spoken of while all is well', async () => {
    set({ last: { at: test.now, scope: 'deep', problems: [] } });
    expect((await render('dashboard')).container.textContent).toBe('');
  });

  it('that cannot be written stops selling in words, and is looked at again by a button', async () => {
    set({ trouble: { problem: 'read-only', since: test.now } });
    await render();
    expect(screen.getByRole('alert').textContent).toContain('may not write to the shop file now');
    expect(screen.getByRole('alert').textContent).toContain('goes on by itself');
    expect(screen.getByRole('alert').textContent).toContain('Last verified backup');
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(() => expect(test.desktop.condition.asked).toEqual(['look again']));
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('after an unclean end is said calmly, and is gone by itself once everything is in order', async () => {
    set({ unclean: 'looking' });
    await render();
    expect(screen.getByRole('status').textContent).toBe(
      'Orderlla did not close properly last time. It is looking through the shop file; you can go on selling.',
    );
    cleanup();
    set({ unclean: 'in-order' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    await render();
    expect(screen.getByRole('status').textContent).toContain('Everything is in order');
    vi.advanceTimersByTime(11_000);
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  });

  it('into which an old record was written is its owner’s matter: the shop as it was before is one press away', async () => {
    set({ keptBefore: test.now });
    expect((await render('sell')).container.textContent).toBe('');
    cleanup();
    await render('dashboard');
    expect(screen.getByRole('alert').textContent).toContain('The shop as it was before is kept');
    const way = screen.getByRole('link', { name: 'See the replaced shops' });
    expect(way.getAttribute('href')).toBe('#/backups?part=replaced');
  });

  it('that was found damaged is its owner’s matter, on the dashboard', async () => {
    set({ last: { at: test.now, scope: 'deep', problems: [{ check: 'file', count: 2 }] } });
    expect((await render('sell')).container.textContent).toBe('');
    cleanup();
    await render('dashboard');
    expect(screen.getByRole('alert').textContent).toContain('The file itself is not whole (2)');
    fireEvent.click(screen.getByRole('button', { name: 'See what can be done…' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Close the shop' }));
    await waitFor(() => expect(test.desktop.condition.asked).toEqual(['recover']));
  });

  it('that does not add up is a warning, and a cashier is not told', async () => {
    set({ last: { at: test.now, scope: 'quick', problems: [{ check: 'stock', count: 1 }] } });
    await render('dashboard');
    expect(screen.getByRole('alert').dataset.tone).toBe('warning');
    cleanup();
    const { staffId } = await test.ask('staff.add', { name: 'Cass', role: 'cashier', pin: '730184' });
    await test.ask('session.lock', {});
    await test.ask('session.signIn', { staffId, pin: '730184' });
    expect((await render('dashboard')).container.textContent).toBe('');
  });
});
