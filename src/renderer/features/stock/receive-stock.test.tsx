import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { archiveProduct } from '../../../../test/support/catalog-builders.ts';
import { stockDeskForTests } from '../../../../test/support/stock-desk.tsx';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';

const desk = stockDeskForTests();

function fillShop() {
  const mug = addProduct(desk.test, { name: 'Mug', cost: 600, stock: 2, barcode: '4006381333931' });
  const cheese = addProduct(desk.test, { name: 'Cheese', unit: 'kg', stock: 1 });
  const latte = addProduct(desk.test, { name: 'Latte', stock: null, sku: 'LAT-1' });
  return { mug, cheese, latte };
}

const quantityOf = (name: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `Quantity of ${name}` });
const lines = () =>
  screen
    .queryAllByRole('textbox', { name: /^Quantity of/ })
    .map((field) => [field.getAttribute('aria-label'), (field as HTMLInputElement).value]);
const list = () => screen.getByRole('region', { name: 'What came in' }).textContent;
const stockOf = (productId: number) => desk.test.ask('stock.get', { productId });
const search = 'Search or scan what came in';

describe('receiving', () => {
  it('takes a delivery by keys alone: search, quantity, cost, receive', async () => {
    const { mug, cheese } = fillShop();
    await desk.open('/stock/receive');
    expect(desk.focused()).toBe(search);
    await desk.type('mug');
    await desk.press('Enter');
    expect(desk.focused()).toBe('Quantity of Mug');
    await desk.type('10');
    await desk.press('Enter');
    expect(desk.focused()).toBe(search);
    await desk.type('chee');
    await desk.press('Enter');
    expect(quantityOf('Cheese').value).toBe('');
    await desk.type('1.5');
    await desk.type('8', 'Unit cost of Cheese');
    await desk.press('Enter');
    expect(desk.focused()).toBe(search);
    expect(screen.getByText('Total').parentElement?.textContent).toBe('Total£72.00');
    await desk.press('Enter', { ctrlKey: true });
    expect(desk.notices()).toContain('2 products received, £72.00 in all.');
    expect(lines()).toEqual([]);
    expect(desk.focused()).toBe(search);
    expect(await stockOf(mug)).toMatchObject({ onHand: pieces(12), cost: 600 });
    expect(await stockOf(cheese)).toMatchObject({ onHand: quantity(2500) });
  });

  it('counts up by scanning, wherever the focus is', async () => {
    fillShop();
    await desk.open('/stock/receive');
    await desk.scan('4006381333931');
    await desk.scan('4006381333931');
    expect(lines()).toEqual([['Quantity of Mug', '2']]);
    expect(desk.focused()).toBe(search);
    await desk.type('7', 'Quantity of Mug');
    await desk.scan('4006381333931');
    expect(lines()).toEqual([['Quantity of Mug', '8']]);
    await desk.scan('0000000000');
    expect(desk.notices()).toContain('No product has the code 0000000000.');
  });

  it('takes nothing of what is not counted, and says so', async () => {
    fillShop();
    await desk.open('/stock/receive');
    await desk.scan('LAT-1');
    expect(desk.notices()).toContain('Latte is not counted');
    expect(lines()).toEqual([]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Receive stock/ }).disabled).toBe(true);
  });

  it('says what is missing, and leads there', async () => {
    const { cheese } = fillShop();
    await desk.open(`/stock/receive?product=${cheese}`);
    expect(window.location.hash).toBe('#/stock/receive');
    await desk.scan('4006381333931');
    await desk.click(/^Receive 2 products/);
    expect(desk.focused()).toBe('Quantity of Cheese');
    expect(list()).toContain('Write how many.');
    await desk.type('0', 'Quantity of Mug');
    expect(list()).toContain('Must be more than zero.');
    await desk.type('1.5', 'Quantity of Mug');
    expect(list()).toContain('Whole pieces only.');
    expect(await stockOf(cheese)).toMatchObject({ onHand: pieces(1) });
  });

  it('keeps the list while somebody does something else, and when main refuses it', async () => {
    const { mug, cheese } = fillShop();
    await desk.open('/stock/receive');
    await desk.type('Acme', /^Supplier/);
    await desk.scan('4006381333931');
    await desk.leaveAndReturn('/stock/receive');
    expect(screen.getByLabelText<HTMLInputElement>(/^Supplier/).value).toBe('Acme');
    expect(lines()).toEqual([['Quantity of Mug', '1']]);
    archiveProduct(desk.test, mug);
    await desk.click(/^Receive 1 product/);
    expect(screen.getByRole('alert').textContent).toBe('Mug is no longer sold. Take it off the list.');
    expect(lines()).toEqual([['Quantity of Mug', '1']]);
    await desk.click('Remove Mug');
    await desk.leaveAndReturn(`/stock/receive?product=${cheese}`);
    await desk.type('2', 'Quantity of Cheese');
    await desk.click(/^Receive 1 product/);
    expect(await stockOf(cheese)).toMatchObject({ onHand: pieces(3) });
  });

  it('is cleared only after it was said what goes', async () => {
    fillShop();
    await desk.open('/stock/receive');
    await desk.scan('4006381333931');
    await desk.click('Clear list');
    const dialog = screen.getByRole('alertdialog', { name: 'Clear this list' });
    expect(dialog.textContent).toContain('1 product, its quantity and the supplier go from this page.');
    await desk.click('Keep list');
    expect(lines()).toHaveLength(1);
    await desk.click('Clear list');
    await desk.answer('Clear list');
    expect(lines()).toHaveLength(0);
  });
});
