import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeEveryDay } from '../../../../test/model/expect-reports.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, ownerPassword, type TestApp } from '../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../test/support/eventful-shop.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { SettingsScreen } from './settings-screen.tsx';

const day = 86_400_000;
const viewer: Caller = { kind: 'window', windowId: 3 };

let test: TestApp;
let shown: RenderedApp;
let viewerId: number;
beforeEach(async () => {
  test = await eventfulShop();
  await test.ask('session.confirmPassword', { password: ownerPassword });
  viewerId = (await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '730184' })).staffId;
  test.now += 3 * day;
  await closeEveryDay(test);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

async function show(options: Parameters<typeof renderWithApp>[2] = {}): Promise<void> {
  shown = await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=figures', ...options });
  await shown.settle();
}
const press = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await shown.settle();
};
const fact = (term: string) => screen.getByText(term).nextElementSibling?.textContent;
const damage = () => change(test, "UPDATE dayFigures SET amount = amount + 5 WHERE kind = 'sale'");

describe('the settings’ part about closed days', () => {
  it('says up to which day they are added up, and that they were checked and are right', async () => {
    await show();
    expect(fact('Added up through')).toBe('24 November 2026');
    expect(fact('Last checked')).toBe('Not yet');
    await press('Check closed days now');
    expect(screen.getByText(/closed days were checked. Every figure is what its orders say./)).toBeTruthy();
    expect(fact('Last checked')).toContain('up to 24 Nov 2026');
    expect(fact('How it came out')).toBe('Every figure is what its orders say');
  });

  it('lists what differs, and puts it right after saying that the shop waits', async () => {
    damage();
    await show();
    await press('Check closed days now');
    expect(screen.getByRole('alert').textContent).toContain(
      '1 figure of a closed day is not what its orders say',
    );
    const cells = within(screen.getByRole('grid', { name: 'What differs' })).getAllByRole('gridcell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['22 Nov 2026', 'Sales', '50.06', '50.01']);
    await press('Add up anew');
    expect(screen.getByRole('alertdialog').textContent).toContain(
      'Nothing can be sold or changed until it is done',
    );
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Add up anew' }));
    await shown.settle();
    expect(screen.getByText(/added up anew. 1 figure was put right./)).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
    expect(fact('How it came out')).toBe('Every figure is what its orders say');
    expect((await test.ask('reports.state', {})).differences).toBe(0);
  });

  it('offers to add up anew to nobody who may not change settings', async () => {
    damage();
    await test.ask('session.signIn', { staffId: viewerId, pin: '730184' }, viewer);
    await show({ caller: viewer });
    await press('Check closed days now');
    expect(screen.getByText('Ask the owner to have them added up anew here.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add up anew' })).toBeNull();
  });

  it('can be stopped, and has then kept nothing', async () => {
    // Four years take a while.
    test.now += 1500 * day;
    await closeEveryDay(test);
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Check closed days now' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    await shown.settle();
    expect(screen.getByText('Stopped. Nothing was changed.')).toBeTruthy();
    expect((await test.ask('reports.state', {})).provenAt).toBeNull();
    expect(screen.getByRole('button', { name: 'Check closed days now' })).toBeTruthy();
  });

  it('says so where no day is closed yet', async () => {
    await test.close();
    test = await createOpenShop();
    await show();
    expect(fact('Added up through')).toBe('No day yet');
    await press('Check closed days now');
    expect(screen.getByText('No day is closed yet, so there is nothing to check.')).toBeTruthy();
  });
});
