import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { navigate } from '../../ui/router.ts';
import { ImportScreen } from './import-screen.tsx';

let test: TestApp;
let app: RenderedApp;
/** What main calls each file, in the order in which they were taken over. */
let uploads: string[];
let asked: string[];
/** Called each time main says how far it is. */
let onProgress: ((share: number) => void) | null;

beforeEach(async () => {
  test = await createOpenShop();
  uploads = [];
  asked = [];
  onProgress = null;
  app = await renderWithApp(<ImportScreen />, test, {
    at: '#/import',
    wrapBridge: (bridge) => ({
      onChange: (listener) =>
        bridge.onChange((change) => {
          listener(change);
          if (change.kind === 'progress') onProgress?.(change.progress.done / change.progress.total);
        }),
      invoke(name, input, requestId) {
        asked.push(name);
        const { uploadId } = input as { uploadId?: string };
        if (name === 'import.upload' && uploadId && !uploads.includes(uploadId)) uploads.push(uploadId);
        return bridge.invoke(name, input, requestId);
      },
    }),
  });
});
afterEach(async () => {
  app.unmount();
  cleanup();
  await test.close();
});

function choose(content: string | Uint8Array<ArrayBuffer>, name = 'products.csv'): void {
  const input = app.container.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no field for a file');
  fireEvent.change(input, { target: { files: [new File([content], name)] } });
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => act(() => void fireEvent.click(button(name)));
const checkStep = () => screen.findByRole('button', { name: /See what changes/ });
const previewStep = () => screen.findByRole('button', { name: /^Load (\d|products)/ });
const doneStep = () => screen.findByRole('button', { name: 'Sell now' });
const products = async () =>
  (
    await test.ask('catalog.list', {
      text: '',
      categoryId: null,
      stock: 'all',
      cursor: null,
      limit: 100,
    })
  ).items;

/** Chooses from one of the lists of columns. */
async function setColumn(field: string, column: string): Promise<void> {
  await press(new RegExp(`Column for ${field}$`));
  act(() => void fireEvent.click(screen.getByRole('option', { name: column })));
}

/** Figures of the step: "New products" → "3". */
function tally(label: string): string | undefined {
  return screen.getByText(label, { selector: 'p' }).nextElementSibling?.textContent ?? undefined;
}

describe('a list with columns that nobody knows', () => {
  const list = 'aaa;bbb;ccc\nTea;99;3,50\nMug;12;8,00\n';

  it('comes in as the person maps it, and the next file like it is mapped the same', async () => {
    choose(list);
    await checkStep();
    await setColumn('Name', 'aaa');
    await setColumn('Price', 'bbb');
    const row = screen.getByRole('row', { name: /^Price .*bbb/ });
    expect(within(row).getByText('99')).toBeTruthy();
    expect(within(row).queryByText('Guessed')).toBeNull();
    await press(/See what changes/);
    await previewStep();
    expect(tally('New products')).toBe('2');
    await press(/Load 2 products/);
    await doneStep();
    expect(screen.getByRole('heading', { name: '2 products came in' })).toBeTruthy();
    expect((await products()).map(({ name, price }) => [name, price])).toEqual([
      ['Mug', 1200],
      ['Tea', 9900],
    ]);
    await press('Load another file');
    choose('bbb;ccc;aaa\n5;6;Cup\n', 'next.csv');
    await checkStep();
    expect(screen.getByText(/As you chose it the last time/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Price Remembered .*bbb/ })).toBeTruthy();
  });

  it('cannot go on without a column that tells products apart, and says which', async () => {
    choose('Name;Price\nTea;3\n');
    await checkStep();
    await setColumn('Name', 'Not in this file');
    expect(screen.getByText(/Choose the column with the name, the SKU/)).toBeTruthy();
    await press(/See what changes/);
    expect(screen.queryByText('New products')).toBeNull();
    await setColumn('Name', 'Name');
    await setColumn('Price', 'Not in this file');
    expect(screen.getByText(/No column holds a price/)).toBeTruthy();
  });

  it('is read anew as the person says it is written, and keeps what was set by hand', async () => {
    choose(Uint8Array.from(Buffer.from('aaa;bbb\nCaf\x8e;3\n', 'latin1')));
    await checkStep();
    await setColumn('Name', 'aaa');
    await setColumn('Price', 'bbb');
    await press(/Characters/);
    act(() => void fireEvent.click(screen.getByRole('option', { name: 'Mac Roman' })));
    await waitFor(() => expect(screen.getAllByText('Café').length).toBeGreaterThan(0));
    expect(screen.getByRole('row', { name: /^Price .*bbb/ })).toBeTruthy();
    await press(/See what changes/);
    await previewStep();
    expect(screen.getByRole('row', { name: /Café.*£3\.00/ })).toBeTruthy();
  });
});

describe('what is wrong with a file', () => {
  it('is told in sentences, rows that stay out first, and saved as a file', async () => {
    choose('Name,SKU,Price\nTea,A,1.00\nCup,A,2.00\nMug,B,abc\n');
    await checkStep();
    await press(/See what changes/);
    await previewStep();
    expect(tally('Rows left out')).toBe('1');
    act(() => void fireEvent.click(screen.getByRole('tab', { name: /^Problems/ })));
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    const said = items.filter((item) => item.startsWith('Line'));
    expect(said[0]).toContain('Line 4“abc” is not an amount. Row left out.');
    expect(said[1]).toContain('SKU A is already used on line 2.');
    await press('Save the list of problems');
    await screen.findByText(/The list of problems is saved as products problems.csv/);
    const saved = Buffer.from(test.desktop.saved[0]?.bytes as Uint8Array).toString();
    expect(saved).toContain('Mug,B,abc');
  });

  it.each([
    ['', /holds no rows/],
    ['PK\u0003\u0004rest', /save it as CSV/],
  ])('refuses %j in words and offers the next choice', async (content, words) => {
    choose(content);
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    choose('Name,Price\nTea,3\n');
    await checkStep();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers the file again when main has lost it, with everything that was chosen', async () => {
    choose('aaa;bbb\nTea;3\n');
    await checkStep();
    await setColumn('Name', 'aaa');
    await setColumn('Price', 'bbb');
    await app.client.ask('import.cancel', { uploadId: uploads[0] ?? '', forget: true });
    await press(/See what changes/);
    expect((await screen.findByRole('alert')).textContent).toContain('no longer at hand');
    await press('Read the file again');
    await waitFor(() => expect(uploads).toHaveLength(2));
    await checkStep();
    expect(screen.getByRole('row', { name: /^Price .*bbb/ })).toBeTruthy();
    await press(/See what changes/);
    await previewStep();
    expect(tally('New products')).toBe('1');
  });
});

describe('products that the shop has', () => {
  it('change, or stay, as the person chooses, and the figures follow', async () => {
    addProduct(test, { name: 'Tea', sku: 'A', price: 100, stock: 2 });
    addProduct(test, { name: 'Mug', sku: 'B', price: 100, stock: 2 });
    choose('Name,SKU,Price,Stock\nTea,A,1.50,9\nMug,B,1.00,7\n');
    await checkStep();
    await press(/See what changes/);
    await previewStep();
    expect([tally('Changed products'), tally('Unchanged products')]).toEqual(['1', '1']);
    expect(screen.getByRole('row', { name: /Mug.*Stays, as chosen above/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /Tea.*Price: £1\.00 → £1\.50/ })).toBeTruthy();
    act(() => void fireEvent.click(screen.getByRole('switch', { name: /Set the stock/ })));
    expect([tally('Changed products'), tally('Unchanged products')]).toEqual(['2', '0']);
    act(() => void fireEvent.click(screen.getByRole('switch', { name: /Change products/ })));
    await press(/Load 2 products/);
    await doneStep();
    const now = (await products()).map(({ name, price, onHand }) => [name, price, onHand]);
    expect(now).toEqual([
      ['Mug', 100, 7000],
      ['Tea', 100, 9000],
    ]);
  });

  it('are not loaded when nothing may change', async () => {
    addProduct(test, { name: 'Tea', sku: 'A', price: 100 });
    choose('Name,SKU,Price\nTea,A,1.50\n');
    await checkStep();
    await press(/See what changes/);
    await previewStep();
    act(() => void fireEvent.click(screen.getByRole('switch', { name: /Change products/ })));
    await press('Load products');
    expect(asked).not.toContain('import.run');
  });
});

describe('a long file', () => {
  const rows = 1500;
  const long = `Name,SKU,Price,Stock\n${Array.from({ length: rows }, (_, n) => `Thing ${n},S${n},${n}.50,${n % 9}`).join('\n')}`;

  /** Begins to load and does something once main is in the middle of it. */
  async function whileLoading(act: () => void): Promise<void> {
    choose(long);
    await checkStep();
    await press(/See what changes/);
    await previewStep();
    onProgress = (share) => {
      if (share < 0.6) return;
      onProgress = null;
      act();
    };
    await press(/Load 1,500 products/);
  }

  it('is stopped with Escape, leaves nothing, and can be loaded after all', async () => {
    await whileLoading(() => fireEvent.keyDown(document.body, { key: 'Escape' }));
    await screen.findAllByText('Loading was stopped. Nothing of the file was kept.');
    expect(await products()).toEqual([]);
    await press(/Load 1,500 products/);
    await doneStep();
    expect((await test.ask('catalog.count', {})).sellable).toBe(rows);
    expect(screen.getByRole('status').textContent).toBe('1,500 products came in');
  });

  it('asks before the screen is left while it loads', async () => {
    await whileLoading(() => {
      act(() => navigate('/products'));
      const dialog = screen.getByRole('alertdialog', { name: 'Loading is still under way' });
      expect(window.location.hash).toBe('#/import');
      fireEvent.click(within(dialog).getByRole('button', { name: 'Stop and leave' }));
    });
    await waitFor(() => expect(window.location.hash).toBe('#/products'));
    await app.settle();
    expect(await products()).toEqual([]);
  });

  it('gives way to another file, of which alone something is left', async () => {
    choose(long, 'first.csv');
    await screen.findByRole('progressbar', { name: /first.csv/ });
    choose('Name,Price\nTea,3\n', 'second.csv');
    await checkStep();
    expect(screen.getByText('second.csv, 1 row')).toBeTruthy();
    await app.settle();
    expect(screen.getByText('second.csv, 1 row')).toBeTruthy();
    expect(await test.refused('import.preview', { uploadId: uploads[0] ?? '' })).toMatchObject({
      code: 'upload-gone',
    });
  });

  it('is no longer read when the person stops it, or leaves', async () => {
    choose(long);
    await screen.findByRole('progressbar', { name: /Reading/ });
    await press(/Stop reading/);
    expect(screen.getByText('Drop a product file here')).toBeTruthy();
    choose(long);
    await checkStep();
    app.unmount();
    await waitFor(async () => {
      const reply = await test.app.ask({ kind: 'window', windowId: 1 }, 'import.preview', {
        uploadId: uploads.at(-1) ?? '',
      });
      expect(reply.ok ? 'ok' : reply.error.code).toBe('upload-gone');
    });
  });
});
