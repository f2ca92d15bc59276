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
const shop = async () => (await test.ask('setup.state', {})).shop;

describe('settings', () => {
  it('saves one section and leaves the others as they are typed', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=shop' });
    type('Shop name', 'Harbour & Hearth');
    type(/^Under the shop’s name/, 'VAT 123');
    const saves = screen.getAllByRole<HTMLButtonElement>('button', { name: 'Save changes' });
    expect(saves.map((save) => save.disabled)).toEqual([false, false, true]);
    fireEvent.click(saves[0]!);
    await settle();
    expect(await shop()).toMatchObject({ name: 'Harbour & Hearth', receiptHeader: '' });
    expect(screen.getByText('The shop’s settings are saved.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Under the shop’s name/).value).toBe('VAT 123');
  });

  it('keeps what is not saved while tabs change, and asks before the screen is left', async () => {
    await renderWithApp(<SettingsScreen />, test, { at: '#/settings?part=shop' });
    type('Shop name', 'Half typed');
    fireEvent.click(screen.getByRole('tab', { name: 'This computer' }));
    fireEvent.click(screen.getByRole('tab', { name: /^Shop/ }));
    expect(screen.getByLabelText<HTMLInputElement>('Shop name').value).toBe('Half typed');
    const leave = () => act(() => navigate('/orders'));
    leave();
    const dialog = screen.getByRole('alertdialog', { name: 'Leave without saving' });
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
    fireEvent.click(screen.getAllByRole('button', { name: 'Save changes' })[0]!);
    expect(screen.getByText('The shop needs a name.')).toBeTruthy();
    press('Undo changes');
    expect(screen.getByLabelText<HTMLInputElement>('Shop name').value).toBe('Corner Shop');
  });

  it('takes over the look of this computer at once', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings' });
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    await settle();
    expect(test.desktop.machine.get().theme).toBe('dark');
  });

  it('prints a test page, and says when the printer did not take it', async () => {
    const { settle } = await renderWithApp(<SettingsScreen />, test, { at: '#/settings' });
    press('Print a test page');
    await settle();
    expect(test.desktop.printed).toHaveLength(1);
    test.desktop.printerTrouble = 'The printer is out of paper.';
    press('Print a test page');
    await settle();
    expect(screen.getByText('Nothing was printed: The printer is out of paper.')).toBeTruthy();
  });
});
