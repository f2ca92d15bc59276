import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { oneBackup } from '../../../../test/support/fake-backups.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { AppError } from '../../../shared/contract/errors.ts';
import { LookDialog } from './look-dialog.tsx';

let test: TestApp;
let closed: number;
beforeEach(async () => {
  test = await createOpenShop();
  addProduct(test, { name: 'Tea', stock: 5_000_000 });
  await test.ask('orders.place', counterSale([line(1, 2, 350)]));
  // The shop itself stands for the copy that is looked into.
  test.desktop.looks.inside = test.file.read;
  closed = 0;
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

const render = () =>
  renderWithApp(
    <LookDialog
      source={{ from: 'backup', name: oneBackup.name }}
      at={oneBackup.madeAt}
      onClose={() => {
        closed += 1;
      }}
    />,
    test,
  );
const button = (name: string) => screen.getByRole('button', { name });
const cells = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent));

describe('a look inside', () => {
  it('shows orders, products and customers as of then, and one order', async () => {
    const { settle } = await render();
    fireEvent.click(button('Look inside'));
    await settle();
    expect(
      screen.getByText(/This is a backup as of 22 Nov 2026, 11:00. Nothing can be changed/),
    ).toBeTruthy();
    await waitFor(() => expect(cells()).toHaveLength(1));
    expect(cells()[0]?.at(-1)).toBe('£7.00');
    fireEvent.click(within(screen.getByRole('grid')).getAllByRole('row')[1] as HTMLElement);
    const panel = await screen.findByRole('complementary');
    await within(panel).findByText(/× Tea/);
    fireEvent.click(screen.getByRole('tab', { name: 'Products' }));
    await settle();
    await waitFor(() => expect(cells()[0]?.[0]).toBe('Tea'));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'coffee' } });
    await screen.findByRole('heading', { name: 'Nothing in it fits that' });
    fireEvent.click(screen.getByRole('tab', { name: 'Customers' }));
    await screen.findByRole('heading', { name: 'No customers in it' });
    fireEvent.click(button('Close the backup'));
    await settle();
    expect([closed, test.desktop.looks.inside]).toEqual([1, null]);
  });

  it('says when it is over, and what to do', async () => {
    const { settle } = await render();
    test.desktop.looks.inside = null;
    fireEvent.click(button('Look inside'));
    await settle();
    await screen.findByText(/Looking into this backup is over/);
  });

  it('asks for the passphrase where the one in use does not open it', async () => {
    const { open } = test.desktop.looks;
    test.desktop.looks.open = (request, work) =>
      request.passphrase === 'right one'
        ? open(request, work)
        : Promise.reject(new AppError('wrong-passphrase'));
    const { settle } = await render();
    fireEvent.click(button('Look inside'));
    await settle();
    const field = screen.getByLabelText('Passphrase of this backup');
    fireEvent.change(field, { target: { value: 'right one' } });
    fireEvent.click(button('Look inside'));
    await settle();
    expect(screen.getByRole('tab', { name: 'Orders' })).toBeTruthy();
  });
});
