import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { orderllaDatabase } from '../../../../test/support/orderlla-file.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { OrderllaImportScreen } from './orderlla-import-screen.tsx';

let test: TestApp;
let app: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
  app = await renderWithApp(<OrderllaImportScreen />, test, { at: '#/orderlla-import' });
});
afterEach(async () => {
  app.unmount();
  cleanup();
  await test.close();
});

function choose(content: BlobPart, name: string): void {
  const input = app.container.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no field for a file');
  fireEvent.change(input, { target: { files: [new File([content], name)] } });
}

const shop = {
  customers: [{ id: '1', name: 'Ada', username: 'ada', address: 'Low Road', contact: '1' }],
  products: [{ id: '1', name: 'Lamp', price: '2', stock: '-5' }],
  orders: [
    {
      id: '1',
      customer_id: '1',
      items: '{"1": 1}',
      total: '2',
      status: 'Delivered',
      order_date: '2025-01-02',
    },
  ],
};

describe('the Orderlla import', () => {
  it('shows what comes in and what is odd, brings it in, and saves the report', async () => {
    choose(new Uint8Array(orderllaDatabase(shop)), 'old-shop.db');
    const run = await screen.findByRole('button', { name: /^Bring in 1 order/ });
    expect(screen.getByText(/The stock is below zero.*Lamp/)).toBeTruthy();
    expect(screen.getByText('Delivered').nextElementSibling?.textContent).toBe('1 · £2.00');
    expect(test.file.read.all(sql`SELECT 1 FROM orders`)).toEqual([]);
    act(() => void fireEvent.click(run));
    expect(await screen.findByRole('heading', { name: '1 order came in' })).toBeTruthy();
    expect(test.file.read.all(sql`SELECT 1 FROM orders`)).toHaveLength(1);
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Save the report' })));
    await screen.findByText(/The report was saved/);
    expect(test.desktop.saved.map(({ name }) => name)).toEqual(['old-shop report.csv']);
  });

  it('says what a file is not, and takes another', async () => {
    choose('id,name\n1,Tea\n', 'list.csv');
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /not an Orderlla shop.*Nothing was changed/,
    );
    choose(new Uint8Array(orderllaDatabase(shop)), 'old-shop.db');
    await screen.findByRole('button', { name: /^Bring in 1 order/ });
  });
});
