import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory } from '../../../../test/support/catalog-builders.ts';
import { stockDeskForTests } from '../../../../test/support/stock-desk.tsx';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

const desk = stockDeskForTests();

function fillShop() {
  const drinks = addCategory(desk.test, { name: 'Drinks' });
  const apron = addProduct(desk.test, { name: 'Apron', stock: 4, cost: 1000 });
  const juice = addProduct(desk.test, {
    name: 'Juice',
    stock: 9,
    categoryId: drinks,
    barcode: '4006381333931',
  });
  const mug = addProduct(desk.test, { name: 'Mug', stock: 12, price: 350 });
  addProduct(desk.test, { name: 'Latte', stock: null });
  return { drinks, apron, juice, mug };
}

async function startCount(): Promise<number> {
  const { countId } = await desk.test.ask('stockCounts.start', { name: 'Autumn', categoryId: null });
  return countId;
}

const sheet = () => desk.rows('Count sheet').map((cells) => [cells[0]?.slice(1), cells[1], cells[3]]);
const progress = () => screen.getByRole('progressbar').getAttribute('aria-valuetext');
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name: `Counted of ${name}` });
const show = async (part: string) => {
  act(() => screen.getByRole('radio', { name: part }).click());
  await desk.settle();
};

describe('stock-takes', () => {
  it('are started with a name, of all or of a category', async () => {
    fillShop();
    await desk.open('/stock/counts');
    expect(screen.getByRole('heading', { name: 'No stock-take yet' })).toBeTruthy();
    await desk.press('n', { altKey: true });
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Stock-take 22 Nov 2026');
    await desk.choose('What to count', /^Drinks/);
    await desk.answer('Start stock-take');
    expect(window.location.hash).toBe('#/stock/counts/1');
    expect(desk.notices()).toContain('1 product is on the sheet.');
    await desk.press('Escape');
    expect(desk.rows('Stock-takes')[0]?.slice(0, 4)).toEqual([
      'Stock-take 22 Nov 2026',
      'Under way',
      '0 of 1 counted',
      '0',
    ]);
  });

  it('say so when there is nothing to count in a category', async () => {
    fillShop();
    addCategory(desk.test, { name: 'Empty' });
    await desk.open('/stock/counts');
    await desk.press('n', { altKey: true });
    await desk.choose('What to count', /^Empty/);
    await desk.answer('Start stock-take');
    expect(screen.getByText('There is nothing to count here. Choose another category.')).toBeTruthy();
  });
});

describe('the sheet', () => {
  it('is counted by keys: figure, Enter, on to the next; what differs is said in words', async () => {
    fillShop();
    await desk.open(`/stock/counts/${await startCount()}`);
    expect(sheet()).toEqual([
      ['Apron', '4', ''],
      ['Juice', '9', ''],
      ['Mug', '12', ''],
    ]);
    act(() => field('Apron').focus());
    await desk.type('4');
    await desk.press('Enter');
    expect(desk.focused()).toBe('Counted of Juice');
    await desk.type('5+3');
    await desk.press('Enter');
    expect(desk.focused()).toBe('Counted of Mug');
    expect(sheet()).toEqual([['Mug', '12', '']]);
    expect(screen.getByText('Juice: 8').parentElement?.textContent).toContain('−1 missing');
    await desk.type('13');
    await desk.press('Enter');
    expect(screen.getByRole('heading', { name: 'Everything is counted' })).toBeTruthy();
    expect(progress()).toBe('2 differences');
    await show('Different');
    expect(sheet()).toEqual([
      ['Juice', '9', '−1 missing'],
      ['Mug', '12', '+1 more'],
    ]);
  });

  it('takes no figure that cannot be one, keeps it as typed, and gives it up on Escape', async () => {
    fillShop();
    await desk.open(`/stock/counts/${await startCount()}`);
    act(() => field('Apron').focus());
    await desk.type('1.5');
    await desk.press('Enter');
    expect(desk.focused()).toBe('Counted of Apron');
    expect(sheet()[0]).toEqual(['Apron', '4', 'Whole pieces only.']);
    expect(field('Apron').getAttribute('aria-invalid')).toBe('true');
    await desk.press('Escape');
    expect(field('Apron').value).toBe('');
    await desk.press('Escape');
    expect(desk.focused()).toBe('Search or scan to count');
    expect(progress()).toBe('no differences');
  });

  it('jumps to what is scanned, takes what was typed before, and is ready for the next scan', async () => {
    fillShop();
    await desk.open(`/stock/counts/${await startCount()}`);
    act(() => field('Apron').focus());
    await desk.type('3');
    await desk.scan('4006381333931');
    expect(desk.focused()).toBe('Counted of Juice');
    await desk.type('9');
    await desk.press('Enter');
    expect(desk.focused()).toBe('Search or scan to count');
    expect(sheet()).toEqual([['Mug', '12', '']]);
    await desk.scan('4006381333931');
    expect([desk.focused(), field('Juice').value]).toEqual(['Counted of Juice', '9']);
    await show('Counted');
    expect(sheet()).toEqual([
      ['Apron', '4', '−1 missing'],
      ['Juice', '9', 'As expected'],
    ]);
    await desk.scan('0000000000');
    expect(screen.getByRole('heading', { name: '“0000000000” is not on this sheet' })).toBeTruthy();
  });

  it('takes back the figure that was entered last', async () => {
    fillShop();
    await desk.open(`/stock/counts/${await startCount()}`);
    act(() => field('Mug').focus());
    await desk.type('2');
    await desk.press('Enter');
    expect(progress()).toBe('1 difference');
    await desk.click('Take back');
    expect(progress()).toBe('no differences');
    expect(sheet()).toHaveLength(3);
  });

  it('compares with what was on hand when it was counted, and posts just the difference', async () => {
    const { mug, apron } = fillShop();
    const countId = await startCount();
    await desk.open(`/stock/counts/${countId}`);
    act(() => field('Apron').focus());
    await desk.type('6');
    await desk.press('Enter');
    act(() => field('Mug').focus());
    await desk.type('10');
    await desk.press('Enter');
    await act(() => desk.test.ask('orders.place', counterSale([line(mug, 3, 350)])));
    await desk.settle();
    await desk.click('Post stock-take');
    const dialog = screen.getByRole('dialog', { name: 'Post Autumn' });
    expect(dialog.textContent).toContain('The stock of 2 products changes to what was counted.');
    expect(dialog.textContent).toContain('1 product is not counted and stays as it is.');
    expect(dialog.textContent).toContain('At cost that is +£20.00');
    expect(dialog.textContent).toContain('Mug12 expected, 10 counted−2 missing');
    await desk.click('Post 2 differences');
    expect(desk.notices()).toContain('Autumn posted. The stock of 2 products was put right.');
    const onHand = async (productId: number) => (await desk.test.ask('stock.get', { productId })).onHand;
    expect([await onHand(apron), await onHand(mug)]).toEqual([pieces(6), pieces(7)]);
    expect(screen.queryByRole('textbox')).toBe(null);
    expect(sheet()).toEqual([
      ['Apron', '4', '+2 more'],
      ['Mug', '12', '−2 missing'],
    ]);
  });

  it('is discarded without changing any stock', async () => {
    const { apron } = fillShop();
    const countId = await startCount();
    await desk.test.ask('stockCounts.enter', { countId, productId: apron, counted: pieces(1) });
    await desk.open(`/stock/counts/${countId}`);
    await desk.click('Discard stock-take');
    expect(screen.getByRole('alertdialog').textContent).toContain(
      '1 figure that was entered is thrown away.',
    );
    await desk.answer('Discard stock-take');
    expect(window.location.hash).toBe('#/stock/counts');
    expect((await desk.test.ask('stock.get', { productId: apron })).onHand).toBe(pieces(4));
  });

  it('tells who may only count who can post', async () => {
    const { apron } = fillShop();
    const countId = await startCount();
    await desk.test.ask('stockCounts.enter', { countId, productId: apron, counted: pieces(1) });
    await desk.open(`/stock/counts/${countId}`, { wrapBridge: without('adjust-stock') });
    await desk.click('Post stock-take');
    expect(screen.queryByRole('dialog')).toBe(null);
    expect(desk.notices()).toContain('the owner or a manager does that');
  });

  it('says so when there is no such stock-take', async () => {
    await desk.open('/stock/counts/77');
    expect(screen.getByRole('heading', { name: 'There is no stock-take 77' })).toBeTruthy();
  });
});

/** A person who lacks a right, as the window is told. */
function without(right: string) {
  return (bridge: OrderllaBridge): OrderllaBridge => ({
    ...bridge,
    invoke: async (name, input, requestId) => {
      const reply = await bridge.invoke(name, input, requestId);
      if (name !== 'session.current' || !reply.ok) return reply;
      const session = reply.value as { readonly rights: readonly string[] };
      return { ok: true, value: { ...session, rights: session.rights.filter((one) => one !== right) } };
    },
  });
}
