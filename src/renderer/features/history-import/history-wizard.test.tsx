import { act, fireEvent, screen, within } from '@testing-library/react';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  button,
  checkStep,
  file,
  historyDeskForTests,
  isBlocked,
  oldSales,
  pick,
  press,
  previewStep,
} from '../../../../test/support/history-desk.tsx';

const desk = historyDeskForTests();

const radio = (name: RegExp) => act(() => void fireEvent.click(screen.getByRole('radio', { name })));

describe('bringing in sales history', () => {
  it('goes from a file to orders, changes nothing before the last step, and leads to the comparison', async () => {
    desk.choose(file(oldSales));
    await checkStep();
    expect(screen.getByText('2024-01-02 is 2 January 2024.')).toBeTruthy();
    const weird = screen.getByRole('row', { name: /^weird/ });
    expect(within(weird).getByText('Not known')).toBeTruthy();
    await press(/See what comes in/);
    await previewStep();
    expect(screen.getByText(/^2 orders and 1 return come in, of 2 Jan/)).toBeTruthy();
    expect(screen.getByText('£15.50')).toBeTruthy();
    expect(screen.getByText('2 products, archived: the till does not offer them.')).toBeTruthy();
    expect(screen.getByText('1 way of paying, archived: Voucher.')).toBeTruthy();
    expect(screen.getByText(/“not a day” is no date/)).toBeTruthy();
    expect(desk.orders()).toEqual([]);
    await press('Save the list of problems');
    await screen.findByText(/The list of problems is saved as/);
    await press(/^Bring in 3 orders and returns/);
    expect(await screen.findByRole('heading', { name: '2 orders came in' })).toBeTruthy();
    expect(desk.orders()).toHaveLength(2);
    await press('Compare with the file');
    expect(window.location.hash).toBe('#/import/history/1');
  });

  it('lets a person say which column holds what, and what words become', async () => {
    desk.choose(file('aaa;bbb;ccc;ddd\n7;2024-01-02;3,50;sent\n8;2024-01-03;8,00;sent\n'));
    await checkStep();
    expect(isBlocked(/See what comes in/)).toBe(true);
    expect(screen.getAllByText(/Choose the column for: Price of one, or Total of the row/).length).toBe(1);
    await pick(/Column for Total of the row$/, 'ccc');
    await pick(/Column for Order number$/, 'aaa');
    await pick(/Column for Status$/, 'ddd');
    expect(isBlocked(/See what comes in/)).toBe(false);
    await press('Read the file again');
    await screen.findByRole('row', { name: /^sent/ });
    await pick(/What “sent” becomes/, 'Cancelled');
    await press(/See what comes in/);
    await previewStep();
    await press(/^Bring in 2 orders/);
    await screen.findByRole('heading', { name: '2 orders came in' });
    const rows = desk.test.file.read.all(sql`SELECT status, total FROM orders ORDER BY id`);
    expect(rows).toEqual([
      { status: 'cancelled', total: 350 },
      { status: 'cancelled', total: 800 },
    ]);
    // The next such file is read as this one, unless the person begins afresh.
    await press('Bring in more');
    desk.choose(file('aaa;bbb;ccc;ddd\n9;2024-01-04;1,00;sent\n'));
    await screen.findByText(/You brought in a file with these columns before/);
    expect(button(/Column for Total of the row$/).textContent).toContain('ccc');
    await press('Start afresh');
    await screen.findByText(/Choose the column for/);
    expect(button(/Column for Total of the row$/).textContent).toContain('Not in this file');
  });

  it('does not go on before a person has said which number is the day', async () => {
    desk.choose(file('No,Date,Price\n1,03/04/2011,2.50\n2,05/04/2011,2.50\n'));
    await checkStep();
    expect(isBlocked(/See what comes in/)).toBe(true);
    expect(screen.getByText(/03\/04\/2011 is 3 April 2011/)).toBeTruthy();
    await radio(/Month, day, year.*03\/04\/2011 is 4 March 2011/);
    expect(isBlocked(/See what comes in/)).toBe(false);
    await press(/See what comes in/);
    await previewStep();
    await press(/^Bring in 2 orders/);
    await screen.findByRole('heading', { name: '2 orders came in' });
    expect(desk.orders().map(({ date }) => date)).toEqual([20110304, 20110504]);
  });

  it('does not go on before a person has said whether whole amounts are cents', async () => {
    desk.choose(file('No,Date,Price\n1,2024-01-02,1250\n'));
    await checkStep();
    expect(isBlocked(/See what comes in/)).toBe(true);
    await radio(/Are counted in cents.*1250 is £12.50/);
    await press(/See what comes in/);
    await previewStep();
    await press(/^Bring in 1 order/);
    await screen.findByRole('heading', { name: '1 order came in' });
    expect(desk.orders()).toMatchObject([{ total: 1250 }]);
  });

  it('joins payments and customers, tells files apart by their names, and takes one out again', async () => {
    desk.choose(
      file('id,buyer,date,status\n1,5,2024-01-02,completed\n', 'orders.csv'),
      file('order_id,amount,method\n1,12.50,card\n', 'payments.csv'),
      file('id,first name,last name\n5,Ada,Love\n6,Bob,Low\n', 'customers.csv'),
    );
    await checkStep();
    expect(screen.getByText('1 of 1 fits an order')).toBeTruthy();
    expect(screen.getByText('1 of 2 has orders')).toBeTruthy();
    await press('Take payments out');
    await screen.findByText(/Choose the column for: Price of one, or Total of the row \(Sales\)/);
    const field = screen.getByRole('listitem', { name: 'Payments' }).querySelector('input');
    if (!field) throw new Error('There is no field for the payments');
    fireEvent.change(field, { target: { files: [file('order_id,amount\n1,9.50\n', 'paid.csv')] } });
    await screen.findByText('1 of 1 fits an order');
    await press(/See what comes in/);
    await previewStep();
    expect(screen.getByText('£9.50')).toBeTruthy();
  });
});
