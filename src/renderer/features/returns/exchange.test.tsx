import { screen } from '@testing-library/react';
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
