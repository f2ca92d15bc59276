import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../test/support/render-with-app.tsx';
import { orderCode } from '../../shared/domain/order-code.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useRouteScans } from './use-route-scans.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

function Frame({ rights }: { readonly rights: readonly string[] }) {
  useRouteScans(rights);
  return null;
}

/** A scanner types faster than any person and ends with Enter. */
function scan(code: string): void {
  act(() => {
    for (const key of [...code, 'Enter']) fireEvent.keyDown(document.body, { key });
  });
}

const all = ['sell', 'see-orders'];

describe('a scan away from the till', () => {
  it('brings a product to the till', async () => {
    await renderWithApp(<Frame rights={all} />, test, { at: '#/products' });
    scan('4006381333931');
    expect(window.location.hash).toBe('#/sell?code=4006381333931');
  });

  it("opens the order of a receipt's code, and says when there is none", async () => {
    const productId = addProduct(test, { price: 350, stock: 5 });
    const { orderId } = await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    const { settle } = await renderWithApp(<Frame rights={all} />, test, { at: '#/products' });
    scan(orderCode(orderId));
    await settle();
    expect(window.location.hash).toBe(`#/orders/${orderId}`);
    scan(orderCode(999));
    await settle();
    expect(screen.getByText(/names order 999/)).toBeTruthy();
  });

  it('leaves an open dialog alone', async () => {
    const dialog = (
      <Dialog open title="Customer" onClose={() => undefined}>
        <p />
      </Dialog>
    );
    await renderWithApp(
      <>
        <Frame rights={all} />
        {dialog}
      </>,
      test,
      { at: '#/customers' },
    );
    scan('4006381333931');
    expect(window.location.hash).toBe('#/customers');
    expect(screen.getByText(/Finish or close what is open/)).toBeTruthy();
  });

  it('tells somebody who may do neither', async () => {
    await renderWithApp(<Frame rights={[]} />, test, { at: '#/dashboard' });
    scan('4006381333931');
    expect(screen.getByText(/Your role does not sell/)).toBeTruthy();
  });
});
