import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { tillForTests } from '../../../../test/support/till.tsx';

const till = tillForTests();
const percentOff = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Percent off' });
const amount = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Amount' });

const choose = async (name: string) => {
  act(() => void fireEvent.click(screen.getByRole('radio', { name })));
  await till.settle();
};

async function oneTea(): Promise<void> {
  addProduct(till.test, { name: 'Tea', price: 450, stock: null });
  await till.open();
  await till.type('tea');
  await till.press('Enter');
}

describe('a discount that is not taken', () => {
  const begin = async () => {
    await oneTea();
    await till.press('F6');
    await till.type('10');
    await till.press('Enter');
    expect(till.total()).toBe('£4.05');
    await till.press('F6');
  };

  it.each(['ten', '150'])('leaves the one before when its button is pressed: %s', async (typed) => {
    await begin();
    await till.type(typed);
    await till.click('Give discount');
    expect(document.activeElement).toBe(percentOff());
    await till.press('Escape');
    expect(till.total()).toBe('£4.05');
    expect(till.lines()).toContain('10% off');
  });

  it('is not kept while one looks at the other way', async () => {
    await begin();
    await till.type('150');
    await choose('Amount');
    await choose('Percent');
    expect(percentOff().value).toBe('');
  });

  it('is taken back by an empty field', async () => {
    await begin();
    await till.type('');
    await till.click('Give discount');
    expect(till.total()).toBe('£4.50');
  });
});

describe('an amount that cannot be read', () => {
  const begin = async () => {
    await oneTea();
    await till.press('Enter');
    await till.type('2.505');
  };
  const open = () => screen.queryByRole('status', { name: 'Still open' })?.textContent;

  it('is not all that is open, by whatever way to pay', async () => {
    await begin();
    await till.click(/^Card/);
    expect([open(), document.activeElement]).toEqual(['£4.50', amount()]);
    expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
    expect(screen.getByText('This is not an amount. Write it like 12.50.')).toBeTruthy();
  });

  it('is gone once an amount was chosen', async () => {
    await begin();
    await till.click('5.00');
    expect(amount().value).toBe('');
    expect(document.activeElement).toBe(amount());
    await till.press('Enter');
    expect(await till.orders()).toHaveLength(1);
  });
});
