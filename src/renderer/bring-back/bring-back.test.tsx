import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, createTestApp, type TestApp } from '../../../test/support/create-test-app.ts';
import { chosenBackupToken, chosenFile } from '../../../test/support/fake-restore.ts';
import { renderWithApp } from '../../../test/support/render-with-app.tsx';
import { BringBack } from './bring-back.tsx';

let test: TestApp;
afterEach(async () => {
  cleanup();
  await test.close();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function chosen(): Promise<HTMLElement> {
  press('Bring a shop back from a file…');
  return screen.findByRole('dialog', { name: 'Bring a shop back from a file' });
}

describe('a shop that is brought back at the first start', () => {
  beforeEach(async () => {
    test = await createTestApp();
    await renderWithApp(<BringBack at="first" />, test);
  });

  it('is shown first, and asks for the recovery code where it is of another computer', async () => {
    test.desktop.restore.chosen = { ...chosenFile, needsRecoveryCode: true };
    const dialog = await chosen();
    expect(dialog.textContent).toContain('Corner Shop');
    expect(dialog.textContent).toContain('/stick/shop.db');
    press('Bring this shop back');
    expect(dialog.textContent).toContain('Type the recovery code first.');
    expect(test.desktop.restore.begun).toEqual([]);
    fireEvent.change(within(dialog).getByLabelText(/^Recovery code of that shop/u), {
      target: { value: 'ABCD-EFGH' },
    });
    press('Bring this shop back');
    expect(await screen.findByText('The shop opens now.')).toBeTruthy();
    expect(test.desktop.restore.begun).toMatchObject([{ recoveryCode: 'ABCD-EFGH', isFirst: true, by: '' }]);
  });

  it('says what was found in a CSV backup from which no shop can be made', async () => {
    const found = 'Orders, line 2 of orders.csv: “total” cannot be less than 0.';
    test.desktop.restore.chosen = { ...chosenFile, kind: 'csv', problem: 'damaged', facts: null, found };
    const dialog = await chosen();
    expect(within(dialog).getByRole('alert').textContent).toContain(`What was found: ${found}`);
    expect(within(dialog).queryByRole('button', { name: 'Bring this shop back' })).toBeNull();
  });

  it('is opened with its passphrase where it is encrypted', async () => {
    test.desktop.restore.chosen = { ...chosenFile, kind: 'encrypted', facts: null };
    const dialog = await chosen();
    fireEvent.change(within(dialog).getByLabelText(/^Passphrase of this backup/u), {
      target: { value: 'larch' },
    });
    press('Open the backup');
    expect(await within(dialog).findByText('Corner Shop')).toBeTruthy();
    press('Bring this shop back');
    expect(await screen.findByText('The shop opens now.')).toBeTruthy();
  });

  it('stops being looked through where the person wants it, and nothing is shown', async () => {
    test.desktop.restore.choose = ({ onProgress, signal }) =>
      new Promise((_resolve, reject) => {
        setTimeout(() => onProgress({ done: 1, total: 4 }), 100);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    press('Bring a shop back from a file…');
    expect(await screen.findByText('25%')).toBeTruthy();
    press('Stop');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is refused in words', async () => {
    test.desktop.restore.chosen = { ...chosenFile, token: '', problem: 'newer', facts: null };
    const dialog = await chosen();
    expect(within(dialog).getByRole('alert').textContent).toContain('newer Orderlla');
    expect(within(dialog).queryByRole('button', { name: 'Bring this shop back' })).toBeNull();
  });
});

describe('a shop that is brought back over another', () => {
  it('says that the one from before is kept', async () => {
    test = await createOpenShop();
    await renderWithApp(<BringBack at="shop" />, test);
    const dialog = await chosen();
    expect(dialog.textContent).toContain('kept for 30 days');
    press('Bring this shop back');
    expect(await screen.findByText('The shop opens now.')).toBeTruthy();
    const source = { from: 'file', token: chosenBackupToken };
    expect(test.desktop.restore.begun).toMatchObject([{ source, isFirst: false }]);
  });
});
