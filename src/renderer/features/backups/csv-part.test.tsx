import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
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

const asked: unknown[] = [];

function render(state: Partial<BackupsState> = {}, wait?: Promise<void>) {
  asked.length = 0;
  const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
    ...bridge,
    async invoke(name, input, ...ids) {
      if (['backups.exportCsv', 'backups.setSettings', 'backups.cancel'].includes(name)) asked.push(input);
      if (name === 'backups.exportCsv') await wait;
      const reply = await bridge.invoke(name, input, ...ids);
      if (name !== 'backups.state' || !reply.ok) return reply;
      return { ok: true, value: { ...(reply.value as BackupsState), ...state } };
    },
  });
  return renderWithApp(<BackupsScreen />, test, { at: '#/backups?part=csv', wrapBridge });
}

const button = (name: string) => screen.getByRole('button', { name });

it('saves the whole shop, and says what came of it', async () => {
  const { settle } = await render();
  expect(screen.getByText(/A shop can be made again from it/)).toBeTruthy();
  fireEvent.click(button('Save as CSV…'));
  await settle();
  expect(asked).toEqual([{ what: 'all' }]);
  expect(screen.getByText('3 rows were saved in Shop 2026-11-22.zip.')).toBeTruthy();
});

it('saves chosen tables; days are asked of those that have some', async () => {
  const { settle } = await render();
  fireEvent.click(screen.getByRole('radio', { name: /Some tables/ }));
  await settle();
  fireEvent.click(button('Save as CSV…'));
  await settle();
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Products' }));
  expect(screen.queryByRole('group', { name: 'Days' })).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Order lines' }));
  expect(screen.getByRole('group', { name: 'Days' })).toBeTruthy();
  fireEvent.click(button('Save as CSV…'));
  await settle();
  expect(asked).toEqual([{ what: 'some', tables: ['products', 'orderLines'], from: null, to: null }]);
});

it('shows that it is saved, and stops it', async () => {
  let go: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { settle } = await render({}, wait);
  fireEvent.click(button('Save as CSV…'));
  expect(await screen.findByRole('progressbar', { name: 'Saving the shop as CSV' })).toBeTruthy();
  fireEvent.click(button('Stop'));
  await waitFor(() => expect(asked).toEqual([{ what: 'all' }, {}]));
  go();
  await settle();
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('says why it was not saved, and waits while a backup is made', async () => {
  test.desktop.saveTrouble = new Error('the stick is gone');
  const { settle } = await render();
  fireEvent.click(button('Save as CSV…'));
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('the stick is gone');
  cleanup();
  const again = await render({ running: 'backup' });
  fireEvent.click(button('Save as CSV…'));
  await again.settle();
  expect(asked).toEqual([]);
});

it('tells of the last one that was made by itself, and why the next could not be', async () => {
  await render({
    csv: {
      ...{ schedule: 'weekly', last: { at: test.now, bytes: 1_400_000, stillTrueAt: test.now + 3_600_000 } },
      failure: { at: test.now, reason: 'no space left' },
    },
  });
  expect(screen.getByText('22 Nov 2026, 11:30')).toBeTruthy();
  expect(screen.getByText('22 Nov 2026, 12:30')).toBeTruthy();
  expect(screen.getByText('1.4 MB')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('The system says: no space left');
  expect(screen.getByRole('button', { name: /Every week/ })).toBeTruthy();
});
