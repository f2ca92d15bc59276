import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory } from '../../../../test/support/catalog-builders.ts';
import { stockDeskForTests } from '../../../../test/support/stock-desk.tsx';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

const desk = stockDeskForTests();

const mugOf = (change: Parameters<typeof addProduct>[1] = {}) =>
  addProduct(desk.test, { name: 'Mug', sku: 'MUG-1', cost: 610, stock: 12, ...change });
const openMug = (mug: number) => desk.open(`/stock/products/${mug}`);
const sellMug = (mug: number, count: number) =>
  act(() => desk.test.ask('orders.place', counterSale([line(mug, count, 350)])));
const onHand = async (productId: number) => (await desk.test.ask('stock.get', { productId })).onHand;
const ledger = () => desk.rows('Movements').map((cells) => cells.slice(1, 4));
const dialog = (name: string) => screen.getByRole('dialog', { name });

describe('one product', () => {
  it('shows its figures and every movement with what was there after it', async () => {
    const mug = mugOf();
    await sellMug(mug, 3);
    await openMug(mug);
    expect(screen.getByRole('heading', { level: 1, name: 'Mug' })).toBeTruthy();
    expect(ledger()).toEqual([
      ['Sold, order 1', '−3', '9'],
      ['Opening stock', '+12', '12'],
    ]);
    expect(screen.getByRole('link', { name: 'Sold, order 1' }).getAttribute('href')).toBe('#/orders/1');
    expect(screen.getByText('Enough')).toBeTruthy();
    expect(screen.getByText('Sold after a warning, as the shop says')).toBeTruthy();
  });

  it('adjusts by a difference or by the new figure, with a reason', async () => {
    const mug = mugOf();
    await openMug(mug);
    await desk.press('F4');
    await desk.type('-2');
    expect(screen.getByLabelText<HTMLInputElement>('New figure').value).toBe('10');
    await desk.press('Enter');
    expect(within(dialog('Adjust Mug')).getByText('Choose why.')).toBeTruthy();
    await desk.choose('Reason', 'Miscounted before');
    await desk.type('9', 'New figure');
    expect(screen.getByLabelText<HTMLInputElement>('Difference').value).toBe('−3');
    await desk.click('Set stock to 9');
    expect(screen.queryByRole('dialog')).toBe(null);
    expect(desk.notices()).toContain('Mug: 9 on hand now.');
    expect(ledger()[0]).toEqual(['Adjusted: Miscounted before', '−3', '9']);
  });

  it('changes nothing on a figure that somebody else has moved meanwhile', async () => {
    const mug = mugOf();
    await openMug(mug);
    await desk.press('F4');
    await desk.type('20', 'New figure');
    await desk.choose('Reason', 'Found again');
    await sellMug(mug, 1);
    await desk.settle();
    expect(screen.getByRole('alert').textContent).toContain('what is on hand went from 12 to 11');
    await desk.click('Set stock to 20');
    expect(await onHand(mug)).toBe(pieces(11));
    await desk.click('Go on from 11');
    expect(screen.getByLabelText<HTMLInputElement>('Difference').value).toBe('9');
    await desk.click('Set stock to 20');
    expect(await onHand(mug)).toBe(pieces(20));
  });

  it('writes off what is gone, and says when that is more than there is', async () => {
    const mug = mugOf({ stock: 2 });
    await openMug(mug);
    await desk.press('F7');
    await desk.type('3');
    expect(screen.getByText(/^That is more than the 2 on hand/)).toBeTruthy();
    await desk.choose('Reason', 'Damaged');
    await desk.click('Write off 3');
    expect(desk.notices()).toContain('3 of Mug written off.');
    expect(ledger()[0]).toEqual(['Written off: Damaged', '−3', '−1']);
    expect(screen.getByText('Oversold')).toBeTruthy();
  });

  it('keeps what was typed when main refuses it', async () => {
    const mug = mugOf();
    await openMug(mug);
    await desk.press('F4');
    await desk.type('-2');
    await desk.choose('Reason', 'Something else');
    await act(() => desk.test.ask('stock.setRules', rulesOf(mug, { tracked: false })));
    await desk.click('Set stock to 10');
    expect(screen.getByRole('alert').textContent).toContain('Mug is not counted');
    expect(screen.getByLabelText<HTMLInputElement>('Difference').value).toBe('−2');
  });
});

function rulesOf(productId: number, change: { readonly tracked: boolean }) {
  return { productId, reorderLevel: pieces(5), oversell: null, ...change };
}

describe('the rules of a product', () => {
  it('say where a policy comes from, and are changed in place', async () => {
    const drinks = addCategory(desk.test, { name: 'Drinks', oversell: 'block' });
    const parentId = addProduct(desk.test, { kind: 'parent', name: 'Juice', categoryId: drinks });
    const juice = { kind: 'variant' as const, parentId, name: 'Juice', variantLabel: 'Large', stock: 8 };
    await openMug(addProduct(desk.test, juice));
    expect(screen.getByText('Cannot be sold, as Drinks says')).toBeTruthy();
    await desk.click('Change rules');
    await desk.choose('When none are left', 'Sold all the same');
    await desk.type('10', 'Reorder level');
    await desk.click('Save rules');
    expect(screen.getByText('Sold all the same, set for this product')).toBeTruthy();
    expect(screen.getByText('Low')).toBeTruthy();
  });

  it('keep what is reserved counted, and say so', async () => {
    const mug = mugOf();
    const address = { name: 'Ada Buyer', phone: '', address: '1 Road', date: calendarDate(20261201) };
    const order = counterSale([line(mug, 2, 350)], { kind: 'delivery', delivery: address, tenders: [] });
    const { orderId } = await desk.test.ask('orders.place', order);
    await openMug(mug);
    expect(ledger()[0]).toEqual(['Reserved 2 for order 1', '–', '12']);
    const stopCounting = async () => {
      await desk.click('Change rules');
      await act(async () => screen.getByRole('switch').click());
      await desk.click('Save rules');
    };
    await stopCounting();
    expect(screen.getByRole('alert').textContent).toContain('reserved for orders');
    await desk.click('Cancel');
    const cancel = { orderId, reason: 'other', note: '', refundCashNow: false } as const;
    await act(() => desk.test.ask('orders.cancel', cancel));
    await stopCounting();
    expect(screen.getByRole('heading', { name: 'This product is not counted' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Adjust stock/ })).toBe(null);
    expect(desk.rows('Movements').at(-1)?.slice(1, 3)).toEqual(['Opening stock', '+12']);
    expect(screen.queryByRole('columnheader', { name: 'On hand after' })).toBe(null);
  });

  it('are those of the variants where it is a parent, and of nothing where there is none', async () => {
    const parentId = addProduct(desk.test, { kind: 'parent', name: 'Shirt' });
    addProduct(desk.test, { kind: 'variant', parentId, name: 'Shirt', variantLabel: 'S', stock: 4 });
    await openMug(parentId);
    await desk.click('Show its variants');
    expect(window.location.hash).toBe(`#/products?product=${parentId}`);
    await desk.leaveAndReturn('/stock/products/999');
    expect(screen.getByRole('heading', { name: 'This product is not in the catalogue' })).toBeTruthy();
  });
});
