import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { change } from '../../../test/support/catalog-builders.ts';
import { createOpenShop, ownerPassword, type TestApp } from '../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../test/support/render-with-app.tsx';
import type { Caller } from '../../main/app/create-app.ts';
import { FindingsNotice } from '../features/dashboard/findings-notice.tsx';
import { OrdersScreen } from '../features/orders/orders-screen.tsx';
import { StaffScreen } from '../features/staff/staff-screen.tsx';
import { AuditStatus } from './audit-status.tsx';

const second: Caller = { kind: 'window', windowId: 2 };

let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  shown.unmount();
  cleanup();
  await test.close();
});

function found(): void {
  change(
    test,
    `INSERT INTO auditFindings (fingerprint, kind, targetKind, targetId, params, at)
     VALUES ('1 x', 'order-changed', 'order', 1, '{}', ${test.now})`,
  );
}

describe('while there are findings that nobody acknowledged', () => {
  it('the status line says so and leads there, until they are', async () => {
    found();
    shown = await renderWithApp(<AuditStatus />, test);
    expect(screen.getByRole('link', { name: '1 finding' }).getAttribute('href')).toBe('#/audit?part=checks');
    await act(() => test.ask('audit.acknowledge', { findingIds: [1], note: 'It was a test.' }));
    await shown.settle();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('so does the dashboard', async () => {
    found();
    shown = await renderWithApp(<FindingsNotice />, test);
    expect(screen.getByRole('alert').textContent).toContain(
      'check of the shop file found something: 1 finding',
    );
    expect(screen.getByRole('link', { name: 'See the findings' }).getAttribute('href')).toBe(
      '#/audit?part=checks',
    );
  });

  it('neither says a word where there are none', async () => {
    shown = await renderWithApp(
      <>
        <AuditStatus />
        <FindingsNotice />
      </>,
      test,
    );
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the ways into the log', () => {
  async function sell(): Promise<void> {
    const product = addProduct(test, { price: 350, stock: 9 });
    await test.ask('orders.place', counterSale([line(product, 1, 350)]));
  }

  it('lead from an order to all that was done and refused about it', async () => {
    await sell();
    shown = await renderWithApp(<OrdersScreen />, test, { at: '#/orders/1' });
    expect(screen.getByRole('link', { name: 'Log of this order' }).getAttribute('href')).toBe(
      '#/audit?order=1',
    );
  });

  it('lead from a person to all they did', async () => {
    await test.ask('staff.add', { name: 'Carla', role: 'cashier', pin: '730184' });
    shown = await renderWithApp(<StaffScreen />, test, { at: '#/staff?part=people' });
    fireEvent.click(screen.getByRole('button', { name: 'What to do with Carla' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Everything Carla did' }));
    expect(window.location.hash).toBe('#/audit?person=2');
  });

  it('are not there for who may not see it', async () => {
    await sell();
    const { staffId } = await test.ask('staff.add', { name: 'Carla', role: 'cashier', pin: '730184' });
    await test.ask('staff.setPassword', { staffId, password: ownerPassword });
    await test.ask('session.signIn', { staffId, password: ownerPassword }, second);
    shown = await renderWithApp(<OrdersScreen />, test, { at: '#/orders/1', caller: second });
    expect(screen.getByRole('heading', { name: 'Order 1', level: 1 })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Log of this order' })).toBeNull();
  });
});
