import { sql } from 'kysely';
import type { Caller } from '../../src/main/app/create-app.ts';
import { bringTo, deliveryOf, tender } from './after-placing.ts';
import { addProduct, counterSale, line } from './builders.ts';
import { addCategory } from './catalog-builders.ts';
import { createOpenShop, owner, ownerPassword, type TestApp } from './create-test-app.ts';
import { validInputs } from './valid-inputs.ts';

/** A window at which nobody is signed in. */
export const nobody: Caller = { kind: 'window', windowId: 99 };

/** A shop that hostile input is sent to, and how whoever asks comes back after it was signed out by a payload. */
export type HostileShop = {
  readonly test: TestApp;
  /** Answers whether anything had to be done, and so whether the shop has changed. */
  callerIsIn(): Promise<boolean>;
};

/** The shop that `validInputs` speak of, its owner signed in. */
export async function hostileTill(): Promise<HostileShop> {
  const test = await createOpenShop();
  const parentId = addProduct(test, {
    kind: 'parent',
    name: 'T-shirt',
    categoryId: addCategory(test, { name: 'Drinks' }),
  });
  addProduct(test, { stock: 10, barcode: '4006381333931', sku: 'FW-1' });
  addProduct(test, { kind: 'variant', parentId, variantLabel: 'Blue', stock: 3, unit: 'kg' });
  await test.ask('customers.create', {
    name: 'Ada',
    phone: '0555 0101',
    email: '',
    address: 'Low Road 1',
    note: '',
  });
  await test.ask('customers.create', {
    name: 'Adah',
    phone: '0555 0101',
    email: '',
    address: '',
    note: 'the same',
  });
  await test.ask('customers.addNote', { customerId: 1, note: 'likes tea' });
  await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('orders.place', counterSale([line(2, 1, 350)], { customerId: 1 }));
  await placeDeliveries(test);
  await test.ask('views.create', { list: 'orders', name: 'Mine', query: {}, shared: false });
  await sendFile(test);
  rememberPassword(test);
  return { test, callerIsIn: () => ownerIsIn(test) };
}

/** The same shop whose till was turned over to customers, one of them signed in with an order of her own. */
export async function hostileKiosk(): Promise<HostileShop> {
  const { test } = await hostileTill();
  const callerIsIn = () => customerIsIn(test);
  await callerIsIn();
  await test.ask('kiosk.place', validInputs['kiosk.place']);
  return { test, callerIsIn };
}

/** Orders 2 to 9: received but for the third, which has arrived. */
async function placeDeliveries(test: TestApp): Promise<void> {
  for (let orderId = 2; orderId <= 9; orderId += 1) {
    const lines = [line(3, 2, 350), line(null, 1, 120)];
    await test.ask('orders.place', deliveryOf(lines, { tenders: [tender(100)], oversellAccepted: [3] }));
  }
  await bringTo(test, 3, 'delivered');
}

async function sendFile(test: TestApp): Promise<void> {
  const rows = 'Name,Price,SKU,Stock\nTea,2.50,T1,5\nFlat white,3.60,FW-1,7\n';
  const data = Buffer.from(rows).toString('base64');
  await test.ask('import.upload', { uploadId: 'upload-1', fileName: 'list.csv', offset: 0, data });
  await test.ask('import.preview', { uploadId: 'upload-1' });
}

/** Whoever was signed out, locked out or given another password comes back; a till that was turned over is taken back. */
async function ownerIsIn(test: TestApp): Promise<boolean> {
  const reply = await test.app.ask(owner, 'session.current', {});
  if (reply.ok && reply.value?.role === 'owner') return false;
  test.file.transaction((db) => {
    db.run(sql`DELETE FROM signInThrottles`);
    db.run(sql`UPDATE staff SET name = 'Olga Owner', passwordHash = ${hashOf.get(test)} WHERE id = 1`);
  });
  if (reply.ok) await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  else await test.ask('kiosk.leave', { name: 'Olga Owner', secret: ownerPassword });
  return true;
}

/** The owner's password as it was hashed when the shop was opened. */
const hashOf = new WeakMap<TestApp, string>();

function rememberPassword(test: TestApp): void {
  const row = test.file.read.get(sql<{ hash: string }>`SELECT passwordHash AS hash FROM staff WHERE id = 1`);
  if (row) hashOf.set(test, row.hash);
}

/** As `eve` of `validInputs`; one with another password is followed by a namesake. */
async function customerIsIn(test: TestApp): Promise<boolean> {
  const state = await test.app.ask(owner, 'kiosk.state', {});
  if (state.ok && state.value.customer) return false;
  test.file.transaction((db) => db.run(sql`DELETE FROM signInThrottles`));
  if (!state.ok) {
    await ownerIsIn(test);
    await test.ask('kiosk.enter', {});
  }
  const signedIn = await test.app.ask(owner, 'kiosk.signIn', { username: 'eve', password: ownerPassword });
  if (signedIn.ok) return true;
  test.file.transaction((db) =>
    db.run(sql`UPDATE customers SET username = NULL, passwordHash = NULL WHERE username = 'eve'`),
  );
  await test.ask('kiosk.register', {
    ...{ username: 'eve', password: ownerPassword, name: 'Eve', phone: '1', address: 'Low Road 2' },
  });
  return true;
}
