import type { Caller } from '../../src/main/app/create-app.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { addProduct } from './builders.ts';
import { createOpenShop, owner, type TestApp } from './create-test-app.ts';

export const kiosk: Caller = { kind: 'window', windowId: 1 };
export const customerPassword = 'sparrow-pond-4-kettle';
/** Tenders of a new shop. */
export const [cash, card, upi] = [1, 2, 3] as const;

export const ada = {
  username: 'Ada',
  password: customerPassword,
  name: 'Ada Byron',
  phone: '555-0142',
  address: '3 Low Road',
} as const;
export const ben = {
  ...ada,
  username: 'ben',
  name: 'Ben Cole',
  phone: '555-0177',
  address: '9 Mill Lane',
} as const;

/** A shop with one product (id 1, 3.50, ten of it), whose till was turned over to customers. */
export async function kioskShop(): Promise<TestApp> {
  const test = await createOpenShop();
  addProduct(test, { stock: 10 });
  await test.ask('kiosk.enter', {}, owner);
  return test;
}

type Line = { readonly productId?: number; readonly pieces?: number };

/** An order as the customers' page sends it. */
export function kioskOrder(
  line: Line = {},
  change: Partial<Input<'kiosk.place'>> = {},
): Input<'kiosk.place'> {
  const { productId = 1, pieces = 2 } = line;
  return {
    kind: 'delivery',
    lines: [{ productId, pieces, unitPrice: money(350) }],
    phone: ada.phone,
    address: ada.address,
    tenderId: upi,
    expectedTotal: money(350 * pieces),
    ...change,
  };
}
