import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { tillForTests } from '../../../../test/support/till.tsx';
import { percent } from '../../../shared/domain/rate.ts';

const till = tillForTests();

/** Longer than any scanner waits between two keys. */
const pause = () => act(() => new Promise((resolve) => setTimeout(resolve, 60)));

const change = (tenderId: number, payKey: string, name: string, kind: 'cash' | 'card') =>
  till.test.ask('tenders.change', {
    ...{ tenderId, revision: 0, name, kind, payKey, atKiosk: true },
    asksReference: kind === 'card',
  });

async function openPayment() {
  addProduct(till.test, { name: 'Tea', price: 450, stock: 5, barcode: '4006381333931' });
  await till.open();
  await till.scan('4006381333931');
  await till.press('Enter');
}
const stillOpen = () => screen.queryByRole('status', { name: 'Still open' })?.textContent ?? null;

describe('the keys of ways to pay', () => {
  beforeEach(async () => {
    await change(1, 'C', 'Cash', 'cash');
    await change(2, '7', 'Card', 'card');
  });

  it('take what is open by one letter in the amount, and stand on the buttons', async () => {
    await openPayment();
    const cash = screen.getByRole('button', { name: 'Cash' });
    expect(cash.textContent).toContain('C');
    expect(screen.getByRole('button', { name: 'Card' }).textContent).toContain('Alt 7');
    await till.type('2');
    await till.press('c');
    await pause();
    expect(stillOpen()).toBe('£2.50');
    expect((document.activeElement as HTMLInputElement).value).toBe('');
  });

  it('leave digits to the amount: theirs goes with Alt, and function keys go on', async () => {
    await openPayment();
    await till.press('7');
    await pause();
    expect(stillOpen()).toBe('£4.50');
    await till.press('7', { altKey: true, code: 'Digit7' });
    expect(screen.getByLabelText('Reference of Card')).toBe(document.activeElement);
    // In the reference a letter is a letter.
    await till.press('c');
    await pause();
    expect(stillOpen()).toBe('£4.50');
    await till.press('F5');
    expect(stillOpen()).toBeNull();
  });

  it('take nothing for a code that a scanner types', async () => {
    await openPayment();
    const field = document.activeElement ?? document.body;
    act(() => {
      for (const key of ['c', '1', '2']) fireEvent.keyDown(field, { key });
    });
    await pause();
    expect(stillOpen()).toBe('£4.50');
  });
});

describe('an open cart', () => {
  it('shows its new total before it is paid when a rate changes', async () => {
    await till.test.ask('shop.update', { pricesIncludeTax: false });
    await openPayment();
    expect(screen.getByRole('status', { name: 'To pay' }).textContent).toBe('£5.40');
    const [usual] = await till.test.ask('taxes.list', {});
    const { today } = await till.test.ask('setup.state', {});
    await act(() =>
      till.test.ask('taxes.setRates', {
        ...{ taxClassId: 1, revision: usual?.revision ?? 0, startDate: today },
        rates: [{ name: 'VAT', rate: percent(30) }],
      }),
    );
    await till.settle();
    await till.press('F5');
    await till.press('Enter');
    expect(await till.orders()).toEqual([]);
    await till.click('Take new prices');
    expect(screen.getByRole('status', { name: 'To pay' }).textContent).toBe('£5.85');
  });
});
