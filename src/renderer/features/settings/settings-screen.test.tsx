import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { navigate } from '../../ui/router.ts';
import { SettingsScreen } from './settings-screen.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const open = (name: string | RegExp) => fireEvent.click(screen.getByRole('link', { name }));
const shop = async () => (await test.ask('setup.state', {})).shop;

describe('settings', () => {
  it('saves one part and leaves the others as they are typed', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=receipts' });
    type(/^Under the shop’s name/, 'VAT 123');
    open('Shop');
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
    type('Shop name', 'Harbour & Hearth');
    press('Save changes');
    await settle();
    expect(await shop()).toMatchObject({ name: 'Harbour & Hearth', receiptHeader: '' });
    expect(screen.getByText('The shop’s settings are saved.')).toBeTruthy();
    open(/^Receipts and papers/);
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Under the shop’s name/).value).toBe('VAT 123');
  });

  it('marks parts with something unsaved, and asks before the screen is left', async () => {
    await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=shop' });
    type('Shop name', 'Half typed');
    open('This computer');
    expect(screen.getByRole('link', { name: 'Shop Not saved yet' })).toBeTruthy();
    const leave = () => act(() => navigate('/orders'));
    leave();
    const dialog = screen.getByRole('alertdialog', { name: 'Leave without saving' });
    expect(
      within(dialog).getByText('The changes under Shop were not saved. Leaving forgets them.'),
    ).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Stay here' }));
    expect(window.location.hash).toContain('/settings');
    leave();
    const again = screen.getByRole('alertdialog', { name: 'Leave without saving' });
    fireEvent.click(within(again).getByRole('button', { name: 'Leave without saving' }));
    expect(window.location.hash).toBe('#/orders');
  });

  it('refuses an empty name beside its field', async () => {
    await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=shop' });
    type('Shop name', '  ');
    press('Save changes');
    expect(screen.getByText('The shop needs a name.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Shop name'));
    press('Undo changes');
    expect(screen.getByLabelText<HTMLInputElement>('Shop name').value).toBe('Corner Shop');
  });

  it('never writes over what somebody else saved meanwhile without being told so', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=shop' });
    type('Shop name', 'Mine');
    await act(() => test.ask('shop.update', { name: 'Theirs', phone: '555-0100' }));
    await settle();
    expect(screen.getByText('Somebody else saved this meanwhile')).toBeTruthy();
    press('Save changes');
    await settle();
    expect(await shop()).toMatchObject({ name: 'Theirs' });
    expect(screen.getByText(/^Somebody else changed this meanwhile, so nothing was saved/)).toBeTruthy();
    press('Keep mine');
    press('Save changes');
    await settle();
    expect(await shop()).toMatchObject({ name: 'Mine', phone: '555-0100' });
  });

  it('finds a setting by its words and puts the cursor there', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings' });
    const search = screen.getByRole('searchbox', { name: 'Find a setting' });
    fireEvent.change(search, { target: { value: 'zzz' } });
    expect(screen.getByText('No setting is called “zzz”.')).toBeTruthy();
    fireEvent.change(search, { target: { value: 'at the end' } });
    fireEvent.click(screen.getByRole('button', { name: /^At the end/ }));
    await settle();
    expect(window.location.hash).toBe('#/settings?part=receipts');
    expect(document.activeElement).toBe(screen.getByLabelText(/^At the end/));
  });

  it('finds what is set among the backups, for whoever may see them', async () => {
    await renderWithApp(<SettingsScreen />, test, { at: '#/settings' });
    const search = screen.getByRole('searchbox', { name: 'Find a setting' });
    fireEvent.change(search, { target: { value: 'second place' } });
    const found = screen.getByRole('link', { name: /^Second place/ });
    expect(found.getAttribute('href')).toBe('#/backups?part=places');
    fireEvent.change(search, { target: { value: 'backups' } });
    expect(screen.getAllByRole('link', { name: /Backups/ }).length).toBeGreaterThan(3);
  });

  it('shows only this computer to who may change nothing else', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' });
    await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=shop' });
    expect(screen.queryByRole('link', { name: 'Shop' })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Dark' })).toBeTruthy();
  });

  it('takes over the look of this computer at once', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=computer' });
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    await settle();
    expect(test.desktop.machine.get().theme).toBe('dark');
  });

  it('prints a test page, and says when the printer did not take it', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=computer' });
    press('Print a test page');
    await settle();
    expect(test.desktop.printed).toHaveLength(1);
    test.desktop.printerTrouble = 'The printer is out of paper.';
    press('Print a test page');
    await settle();
    expect(screen.getByText('Nothing was printed: The printer is out of paper.')).toBeTruthy();
  });
});
