import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { returnCounterForTests } from '../../../../test/support/return-counter.tsx';

const counter = returnCounterForTests();

describe('without a receipt', () => {
  it('takes a product back at a lower price, up to the cap, and marks it', async () => {
    await counter.open('#/returns/without-receipt');
    await counter.scan('96385074');
    await counter.scan('96385074');
    await counter.type(/^Price of one/, '10');
    expect(counter.figure('To give back')).toBe('£20.00');
    await counter.scan('96385074');
    await counter.scan('96385074');
    await counter.scan('96385074');
    await counter.scan('96385074');
    expect(screen.getByText(/no more than £50.00 is given back/)).toBeTruthy();
    await counter.type(/^Quantity of Blue mug/, '2');
    await counter.press('Enter');
    expect(screen.getByRole('alertdialog').textContent).toContain('2 items come back. £20.00 is handed out');
    await counter.click('Hand out £20.00');
    expect(counter.dialog()).toContain('2 items went back to stock.');
    expect(counter.dialog()).toContain('£20.00 given back in cash.');
    await counter.press('Enter');
    expect(screen.getByText('No receipt')).toBeTruthy();
    expect(await counter.onHand(counter.mug)).toBe(7000);
  });

  it('never gives more than today’s price', async () => {
    await counter.open('#/returns/without-receipt');
    await counter.scan('96385074');
    await counter.type(/^Price of one/, '15');
    expect(screen.getByText('At most £14.50, today’s price.')).toBeTruthy();
    await counter.press('Enter', { ctrlKey: true });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is only for whoever has the right', async () => {
    await counter.test.ask('staff.add', { name: 'Carla Cashier', role: 'cashier', pin: '719284' });
    const caller = { kind: 'window', windowId: 2 } as const;
    await counter.test.ask('session.signIn', { staffId: 2, pin: '719284' }, caller);
    await counter.open('#/returns', { caller });
    expect(screen.queryByRole('button', { name: 'Return without receipt' })).toBeNull();
    counter.leave();
    await counter.open('#/returns/without-receipt', { caller });
    expect(screen.getByText(/needs a right that your role does not have/)).toBeTruthy();
  });
});
