import { act, fireEvent, screen } from '@testing-library/react';
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
import { navigate } from '../../ui/router.ts';

const desk = historyDeskForTests();

describe('files that cannot come in', () => {
  it('are refused in words: a spreadsheet, an empty file, headings alone', async () => {
    desk.choose(file(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 1, 2]), 'sales.xlsx'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/sales.xlsx: .*save it as CSV/);
    desk.choose(file('', 'empty.csv'));
    expect(await screen.findByText('empty.csv: The file holds no rows.')).toBeTruthy();
    desk.choose(file('No,Date,Price\n', 'headings.csv'));
    expect(await screen.findByText('headings.csv: The file holds no rows.')).toBeTruthy();
    desk.choose(file(oldSales));
    await checkStep();
  });

  it('say what is wrong with a second file, which is let go', async () => {
    desk.choose(file('No,Date,Price\n1,2024-01-02,2.50\n'));
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
    desk.choose(file(oldSales));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    await press(/^Bring in 3/);
    await screen.findByRole('heading', { name: '2 orders came in' });
    await press('Bring in more');
    desk.choose(file(oldSales.replace('4,not a day,Tea,1,2.50,Cash,done\n', '')));
    await checkStep();
    await press(/See what comes in/);
    await screen.findByText(/All 3 orders of this file came in before/);
    expect(isBlocked(/^Bring in$/)).toBe(true);
  });

  it('are read again with everything that was chosen when main has lost them', async () => {
    desk.choose(file(oldSales));
    await checkStep();
    await pick(/What “weird” becomes/, 'Does not come in');
    await press(/See what comes in/);
    await previewStep();
    const data = Buffer.from('Name,Price\nTea,2\n').toString('base64');
    await desk.test.ask('import.upload', { uploadId: 'another-file', fileName: 'p.csv', offset: 0, data });
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
    desk.choose(file(long));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    const reads = desk.asked.filter((name) => name === 'historyImport.preview').length;
    // Main says so in the midst of its work: the press has to come from there.
    desk.onProgress = () =>
      screen
        .queryByRole('button', { name: /^Stop bringing in/ })
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await press(/^Bring in 6,000 orders/);
    await screen.findByText('It was stopped. Nothing was changed.');
    desk.onProgress = null;
    expect(desk.orders()).toEqual([]);
    await press('Back to the questions');
    await press(/See what comes in/);
    await press(/^Bring in 6,000 orders/);
    await screen.findByRole('heading', { name: '6,000 orders came in' });
    expect(desk.asked.filter((name) => name === 'historyImport.preview')).toHaveLength(reads);
  });

  it('is no longer read when the person stops it', async () => {
    desk.choose(file(long));
    const stop = await screen.findByRole('button', { name: /^Stop reading/ });
    fireEvent.keyDown(stop, { key: 'Escape' });
    expect(await screen.findByText('It was stopped. Nothing was changed.')).toBeTruthy();
    expect(screen.getByText('Drop the sales of your other program here')).toBeTruthy();
  });
});

describe('leaving in the middle', () => {
  it('finds everything as it was', async () => {
    desk.choose(file(oldSales));
    await checkStep();
    await pick(/What “weird” becomes/, 'Cancelled');
    act(() => navigate('/orders'));
    expect(screen.getByText('Elsewhere')).toBeTruthy();
    act(() => navigate('/import/history/new'));
    await checkStep();
    expect(button(/What “weird” becomes/).textContent).toContain('Cancelled');
  });

  it('lets what is being brought in go on, and says so when it is done', async () => {
    desk.choose(file(oldSales));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    const { promise, resolve } = Promise.withResolvers<void>();
    desk.gate = promise;
    await press(/^Bring in 3/);
    act(() => navigate('/orders'));
    expect(desk.orders()).toEqual([]);
    resolve();
    await screen.findByText('2 orders came in');
    expect(desk.orders()).toHaveLength(2);
  });

  it('lets go of the files when the person starts over', async () => {
    desk.choose(file(oldSales));
    await checkStep();
    await press('Start over');
    expect(screen.getByText('Drop the sales of your other program here')).toBeTruthy();
    expect(desk.asked.at(-1)).toBe('historyImport.cancel');
  });
});

describe('a file with thousands of words and hundreds of columns', () => {
  it('is shown all the same, and says that its statuses are no statuses', async () => {
    const wide = Array.from({ length: 300 }, (_, index) => `Extra column ${index} of a very wide export`);
    const rows = Array.from(
      { length: 400 },
      (_, index) => `${index},2024-01-02,2.50,status ${index}${','.repeat(wide.length)}`,
    );
    desk.choose(file(`No,Date,Price,Status,${wide.join(',')}\n${rows.join('\n')}\n`));
    await checkStep();
    await press(/See what comes in/);
    await previewStep();
    expect(screen.getByText(/holds too many different words. All orders count as delivered/)).toBeTruthy();
  });
});
