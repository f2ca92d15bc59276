import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { tillForTests } from '../../../../test/support/till.tsx';
import { shownToasts } from '../../ui/toast-queue.ts';

const till = tillForTests();

const put = async (...names: readonly string[]) => {
  for (const name of names) {
    await till.type(name);
    await till.press('Enter');
  }
};
const openWith = async (...names: readonly string[]) => {
  addProduct(till.test, { name: 'Tea', price: 300, stock: null });
  addProduct(till.test, { name: 'Cake', price: 420, stock: null });
  addProduct(till.test, { name: 'Soup', price: 500, stock: null });
  await till.open();
  await put(...names);
};
const offers = () => screen.queryAllByRole('button', { name: 'Undo' });
const undoOf = (id = shownToasts().at(-1)?.id) => shownToasts().find((one) => one.id === id)?.action?.run;
const noDialog = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('undoing a removal', () => {
  it('undoes the last one alone, and leaves an earlier one', async () => {
    await openWith('tea', 'cake', 'soup');
    await till.press('Delete');
    await till.press('Delete');
    expect(offers()).toHaveLength(1);
    await till.click('Undo');
    expect(till.total()).toBe('£7.20');
    expect(till.lines()).not.toContain('Soup');
  });

  it('brings a cleared cart back, with what was added since', async () => {
    await openWith('tea', 'cake');
    await till.press('Backspace', { ctrlKey: true });
    expect(till.total()).toBe('£0.00');
    await put('soup');
    await till.click('Undo');
    expect(till.total()).toBe('£12.20');
  });

  it('is offered no more while the cart is paid, nor when it was', async () => {
    await openWith('tea', 'cake', 'soup');
    await till.press('Delete');
    await till.press('Delete');
    await till.press('Enter');
    expect(screen.getByRole('dialog', { name: 'Take payment' })).toBeTruthy();
    expect(offers()).toEqual([]);
    await till.type('3');
    await till.press('Enter');
    await till.press('Enter');
    await till.press('Enter');
    await noDialog();
    expect(await till.orders()).toHaveLength(1);
    expect(offers()).toEqual([]);
    expect([till.total(), till.lines()]).toEqual(['£0.00', '']);
  });

  it('puts nothing of a held cart into the next customer’s', async () => {
    await openWith('tea', 'cake');
    await till.press('Delete');
    const late = undoOf();
    await till.press('F9');
    await till.press('Enter');
    await noDialog();
    expect(offers()).toEqual([]);
    await put('soup');
    // As whoever pressed it in the very moment in which the carts changed.
    expect(late).toBeTruthy();
    late?.();
    await till.settle();
    expect(till.total()).toBe('£5.00');
    expect(till.lines()).not.toContain('Cake');
  });

  it('ends when another cart is taken back, and when the screen is left', async () => {
    await openWith('tea');
    await till.press('F9');
    await till.press('Enter');
    await noDialog();
    await put('cake', 'soup');
    await till.press('Delete');
    expect(offers()).toHaveLength(1);
    await till.press('o', { ctrlKey: true });
    await till.click('Take back');
    await noDialog();
    expect(till.total()).toBe('£3.00');
    expect(offers()).toEqual([]);
    await till.press('Delete');
    expect(undoOf()).toBeTruthy();
    till.leave();
    expect(shownToasts().filter((one) => one.action)).toEqual([]);
  });
});
