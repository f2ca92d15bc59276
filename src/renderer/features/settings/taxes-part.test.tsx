import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { addDays, calendarDate } from '../../../shared/domain/calendar.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { SettingsScreen } from './settings-screen.tsx';

const today = calendarDate(20261122);
const rates = (perCent: number) => [{ name: 'VAT', rate: percent(perCent) }];

let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

async function show() {
  shown = await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=taxes' });
  await shown.settle();
}
async function press(name: string | RegExp, within_: HTMLElement = document.body) {
  act(() => fireEvent.click(within(within_).getByRole('button', { name })));
  await shown.settle();
}
async function choose(menu: string, item: string | RegExp) {
  const trigger = screen.getByRole('button', { name: menu });
  act(() => {
    fireEvent.keyDown(trigger, { key: 'ArrowDown' });
    fireEvent.keyUp(trigger, { key: 'ArrowDown' });
  });
  await shown.settle();
  act(() => fireEvent.click(screen.getByRole('menuitem', { name: item })));
  await shown.settle();
}
const type = (label: string, value: string) =>
  act(() => fireEvent.change(screen.getByLabelText(label), { target: { value } }));
const dialog = () => screen.getByRole('dialog');
const timeline = (name: string) => screen.getByRole('list', { name: `Rates of ${name} over time` });
const change = (startDate: number, perCent: number, revision: number) =>
  test.ask('taxes.setRates', {
    taxClassId: 1,
    revision,
    startDate: startDate as never,
    rates: rates(perCent),
  });

describe('the taxes of the settings', () => {
  it('show rates over time and what an item costs today and at the next change', async () => {
    await change(addDays(today, 40), 25, 0);
    await show();
    expect(timeline('Standard').textContent).toMatch(
      /From the beginning.*Now.*VAT 20%.*1 Jan 2027.*Planned.*VAT 25%/,
    );
    const table = screen.getByRole('table', { name: /What an item of £100.00 costs in the class Standard/ });
    expect(table.textContent).toContain('Before tax83.3380.00');
    expect(table.textContent).toContain('VAT16.6720.00');
    act(() => fireEvent.click(screen.getByRole('radio', { name: /^Tax is added at the till/ })));
    expect(table.textContent).toContain('Customer pays120.00125.00');
  });

  it('enter new rates and say that orders keep theirs', async () => {
    await show();
    await press('Change rates of Standard');
    expect(dialog().textContent).toContain('Orders that were placed today keep the taxes');
    type('Rate of tax 1', '25');
    await press('Add a tax');
    await press('Save rates');
    expect(screen.getByText('Give the tax a name.')).toBeTruthy();
    type('Tax 2', 'vat');
    type('Rate of tax 2', '1');
    expect(screen.getByText('There is a tax of this name above.')).toBeTruthy();
    type('Tax 2', 'Levy');
    expect(dialog().textContent).toContain('£20.63 tax, and the customer pays £100.00');
    await press('Save rates');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(timeline('Standard').textContent).toMatch(/22 Nov 2026.*Now.*Levy 1% \+ VAT 25%/);
  });

  it('show what somebody else saved meanwhile before anything is saved over it', async () => {
    await show();
    await press('Change rates of Standard');
    type('Rate of tax 1', '30');
    await act(() => change(today, 25, 0));
    await shown.settle();
    expect(dialog().textContent).toContain('It is called Standard now and bears VAT 25%.');
    await press('Save rates');
    expect((await test.ask('shop.taxClasses', {}))[0]?.rates).toEqual(rates(25));
    await press('Save mine over theirs');
    await press('Save rates');
    expect((await test.ask('shop.taxClasses', {}))[0]?.rates).toEqual(rates(30));
  });

  it('take a planned change back, and never one that started', async () => {
    await change(addDays(today, 9), 25, 0);
    await show();
    expect(screen.getAllByRole('button', { name: /^Take back the change from/ })).toHaveLength(1);
    await press('Take back the change from 1 Dec 2026');
    expect(dialog().textContent).toContain('it goes on with VAT 20%');
    await press('Take back the change', dialog());
    expect(timeline('Standard').textContent).not.toContain('VAT 25%');
  });

  it('say what becomes of prices before they mean something else', async () => {
    await show();
    act(() => fireEvent.click(screen.getByRole('radio', { name: /^Tax is added at the till/ })));
    await press('Save changes');
    const asked = screen.getByRole('alertdialog', { name: 'Change what prices mean' });
    expect(asked.textContent).toContain('the customer pays £100.00 for it now, and £120.00 afterwards');
    await press('Leave it as it is', asked);
    expect((await test.ask('setup.state', {})).shop?.pricesIncludeTax).toBe(true);
    await press('Save changes');
    await press('Add tax at the till');
    expect((await test.ask('setup.state', {})).shop?.pricesIncludeTax).toBe(false);
  });

  it('put a class aside once it is said where its products go', async () => {
    await show();
    await press('Add tax class');
    type('Name of the class', 'standard');
    type('Rate of tax 1', '5');
    await press('Add tax class', dialog());
    expect(
      screen.getByText('There is a tax class called Standard already. Choose another name.'),
    ).toBeTruthy();
    type('Name of the class', 'Reduced');
    await press('Add tax class', dialog());
    const product = addProduct(test, { taxClassId: 3 });
    await act(() => test.ask('taxes.rename', { taxClassId: 3, revision: 0, name: 'Low' }));
    await shown.settle();
    await choose('More for Low', 'Put class aside');
    expect(dialog().textContent).toContain('1 product bears it');
    await press('Put class aside', dialog());
    expect(screen.getByText('Choose the class they move to.')).toBeTruthy();
    expect((await test.ask('catalog.tiles', { productIds: [product] }))[0]?.taxes).toEqual(rates(5));
  });
});
