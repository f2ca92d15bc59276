import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { pngFile } from '../../../../test/support/pictures.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import * as encoding from '../../ui/encode-picture.ts';
import { SettingsScreen } from './settings-screen.tsx';
import { ZoneJump } from './zone-jump.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

const show = async (part: string) => {
  const shown = await renderWithApp(<SettingsScreen />, test, { at: `#/settings?part=${part}` });
  await shown.settle();
  return shown;
};
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const shop = async () => (await test.ask('setup.state', {})).shop;

describe('the shop', () => {
  it('says who it is, by the name that its country has for a tax number', async () => {
    const { settle } = await show('shop');
    type(/^Legal name/, 'Corner Trading Ltd');
    type(/^E-mail/, 'corner.example');
    type(/^VAT number/, 'GB 1');
    press('Save changes');
    expect(screen.getByText(/^An e-mail address has an @ in it/)).toBeTruthy();
    type(/^E-mail/, 'hello@corner.example');
    press('Save changes');
    await settle();
    expect(await shop()).toMatchObject({
      legalName: 'Corner Trading Ltd',
      email: 'hello@corner.example',
      taxNumber: 'GB 1',
    });
  });

  it('shows what somebody else saved before it is written over', async () => {
    const { settle } = await show('shop');
    type('Shop name', 'Mine');
    await act(() => test.ask('shop.update', { name: 'Theirs' }));
    await settle();
    const warning = screen.getByRole('alert');
    expect(warning.textContent).toContain('Shop name Theirs');
    press('Take theirs');
    expect(screen.getByLabelText<HTMLInputElement>('Shop name').value).toBe('Theirs');
  });

  it('takes a logo and lets it go', async () => {
    // The test window decodes no pictures; main reads the bytes all the same.
    const picture = new Blob([pngFile() as Uint8Array<ArrayBuffer>], { type: 'image/png' });
    const encode = vi.spyOn(encoding, 'encodePicture').mockResolvedValue({ ok: true, picture });
    const { settle } = await show('shop');
    const group = screen.getByRole('group', { name: 'Logo' });
    expect(within(group).getByText('No logo yet')).toBeTruthy();
    const drop = () =>
      fireEvent.drop(group, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'logo.png')] } });
    drop();
    await settle();
    expect((await shop())?.logoPictureId).toBeGreaterThan(0);
    expect(group.querySelector('img')?.getAttribute('src')).toMatch(/^app:\/\/img\/\d+$/);
    encode.mockResolvedValue({ ok: false, problem: 'picture-not-supported' });
    drop();
    await settle();
    expect(screen.getByText('This is not a PNG, JPEG or WebP picture.')).toBeTruthy();
    press('Remove the logo');
    await settle();
    expect((await shop())?.logoPictureId).toBeNull();
  });

  it('says before it is saved that the business date would jump', async () => {
    const { settle } = await renderWithApp(<ZoneJump timeZone="Pacific/Kiritimati" />, test);
    await settle();
    expect(screen.getByText(/^There it is 23 November 2026 now, and here 22 November 2026/)).toBeTruthy();
    cleanup();
    const paris = await renderWithApp(<ZoneJump timeZone="Europe/Paris" />, test);
    await paris.settle();
    expect(screen.queryByText(/^There it is/)).toBeNull();
  });

  it('changes nothing when the place is saved as it was', async () => {
    const { settle } = await show('shop');
    press('Change the place');
    const dialog = screen.getByRole('dialog', { name: 'Change the country and the time zone' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save the place' }));
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await shop()).toMatchObject({ country: 'GB', locale: 'en-GB', timeZone: 'Europe/London' });
  });
});

describe('receipts and papers', () => {
  const paper = (name = 'Receipt') => screen.getByRole('article', { name });

  it('show the paper as it will be, while one types and ticks', async () => {
    const { settle } = await show('receipts');
    expect(paper().textContent).toContain('Example, not a sale');
    type(/^Under the shop’s name/, 'Open every day');
    expect(paper().textContent).toContain('Open every day');
    expect(paper().textContent).toContain('Served byOlga Owner');
    fireEvent.click(screen.getByRole('checkbox', { name: /^Who served/ }));
    expect(paper().textContent).not.toContain('Served by');
    fireEvent.click(screen.getByRole('radio', { name: '58 mm roll' }));
    expect(paper().dataset.paper).toBe('58mm');
    fireEvent.click(screen.getByRole('radio', { name: 'Right to left' }));
    expect(paper().dir).toBe('rtl');
    expect(await shop()).toMatchObject({ receiptHeader: '', receiptPaper: '80mm' });
    press('Save changes');
    await settle();
    expect(await shop()).toMatchObject({
      receiptHeader: 'Open every day',
      receiptShowsCashier: false,
      receiptPaper: '58mm',
      paperDirection: 'rtl',
    });
  });

  it('print the example as it is saved', async () => {
    const { settle } = await show('receipts');
    press('Print this example');
    await settle();
    expect(test.desktop.printed.at(-1)?.document.paper).toBe('80mm');
    fireEvent.click(screen.getByRole('radio', { name: 'Invoice' }));
    expect(paper('Invoice').dataset.paper).toBe('a4');
    type(/^At the end/, 'Thanks');
    press('Print this example');
    await settle();
    expect(test.desktop.printed).toHaveLength(1);
    expect(screen.getByText('Save first: the printer gets what is saved.')).toBeTruthy();
  });
});

describe('numbering', () => {
  const next = (term: string) => screen.getByText(term).parentElement?.querySelector('dd')?.textContent;

  it('shows the next numbers while one types, and saves them', async () => {
    const { settle } = await show('numbering');
    expect(next('Next invoice')).toBe('1');
    type(/^Before the invoice’s number/, 'INV-{year}-');
    type(/^Digits of the invoice’s number/, '4');
    type(/^Before the order’s number/, 'R-');
    fireEvent.click(screen.getByRole('switch', { name: /^Begin at 1 again/ }));
    await settle();
    expect([next('Next order'), next('Next invoice'), next('First of the next year')]).toEqual([
      'R-1',
      'INV-2026-0001',
      'INV-2027-0001',
    ]);
    press('Save changes');
    await settle();
    expect(await test.ask('shop.numbering', {})).toMatchObject({
      invoicePrefix: 'INV-{year}-',
      invoiceYearly: true,
      orderPrefix: 'R-',
    });
    expect(screen.getByText('The numbering is saved. It holds for papers from now on.')).toBeTruthy();
  });

  it('refuses beside its field what would give a number twice', async () => {
    await show('numbering');
    type(/^Before the invoice’s number/, 'INV2026');
    press('Save changes');
    expect(screen.getByText(/^End it with a letter or a sign/)).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: /^Begin at 1 again/ }));
    type(/^Before the invoice’s number/, 'INV-');
    expect(screen.getByText('Put {year} in braces into it: each year begins again.')).toBeTruthy();
    expect(await test.ask('shop.numbering', {})).toMatchObject({ invoicePrefix: '', invoiceYearly: false });
  });

  it('asks what to begin with only until the first invoice', async () => {
    const sale = counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })]);
    const { orderId } = await test.ask('orders.place', sale);
    const { settle } = await show('numbering');
    expect(screen.getByLabelText(/^First number/)).toBeTruthy();
    await act(() => test.ask('documents.print', { kind: 'invoice', orderId }));
    await settle();
    expect(screen.queryByLabelText(/^First number/)).toBeNull();
    expect(screen.getByText('The last invoice is 1. The next one follows it.')).toBeTruthy();
  });
});

describe('this computer', () => {
  it('tells where the shop file is, and moves it once that was understood', async () => {
    const { settle } = await show('computer');
    expect(screen.getByText('/shops/shop.db')).toBeTruthy();
    press('Move to another folder…');
    await settle();
    const dialog = screen.getByRole('dialog', { name: 'Move the shop file' });
    expect(within(dialog).getByText('/new/shop.db')).toBeTruthy();
    expect(within(dialog).getByText(/^A program copies this folder to the cloud/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Move the shop file' }));
    await settle();
    expect(test.desktop.shopFile.begun).toEqual(['move']);
  });

  it('shows which shop a file holds before it is opened', async () => {
    const { settle } = await show('computer');
    press('Open another shop…');
    await settle();
    const dialog = screen.getByRole('dialog', { name: 'Open another shop' });
    expect(within(dialog).getByText('7 orders')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Open Other shop' }));
    await settle();
    expect(test.desktop.shopFile.begun).toEqual(['open']);
  });

  it('opens its window as it is told to', async () => {
    const { settle } = await show('computer');
    fireEvent.click(screen.getByRole('radio', { name: 'Full screen' }));
    await settle();
    expect(test.desktop.machine.get().windowAtStart).toBe('full-screen');
  });

  it('says nothing of the shop file to a cashier, who may still choose a printer', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' });
    await show('computer');
    expect(screen.queryByText('/shops/shop.db')).toBeNull();
    expect(screen.getByRole('button', { name: /Receipt printer/ })).toBeTruthy();
  });
});
