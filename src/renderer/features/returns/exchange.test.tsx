import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { returnCounterForTests } from '../../../../test/support/return-counter.tsx';

const counter = returnCounterForTests();

describe('an exchange', () => {
  it('takes the difference as the till does', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('ArrowUp');
    await counter.press('F6');
    await counter.scan('96385074');
    expect(counter.figure('To pay')).toBe('£10.30');
    await counter.press('Enter', { ctrlKey: true });
    expect(counter.dialog()).toContain('Take what the new goods cost on top');
    await counter.press('F5');
    await counter.press('Enter');
    expect(counter.dialog()).toContain('£4.20 went towards order 2.');
    expect(counter.dialog()).toContain('£10.30 paid on top.');
    expect(await counter.test.ask('orders.get', { orderId: 2 })).toMatchObject({ total: 1450, open: 0 });
  });

  it('asks before the payment is left with something taken', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('ArrowUp');
    await counter.press('F6');
    await counter.scan('96385074');
    await counter.press('Enter', { ctrlKey: true });
    await counter.type('Amount', '4');
    await counter.press('F5');
    await counter.click(/^Back to the lines/);
    const question = screen.getByRole('alertdialog', { name: 'Leave the payment' });
    expect(question.textContent).toContain('£4.00');
    await counter.press('Escape');
    expect(counter.dialog()).toContain('Take what the new goods cost on top');
    await counter.press('Escape');
    await counter.click('Leave and give it back');
    expect(screen.queryByRole('dialog')).toBeNull();
    await counter.press('Enter', { ctrlKey: true });
    expect(counter.dialog()).toContain('Nothing taken yet');
  });

  it('keeps what was taken in sight when nothing is to be paid any more', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('ArrowUp');
    await counter.press('F6');
    await counter.scan('96385074');
    await counter.press('Enter', { ctrlKey: true });
    await counter.press('F5');
    change(counter.test, `UPDATE products SET price = 300 WHERE id = ${counter.mug}`);
    await counter.press('Enter');
    await counter.click('Take new prices');
    expect(counter.dialog()).toContain('Nothing is to be paid any more');
    const finish = screen.getByRole('button', { name: /^Finish exchange/ });
    expect(finish.hasAttribute('disabled')).toBe(true);
    await counter.click('Take back Cash £10.30');
    await counter.click(/^Hand out £1.20/);
    expect(counter.dialog()).toContain('£1.20 given back in cash.');
  });

  it('gives back what the new goods leave', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('F4');
    await counter.press('F6');
    await counter.type('Search or scan new goods', 'carrot');
    await counter.press('Enter');
    expect(counter.figure('To give back')).toBe('£22.90');
    await counter.press('Enter', { ctrlKey: true });
    await counter.click(/^Hand out £22.90/);
    expect(counter.dialog()).toContain('£4.20 went towards order 2.');
    expect(counter.dialog()).toContain('£22.90 given back in cash.');
  });

  it('shows a price that changed, and goes on with the new one', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('F4');
    await counter.press('F6');
    await counter.scan('4006381333931');
    change(counter.test, `UPDATE products SET price = 500 WHERE id = ${counter.cake}`);
    await counter.press('Enter', { ctrlKey: true });
    await counter.click(/^Hand out £22.90/);
    expect(screen.getByRole('alert').textContent).toContain('Carrot cake: £4.20 → £5.00');
    await counter.click('Take new prices');
    await counter.click(/^Hand out £22.10/);
    expect(counter.dialog()).toContain('£5.00 went towards order 2.');
  });

  it('asks before it takes more than there is', async () => {
    await counter.sell();
    addProduct(counter.test, {
      name: 'Last one',
      price: 100,
      stock: 0,
      oversell: 'warn',
      barcode: '5901234123457',
    });
    await counter.open();
    await counter.press('F4');
    await counter.press('F6');
    await counter.scan('5901234123457');
    await counter.press('Enter', { ctrlKey: true });
    await counter.click(/^Hand out £26.10/);
    expect(screen.getByRole('alert').textContent).toContain('Last one: 1 wanted, 0 on hand');
    await counter.click('Exchange anyway');
    expect(counter.dialog()).toContain('£26.10 given back in cash.');
  });
});

describe('the quantity of new goods', () => {
  const quantityOf = (name: string) =>
    screen.getByRole<HTMLInputElement>('textbox', { name: `Quantity of ${name}` });
  /** Key by key: the first replaces what is selected, each further one follows what then stands there. */
  const typeInto = async (name: string, words: string) => {
    act(() => quantityOf(name).focus());
    const seen: string[] = [];
    for (const [index, key] of [...words].entries()) {
      const value = index === 0 ? key : quantityOf(name).value + key;
      act(() => void fireEvent.change(quantityOf(name), { target: { value } }));
      await counter.settle();
      seen.push(quantityOf(name).value);
    }
    return seen;
  };
  const open = async () => {
    await counter.sell();
    addProduct(counter.test, {
      name: 'Cheese',
      unit: 'kg',
      price: 2600,
      stock: 50,
      barcode: '5901234123457',
    });
    await counter.open();
    await counter.press('F4');
    await counter.press('F6');
  };

  it('is taken as it is typed, key by key', async () => {
    await open();
    await counter.scan('5901234123457');
    expect(await typeInto('Cheese', '0.5')).toEqual(['0', '0.', '0.5']);
    expect(counter.figure('To give back')).toBe('£14.10');
    await counter.press('Enter');
    expect(counter.dialog()).toContain('Settle the return');
  });

  it('keeps the exchange from being settled while there can be no such quantity', async () => {
    await open();
    await counter.scan('96385074');
    for (const words of ['', '0', '1.5', 'x']) {
      act(() => void fireEvent.change(quantityOf('Blue mug'), { target: { value: words } }));
      await counter.press('Enter', { ctrlKey: true });
      expect([words, screen.queryByRole('dialog')]).toEqual([words, null]);
      await counter.click(/^Give back/);
      expect(screen.getByText(/Put it right first/)).toBeTruthy();
      expect(quantityOf('Blue mug').value).toBe(words);
    }
    await typeInto('Blue mug', '1');
    await counter.press('Enter', { ctrlKey: true });
    expect(counter.dialog()).toContain('Settle the return');
  });

  it('is what a scan counts up to, whatever was typed before', async () => {
    await open();
    await counter.scan('96385074');
    act(() => void fireEvent.change(quantityOf('Blue mug'), { target: { value: '' } }));
    await counter.scan('96385074');
    expect(quantityOf('Blue mug').value).toBe('2');
    await counter.press('Enter', { ctrlKey: true });
    expect(counter.dialog()).toContain('Take what the new goods cost on top');
  });
});
