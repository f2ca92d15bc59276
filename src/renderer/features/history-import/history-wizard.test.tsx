import { act, cleanup, configure, fireEvent, screen, within } from '@testing-library/react';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { navigate, usePlace } from '../../ui/router.ts';
import { HistoryImportScreen } from './history-import-screen.tsx';

configure({ asyncUtilTimeout: 15_000 });

let test: TestApp;
let app: RenderedApp;
let asked: string[];
/** Holds what comes in back until it is let go. */
let gate: Promise<void>;
/** Called each time main says how far it is. */
let onProgress: (() => void) | null;

/** As the frame does: one screen at a time. */
function Window() {
  return usePlace().path.startsWith('/import/history') ? <HistoryImportScreen /> : <p>Elsewhere</p>;
}

const open = async () => {
  app = await renderWithApp(<Window />, test, {
    at: '#/import/history/new',
    wrapBridge: (bridge) => ({
      onChange: (listener) =>
        bridge.onChange((change) => {
          listener(change);
          if (change.kind === 'progress') onProgress?.();
        }),
      async invoke(name, input, ...ids) {
        asked.push(name);
        if (name === 'historyImport.run') await gate;
        return bridge.invoke(name, input, ...ids);
      },
    }),
  });
};
beforeEach(async () => {
  test = await createOpenShop();
  asked = [];
  gate = Promise.resolve();
  onProgress = null;
  await open();
});
afterEach(async () => {
  app.unmount();
  cleanup();
  await test.close();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => act(() => void fireEvent.click(button(name)));
const file = (content: string | Uint8Array<ArrayBuffer>, name = 'sales.csv') => new File([content], name);
function choose(...files: File[]): void {
  const input = app.container.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no field for files');
  fireEvent.change(input, { target: { files } });
}
const checkStep = () => screen.findByRole('button', { name: /See what comes in/ });
const previewStep = () => screen.findByRole('button', { name: /^Bring in/ });
const isBlocked = (name: RegExp) => button(name).getAttribute('aria-disabled') === 'true';
const orders = () =>
  test.file.read.all(sql<{ total: number; date: number }>`SELECT total, businessDate AS date FROM orders`);

async function pick(list: RegExp, option: string): Promise<void> {
  await press(list);
  act(() => void fireEvent.click(screen.getByRole('option', { name: option })));
}
const radio = (name: RegExp) => act(() => void fireEvent.click(screen.getByRole('radio', { name })));

const sales = `Receipt,Date,Item,Qty,Price,Payment,State
1,2024-01-02,Tea,2,2.50,Cash,done
1,2024-01-02,Mug,1,8.00,Cash,done
2,2024-02-03,Tea,1,2.50,Voucher,weird
3,2024-02-04,Tea,-1,2.50,Cash,done
4,not a day,Tea,1,2.50,Cash,done
`;

describe('bringing in sales history', () => {
  it('goes from a file to orders, changes nothing before the last step, and leads to the comparison', async () => {
    choose(file(sales));
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
    expect(orders()).toEqual([]);
    await press('Save the list of problems');
    await screen.findByText(/The list of problems is saved as/);
    await press(/^Bring in 3 orders and returns/);
    expect(await screen.findByRole('heading', { name: '2 orders came in' })).toBeTruthy();
    expect(orders()).toHaveLength(2);
    await press('Compare with the file');
    expect(window.location.hash).toBe('#/import/history/1');
  });

  it('lets a person say which column holds what, and what words become', async () => {
    choose(file('aaa;bbb;ccc;ddd\n7;2024-01-02;3,50;sent\n8;2024-01-03;8,00;sent\n'));
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
    const rows = test.file.read.all(sql`SELECT status, total FROM orders ORDER BY id`);
    expect(rows).toEqual([
      { status: 'cancelled', total: 350 },
      { status: 'cancelled', total: 800 },
    ]);
    // The next such file is read as this one, unless the person begins afresh.
    await press('Bring in more');
    choose(file('aaa;bbb;ccc;ddd\n9;2024-01-04;1,00;sent\n'));
    await screen.findByText(/You brought in a file with these columns before/);
    expect(button(/Column for Total of the row$/).textContent).toContain('ccc');
    await press('Start afresh');
    await screen.findByText(/Choose the column for/);
    expect(button(/Column for Total of the row$/).textContent).toContain('Not in this file');
  });

  it('does not go on before a person has said which number is the day', async () => {
    choose(file('No,Date,Price\n1,03/04/2011,2.50\n2,05/04/2011,2.50\n'));
    await checkStep();
    expect(isBlocked(/See what comes in/)).toBe(true);
    expect(screen.getByText(/03\/04\/2011 is 3 April 2011/)).toBeTruthy();
    await radio(/Month, day, year.*03\/04\/2011 is 4 March 2011/);
    expect(isBlocked(/See what comes in/)).toBe(false);
    await press(/See what comes in/);
    await previewStep();
    await press(/^Bring in 2 orders/);
    await screen.findByRole('heading', { name: '2 orders came in' });
    expect(orders().map(({ date }) => date)).toEqual([20110304, 20110504]);
  });

  it('does not go on before a person has said whether whole amounts are cents', async () => {
    choose(file('No,Date,Price\n1,2024-01-02,1250\n'));
    await checkStep();
    expect(isBlocked(/See what comes in/)).toBe(true);
    await radio(/Are counted in cents.*1250 is £12.50/);
    await press(/See what comes in/);
    await previewStep();
    await press(/^Bring in 1 order/);
    await screen.findByRole('heading', { name: '1 order came in' });
    expect(orders()).toMatchObject([{ total: 1250 }]);
  });

  it('joins payments and customers, tells files apart by their names, and takes one out again', async () => {
    choose(
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

describe('files that cannot come in', () => {
  it('are refused in words: a spreadsheet, an empty file, headings alone', async () => {
    choose(file(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 1, 2]), 'sales.xlsx'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/sales.xlsx: .*save it as CSV/);
    choose(file('', 'empty.csv'));
    expect(await screen.findByText('empty.csv: The file holds no rows.')).toBeTruthy();
    choose(file('No,Date,Price\n', 'headings.csv'));
    expect(await screen.findByText('headings.csv: The file holds no rows.')).toBeTruthy();
    choose(file(sales));
    await checkStep();
  });

  it('say what is wrong with a second file, which is let go', async () => {
    choose(file('No,Date,Price\n1,2024-01-02,2.50\n'));
    await checkStep();
    const field = screen.getByRole('listitem', { name: 'Payments' }).querySelector('input');
    if (!field) throw new Error('There is no field for the payments');
    fireEvent.change(field, { target: { files: [file('', 'paid.csv')] } });
    expect(await screen.findByText('paid.csv: The file holds no rows.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add payments' })).toBeTruthy();
    await press(/See what comes in/);
    await previewStep();
  });

  it('say that everything came in before', async () => {
    choose(file(sales));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    await press(/^Bring in 3/);
    await screen.findByRole('heading', { name: '2 orders came in' });
    await press('Bring in more');
    choose(file(sales.replace('4,not a day,Tea,1,2.50,Cash,done\n', '')));
    await checkStep();
    await press(/See what comes in/);
    await screen.findByText(/All 3 orders of this file came in before/);
    expect(isBlocked(/^Bring in$/)).toBe(true);
  });

  it('are read again with everything that was chosen when main has lost them', async () => {
    choose(file(sales));
    await checkStep();
    await pick(/What “weird” becomes/, 'Does not come in');
    await press(/See what comes in/);
    await previewStep();
    const data = Buffer.from('Name,Price\nTea,2\n').toString('base64');
    await test.ask('import.upload', { uploadId: 'another-file', fileName: 'p.csv', offset: 0, data });
    await press(/^Bring in/);
    await screen.findByText(/The files are no longer at hand/);
    await press('Read them again');
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    expect(screen.getByText(/^1 order and 1 return come in/)).toBeTruthy();
  });
});

describe('a long file', () => {
  const rows = Array.from({ length: 6000 }, (_, index) => `${index},2024-01-${10 + (index % 20)},Tea,2.50`);
  const long = `No,Date,Item,Price\n${rows.join('\n')}\n`;

  it('is stopped while it comes in, leaves nothing, and comes in after all without being read again', async () => {
    choose(file(long));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    const reads = asked.filter((name) => name === 'historyImport.preview').length;
    // Main says so in the midst of its work: the press has to come from there.
    onProgress = () =>
      screen
        .queryByRole('button', { name: /^Stop bringing in/ })
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await press(/^Bring in 6,000 orders/);
    await screen.findByText('It was stopped. Nothing was changed.');
    onProgress = null;
    expect(orders()).toEqual([]);
    await press('Back to the questions');
    await press(/See what comes in/);
    await press(/^Bring in 6,000 orders/);
    await screen.findByRole('heading', { name: '6,000 orders came in' });
    expect(asked.filter((name) => name === 'historyImport.preview')).toHaveLength(reads);
  });

  it('is no longer read when the person stops it', async () => {
    choose(file(long));
    const stop = await screen.findByRole('button', { name: /^Stop reading/ });
    fireEvent.keyDown(stop, { key: 'Escape' });
    expect(await screen.findByText('It was stopped. Nothing was changed.')).toBeTruthy();
    expect(screen.getByText('Drop the sales of your other program here')).toBeTruthy();
  });
});

describe('leaving in the middle', () => {
  it('finds everything as it was', async () => {
    choose(file(sales));
    await checkStep();
    await pick(/What “weird” becomes/, 'Cancelled');
    act(() => navigate('/orders'));
    expect(screen.getByText('Elsewhere')).toBeTruthy();
    act(() => navigate('/import/history/new'));
    await checkStep();
    expect(button(/What “weird” becomes/).textContent).toContain('Cancelled');
  });

  it('lets what is being brought in go on, and says so when it is done', async () => {
    choose(file(sales));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    await press(/^Bring in 3/);
    act(() => navigate('/orders'));
    expect(orders()).toEqual([]);
    resolve();
    await screen.findByText('2 orders came in');
    expect(orders()).toHaveLength(2);
  });

  it('lets go of the files when the person starts over', async () => {
    choose(file(sales));
    await checkStep();
    await press('Start over');
    expect(screen.getByText('Drop the sales of your other program here')).toBeTruthy();
    expect(asked.at(-1)).toBe('historyImport.cancel');
  });
});

describe('a file with thousands of words and hundreds of columns', () => {
  it('is shown all the same, and says that its statuses are no statuses', async () => {
    const wide = Array.from({ length: 300 }, (_, index) => `Extra column ${index} of a very wide export`);
    const rows = Array.from(
      { length: 400 },
      (_, index) => `${index},2024-01-02,2.50,status ${index}${','.repeat(wide.length)}`,
    );
    choose(file(`No,Date,Price,Status,${wide.join(',')}\n${rows.join('\n')}\n`));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    expect(screen.getByText(/holds too many different words. All orders count as delivered/)).toBeTruthy();
  });
});
