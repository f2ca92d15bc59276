import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import {
  createOpenShop,
  createTestApp,
  ownerPassword,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { AuditScreen } from './audit-screen.tsx';

const second: Caller = { kind: 'window', windowId: 2 };
const third: Caller = { kind: 'window', windowId: 3 };

let test: TestApp;
let shown: RenderedApp;
let flatWhite = 0;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  flatWhite = addProduct(test, { name: 'Flat white', price: 350, stock: 50 });
});
afterEach(async () => {
  shown.unmount();
  cleanup();
  vi.restoreAllMocks();
  const { folder } = test;
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(at: string, caller?: Caller): Promise<void> {
  shown = await renderWithApp(<AuditScreen />, test, { at: `#/audit${at}`, ...(caller ? { caller } : {}) });
}
async function click(name: string | RegExp): Promise<void> {
  act(() => void fireEvent.click(screen.getByRole('button', { name })));
  await shown.settle();
}
async function type(label: string, value: string): Promise<void> {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await shown.settle();
}
const rows = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent ?? '');
const panel = () => within(screen.getByRole('complementary'));
const chips = () =>
  screen.queryAllByRole('button', { name: /^Remove filter/ }).map((chip) => chip.textContent);

/** Carla, a cashier, signed in at window 2. Answers her number. */
async function withCarla(): Promise<number> {
  const { staffId } = await test.ask('staff.add', { name: 'Carla', role: 'cashier', pin: '730184' });
  await test.ask('staff.setPassword', { staffId, password: 'walnut-heron-3-ladder' });
  await test.ask('session.signIn', { staffId, password: 'walnut-heron-3-ladder' }, second);
  return staffId;
}

function sell(caller?: Caller, change: Partial<Input<'orders.place'>> = {}, count = 2) {
  return test.ask('orders.place', counterSale([line(flatWhite, count, 350)], change), caller);
}

describe('the log', () => {
  it('says who did what about what, newest first, done and refused', async () => {
    await withCarla();
    await sell(second);
    await test.refused('shop.update', { name: 'Carlas Shop' }, second);
    await open('');
    const [first, next] = rows();
    expect(first).toContain('CarlaTried to change the settings');
    expect(next).toContain('CarlaPlaced an orderOrder 1');
    expect(within(screen.getByRole('grid')).getByRole('link', { name: 'Order 1' }).getAttribute('href')).toBe(
      '#/orders/1',
    );
    expect(first).toContain('Refused');
  });

  it('is narrowed to a person, an order, what was refused, a text; each goes alone and all at once', async () => {
    const carla = await withCarla();
    await sell(second);
    await sell();
    await test.refused('shop.update', { name: 'Carlas Shop' }, second);
    await open(`?person=${carla}&outcome=refused`);
    expect(rows()).toHaveLength(1);
    expect(chips()).toEqual(['Carla', 'Refused']);
    await click(/Remove filter.*Refused/);
    expect(rows().length).toBeGreaterThan(2);
    expect(rows().every((row) => row.includes('Carla'))).toBe(true);
    await type('Order number', '2');
    expect(chips()).toEqual(['Carla', 'Order 2']);
    expect(screen.getByText('Nothing fits these filters')).toBeTruthy();
    await click(/Remove filter.*Carla/);
    expect(rows()).toEqual(['22 Nov 2026, 11:30Olga OwnerPlaced an orderOrder 2Done']);
    await click('Clear all');
    expect(chips()).toEqual([]);
    await type('Search the log', 'order 1');
    expect(rows()).toEqual(['22 Nov 2026, 11:30CarlaPlaced an orderOrder 1Done']);
  });

  it('shows in an entry what changed, formatted, before and after', async () => {
    await test.ask('shop.update', { name: 'Corner', cashRounding: 5 as never, deliveryDays: 4 });
    await open('');
    fireEvent.click(within(screen.getByRole('grid')).getAllByRole('row')[1] as HTMLElement);
    await shown.settle();
    expect(panel().getByRole('heading', { name: 'Changed the settings' })).toBeTruthy();
    const changed = panel().getByText('What changed').closest('section') as HTMLElement;
    expect(changed.textContent).toContain('Before Corner ShopAfter Corner');
    expect(changed.textContent).toContain('Before £0.00After £0.05');
    expect(panel().getByText('Till 1')).toBeTruthy();
    await click('Everything Olga Owner did');
    expect(chips()).toEqual(['Olga Owner']);
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('says of a refusal why, in the sentence that was shown', async () => {
    await withCarla();
    const discount = { kind: 'percent', rate: percent(40) } as const;
    await test.refused('orders.place', counterSale([line(flatWhite, 1, 350, { discount })]), second);
    await open('');
    fireEvent.click(within(screen.getByRole('grid')).getAllByRole('row')[1] as HTMLElement);
    await shown.settle();
    expect(panel().getByRole('heading', { name: 'Tried to place an order' })).toBeTruthy();
    expect(panel().getByRole('alert').textContent).toContain('You may take off up to 10%');
    await click('Every refusal for this reason');
    expect(chips().some((chip) => chip?.startsWith('Refused:'))).toBe(true);
    expect(rows()).toHaveLength(1);
  });

  it('opens an entry by its number, and says of one that is none', async () => {
    await open('?entry=99999');
    expect(screen.getByText('There is no such entry')).toBeTruthy();
  });

  it('saves what is shown, for whoever may save lists', async () => {
    await sell();
    await open('?group=sales');
    await click('Save as CSV');
    expect(test.desktop.saved.length).toBe(1);
    expect(screen.getByText(/^1 entry saved in /)).toBeTruthy();
  });
});

describe('what to look at twice', () => {
  it('counts by what happened and by person, and shows what is behind a figure', async () => {
    const carla = await withCarla();
    const discount = { kind: 'percent', rate: percent(50) } as const;
    await test.ask('orders.place', counterSale([line(flatWhite, 2, 350, { discount })]));
    await test.ask('orders.place', counterSale([line(flatWhite, 1, 300, { priceOverridden: true })]));
    await test.refused('session.signIn', { staffId: carla, pin: '111222' }, third);
    await open('?part=exceptions&range=today');
    const table = screen.getByRole('table');
    const heads = within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent);
    expect(heads[0]).toBe('What happened');
    expect(heads[1]).toBe('Everybody');
    expect(heads).toContain('Olga Owner');
    expect(within(table).queryByText('Refunds')).toBeNull();
    expect(screen.getByText(/^Did not happen: .*Refunds/)).toBeTruthy();
    await click('Large discounts, Olga Owner: 1 £3.50');
    expect(panel().getByRole('link', { name: 'Order 1' }).getAttribute('href')).toBe('#/orders/1');
    expect(panel().getByText(/50% off/)).toBeTruthy();
    await click(/^Prices changed while selling, Everybody/);
    expect(panel().getByRole('link', { name: 'Order 2' })).toBeTruthy();
    expect(panel().getByText(/Olga Owner/)).toBeTruthy();
  });

  it('says that nothing stands out', async () => {
    await sell();
    await open('?part=exceptions');
    expect(screen.getByText('Nothing to look at twice')).toBeTruthy();
  });

  it('looks at no more days together than main does', async () => {
    await open('?part=exceptions&range=custom&from=2020-01-01&to=2026-11-22');
    expect(screen.getByText(/At most 400 days/)).toBeTruthy();
  });
});

describe('the checks', () => {
  it('say before the first what one does, then how it came out', async () => {
    await sell();
    await open('?part=checks');
    expect(screen.getByText('Nothing was checked yet')).toBeTruthy();
    await click('Verify now');
    expect(screen.getByText('Everything is as Orderlla wrote it')).toBeTruthy();
    expect(screen.getByText(/^\d+ entries and 1 order checked, with .* rows/)).toBeTruthy();
    expect(screen.getByText('By Olga Owner, 22 Nov 2026, 11:30.')).toBeTruthy();
    expect(screen.getByText('No open findings')).toBeTruthy();
  });
});

describe('findings', () => {
  it('name the order that was edited with a plain SQLite tool, and go with a note', async () => {
    await sell();
    await sell();
    await edit('PRAGMA ignore_check_constraints = ON; UPDATE orders SET total = total - 100 WHERE id = 2');
    await open('?part=checks');
    await click('Verify now');
    const findings = within(screen.getByRole('list', { name: 'Findings' }));
    expect(findings.getByText('Order 2 says something else than when Orderlla wrote it')).toBeTruthy();
    expect(findings.queryByText(/^Order 1 /)).toBeNull();
    expect(findings.getByRole('link', { name: 'Order 2' }).getAttribute('href')).toBe('#/orders/2');
    const count = (await test.ask('audit.state', {})).openFindings;
    expect(count).toBeGreaterThan(0);
    expect(screen.getByRole('tab', { name: `Checks ${count}` })).toBeTruthy();
    await click('Acknowledge: Order 2 says something else than when Orderlla wrote it');
    const dialog = within(screen.getByRole('dialog'));
    const form = dialog.getByRole('button', { name: 'Acknowledge' }).closest('form') as HTMLFormElement;
    fireEvent.submit(form);
    expect(dialog.getByText(/Write what you found out/)).toBeTruthy();
    await type('What you found out', 'The accountant tried it on a copy.');
    fireEvent.submit(form);
    await shown.settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((await test.ask('audit.state', {})).openFindings).toBe(count - 1);
    fireEvent.click(screen.getByRole('radio', { name: 'All' }));
    await shown.settle();
    expect(screen.getByText('The accountant tried it on a copy.')).toBeTruthy();
    expect(screen.getByText('Acknowledged by Olga Owner, 22 Nov 2026, 11:30')).toBeTruthy();
  });
});

/** Closes the application, changes its file as anybody could, and opens it again. */
async function edit(statement: string): Promise<void> {
  const { folder } = test;
  await test.app.close();
  const file = new Database(join(folder, 'shop.db'));
  file.exec(statement);
  file.close();
  test = Object.assign(createTestApp({ folder }), { folder });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
}

describe('who has no right to export', () => {
  it('reads the log and is told who can save it', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '730184' });
    await test.ask('staff.setPassword', { staffId, password: ownerPassword });
    await test.ask('session.signIn', { staffId, password: ownerPassword }, second);
    await open('', second);
    expect(rows().length).toBeGreaterThan(1);
    await click('Save as CSV');
    expect(screen.getByText(/Your role does not save lists as files/)).toBeTruthy();
    expect(test.desktop.saved.length).toBe(0);
  });
});
