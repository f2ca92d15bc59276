import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createOpenShop,
  createTestApp,
  openShopInput,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../test/support/create-test-app.ts';
import { renderWithApp } from '../../test/support/render-with-app.tsx';
import { App } from './app.tsx';

let test: TestApp;
afterEach(async () => {
  cleanup();
  await test.close();
});

const day = 24 * 60 * 60_000;
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const enterPin = (pin: string) => {
  for (const digit of pin) fireEvent.click(screen.getByRole('button', { name: digit }));
};

describe('the window', () => {
  it('leads from nothing to an open till', async () => {
    test = createTestApp();
    const { settle } = await renderWithApp(<App />, test, { whole: true });
    press('Continue');
    expect(screen.getByText('The shop needs a name.')).toBeTruthy();
    type('Shop name', 'Corner Shop');
    press('Continue');
    // Country, money and tax are suggested from this computer.
    press('Continue');
    type('Your name', 'Olga Owner');
    type('Password', 'password1');
    press('Open the shop');
    expect(screen.getByText(/One of the first that anybody would guess/)).toBeTruthy();
    type('Password', ownerPassword);
    enterPin('123456');
    expect(screen.getByText(/Easy to guess/)).toBeTruthy();
    enterPin(ownerPin);
    enterPin('482914');
    expect(screen.getByText(/were not the same/)).toBeTruthy();
    enterPin(ownerPin);
    enterPin(ownerPin);
    press('Open the shop');
    await settle();
    expect(screen.getByRole('heading', { name: 'Keep this code on paper' })).toBeTruthy();
    press('Continue');
    expect(screen.getByText('Print the code or write it down, then say so above.')).toBeTruthy();
    press('Print the code');
    await settle();
    expect(test.desktop.printed).toHaveLength(1);
    fireEvent.click(screen.getByRole('checkbox'));
    press('Continue');
    press(/^Start empty/);
    await settle();
    expect(screen.getByRole('navigation', { name: 'Screens' })).toBeTruthy();
    expect(document.body.dataset.app).toBe('ready');
    expect(await test.ask('setup.state', {})).toMatchObject({ shop: { name: 'Corner Shop' } });
  });

  it('keeps what was typed when somebody goes back', async () => {
    test = createTestApp();
    await renderWithApp(<App />, test, { whole: true });
    type('Shop name', 'Corner Shop');
    press('Continue');
    press('Continue');
    type('Your name', 'Olga Owner');
    press('Back');
    press('Back');
    expect(screen.getByLabelText<HTMLInputElement>('Shop name').value).toBe('Corner Shop');
    press('Continue');
    press('Continue');
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Olga Owner');
  });

  it('locks, and lets the owner back in by PIN, on a new day by password first', async () => {
    test = await createOpenShop();
    const { settle } = await renderWithApp(<App />, test, { whole: true, at: '#/settings' });
    press('Lock');
    await settle();
    // One person works here: straight to the PIN.
    enterPin(ownerPin);
    await settle();
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    press('Lock');
    await settle();
    cleanup();
    test.now += day;
    const next = await renderWithApp(<App />, test, { whole: true, at: '#/settings' });
    expect(screen.getByText(/first sign-in of the day/)).toBeTruthy();
    type('Password', 'wrong-password');
    press('Sign in');
    await next.settle();
    expect(screen.getByText('That is not the right password.')).toBeTruthy();
    type('Password', ownerPassword);
    press('Sign in');
    await next.settle();
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
  });

  it('counts down a wait after too many wrong PINs', async () => {
    test = await createOpenShop();
    await test.ask('session.lock', {});
    const { settle } = await renderWithApp(<App />, test, { whole: true });
    for (let guess = 0; guess < 5; guess += 1) {
      enterPin('111211');
      await settle();
      expect(screen.getByText('That is not the right PIN.')).toBeTruthy();
    }
    enterPin('111211');
    await settle();
    expect(screen.getByText(/^Wait \d+ seconds, then try again$/)).toBeTruthy();
    enterPin(ownerPin);
    await settle();
    expect(await test.ask('session.current', {})).toBeNull();
  });

  it('brings the owner back with the recovery code, and shows the next one before anything else', async () => {
    test = createTestApp();
    const { recoveryCode } = await test.ask('setup.openShop', openShopInput);
    await test.ask('session.lock', {});
    const { settle } = await renderWithApp(<App />, test, { whole: true, at: '#/settings' });
    press('Forgot the password?');
    type('Recovery code', recoveryCode.toLowerCase().replaceAll('-', ' '));
    type('New password', 'heron-quay-candle');
    enterPin('739154');
    enterPin('739154');
    press('Set password and PIN');
    await settle();
    expect(screen.getByRole('heading', { name: 'You are back in' })).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox'));
    press('Continue to the till');
    await settle();
    expect(screen.getByRole('navigation', { name: 'Screens' })).toBeTruthy();
  });

  it('brings whoever comes back to where they were, and somebody else to their own first screen', async () => {
    test = await createOpenShop();
    await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '739154' });
    const { settle } = await renderWithApp(<App />, test, { whole: true, at: '#/settings?part=staff' });
    const signIn = async (name: RegExp, pin: string) => {
      press('Lock');
      await settle();
      press(name);
      enterPin(pin);
      await settle();
    };
    await signIn(/^Olga/, ownerPin);
    expect(window.location.hash).toBe('#/settings?part=staff');
    await signIn(/^Vera/, '739154');
    expect(window.location.hash).toBe('#/orders');
  });

  it('shows only the screens a role may see, and says who can help on another', async () => {
    test = await createOpenShop();
    const { staffId } = await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '739154' });
    await test.ask('session.lock', {});
    await test.ask('session.signIn', { staffId, pin: '739154' });
    await renderWithApp(<App />, test, { whole: true, at: '#/sell' });
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    const rail = [
      '#/orders',
      '#/products',
      '#/stock',
      '#/customers',
      '#/dashboard',
      '#/reports',
      '#/settings',
    ];
    // The timer stands in the status line.
    expect(links).toEqual([...rail, '#/timer']);
    expect(screen.getByRole('heading', { name: 'Your role does not show this' })).toBeTruthy();
  });
});
