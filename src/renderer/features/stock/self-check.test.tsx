import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory, change } from '../../../../test/support/catalog-builders.ts';
import { stockDeskForTests } from '../../../../test/support/stock-desk.tsx';
import { pieces } from '../../../shared/domain/quantity.ts';

const desk = stockDeskForTests();

describe('the self-check', () => {
  it('says that all agree', async () => {
    addProduct(desk.test, { name: 'Mug', stock: 3 });
    addProduct(desk.test, { name: 'Soap', stock: 5 });
    await desk.open('/stock/check');
    expect(screen.getByRole('heading', { name: 'Not checked yet' })).toBeTruthy();
    await desk.click('Check now');
    expect(screen.getByText('All 2 products agree with their movements.')).toBeTruthy();
    expect(screen.getByText('Checked 22 Nov 2026, 11:30 by Olga Owner')).toBeTruthy();
    expect(screen.queryByRole('table')).toBe(null);
  });

  it('shows what drifted and puts it right after saying what that does', async () => {
    const mug = addProduct(desk.test, { name: 'Mug', stock: 3 });
    change(desk.test, `UPDATE productStock SET onHand = 5000 WHERE productId = ${mug}`);
    await desk.open('/stock/check');
    await desk.click('Check now');
    expect(screen.getByText('1 product does not agree with its movements.')).toBeTruthy();
    const cells = within(screen.getByRole('table')).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['5', '3', '+2']);
    await desk.click('Set 1 product right');
    expect(screen.getByRole('alertdialog').textContent).toContain('becomes what its movements add up to');
    expect((await desk.test.ask('stock.get', { productId: mug })).onHand).toBe(pieces(5));
    await desk.answer('Set 1 product right');
    expect((await desk.test.ask('stock.get', { productId: mug })).onHand).toBe(pieces(3));
    expect(screen.getByText('1 product did not agree with its movements and was put right.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Set 1 product right' })).toBe(null);
    await desk.click('Check now');
    expect(screen.getByText('1 product agrees with its movements.')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Earlier checks' }).textContent).toContain(
      '1 did not agree, put right',
    );
  });
});

describe('the rules of categories', () => {
  it('follow what stands above, until they say something themselves', async () => {
    const drinks = addCategory(desk.test, { name: 'Drinks' });
    const teas = addCategory(desk.test, { name: 'Teas', parentId: drinks });
    const tea = addProduct(desk.test, { name: 'Tea', categoryId: teas, stock: 2 });
    await desk.open('/stock/rules');
    const rule = (name: string) =>
      screen.getByRole('button', { name: new RegExp(`When none are left in ${name}$`) }).textContent;
    expect(rule('Teas')).toBe('As the shop says: Sold after a warning');
    await desk.choose('When none are left in Drinks', 'Cannot be sold');
    expect(desk.notices()).toContain('Drinks: Cannot be sold.');
    expect(rule('Drinks')).toBe('Cannot be sold');
    expect(rule('Teas')).toBe('As Drinks says: Cannot be sold');
    expect(await desk.test.ask('stock.get', { productId: tea })).toMatchObject({
      effectiveOversell: 'block',
    });
    await desk.choose('When none are left in Drinks', 'As the shop says: Sold after a warning');
    expect(rule('Teas')).toBe('As the shop says: Sold after a warning');
  });
});
