import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { addCategory } from '../../../test/support/catalog-builders.ts';
import { catalogInputs } from '../../../test/support/catalog-inputs.ts';
import { checkShop } from '../../../test/support/check-shop.ts';
import {
  createOpenShop,
  createTestApp,
  nextRequestId,
  openShopInput,
  owner,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import { hostileInput } from '../../../test/support/hostile-input.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import { type CallName, contract, type Input } from '../../shared/contract/index.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { Caller } from './create-app.ts';

/** Payloads for each call and caller; more by `ORDERLLA_HOSTILE_RUNS`. */
const runs = Number(process.env.ORDERLLA_HOSTILE_RUNS ?? 100);
const names = Object.keys(contract) as CallName[];
const nobody: Caller = { kind: 'window', windowId: 99 };
const auditKey = Buffer.alloc(32, 2);

let test: TestApp;
beforeAll(async () => {
  test = await createOpenShop();
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
  await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('orders.place', counterSale([line(2, 1, 350)], { customerId: 1 }));
  await sendFile();
}, 30_000);
afterAll(() => test.close());

async function sendFile(): Promise<void> {
  const data = Buffer.from('Name,Price,SKU,Stock\nTea,2.50,T1,5\nFlat white,3.60,FW-1,7\n').toString(
    'base64',
  );
  await test.ask('import.upload', { uploadId: 'upload-1', fileName: 'list.csv', offset: 0, data });
  await test.ask('import.preview', { uploadId: 'upload-1' });
}

const page = { text: 'flat', cursor: null, limit: 20 } as const;
const customer = {
  name: 'Ada',
  phone: '0555 0101',
  email: 'a@b.c',
  address: 'Low Road 1',
  note: 'rings twice',
};
const delivery = { name: 'Ada', phone: '1', address: 'Low Road 1', date: 20261123 as never };
const place = counterSale([line(2, 2, 350), line(null, 1, 120)]);

/** What each call is asked in earnest: payloads are made by spoiling it. */
const valid: { readonly [N in CallName]: Input<N> } = {
  'setup.state': {},
  'setup.openShop': openShopInput,
  'setup.loadSample': {},
  'session.current': {},
  'session.people': {},
  'session.signIn': { staffId: 1, password: ownerPassword },
  'session.lock': {},
  'session.recover': { recoveryCode: 'ABCD-EFGH', password: ownerPassword, pin: ownerPin },
  'staff.list': {},
  'staff.add': { name: 'Mary', role: 'manager', pin: '730184' },
  'staff.setPin': { staffId: 2, pin: '730184' },
  'session.confirmPassword': { password: ownerPassword },
  'staff.rename': { staffId: 2, name: 'Carla' },
  'staff.setRole': { staffId: 2, role: 'viewer' },
  'staff.setRights': {
    staffId: 2,
    overrides: [{ right: 'refund', granted: false }],
    discountCeiling: 50_000 as never,
  },
  'staff.setPassword': { staffId: 2, password: 'walnut-heron-3-ladder' },
  'staff.changeOwnPin': { current: ownerPassword, pin: '603918' },
  'staff.changeOwnPassword': { current: ownerPassword, password: 'walnut-heron-3-ladder' },
  'staff.setDisabled': { staffId: 2, disabled: false },
  'staff.sessions': { staffId: null, openOnly: false, cursor: null, limit: 20 },
  'staff.endSession': { sessionId: 1 },
  'staff.newRecoveryCode': { password: ownerPassword },
  'approvals.people': { right: 'discount', above: null },
  'approvals.give': {
    call: 'orders.place',
    input: {},
    right: 'sell',
    staffId: 2,
    pin: '730184',
    earlierId: null,
  },
  'shop.taxClasses': {},
  'shop.tenders': {},
  'shop.update': {
    name: 'Corner',
    cashRounding: 5 as never,
    deliveryDays: 4,
    reorderLevel: 5000 as Quantity,
  },
  'catalog.search': { ...page, categoryId: 1 },
  'catalog.findByCode': { code: '4006381333931' },
  'catalog.variants': { parentId: 1 },
  'catalog.tiles': { productIds: [1, 2, 3] },
  'catalog.categories': {},
  'catalog.list': { ...page, categoryId: 1, stock: 'low' },
  'catalog.product': { productId: 1 },
  'catalog.count': {},
  ...catalogInputs,
  'customers.search': page,
  'customers.get': { customerId: 1 },
  'customers.create': customer,
  'customers.update': { customerId: 1, ...customer },
  'kiosk.state': {},
  'kiosk.look': {},
  'kiosk.enter': {},
  'kiosk.leave': { name: 'Olga Owner', secret: ownerPin },
  'kiosk.register': {
    username: 'eve',
    password: ownerPassword,
    name: 'Eve',
    phone: '1',
    address: 'Low Road 2',
  },
  'kiosk.signIn': { username: 'eve', password: ownerPassword },
  'kiosk.signOut': {},
  'kiosk.touch': {},
  'kiosk.categories': {},
  'kiosk.products': { ...page, categoryId: 1 },
  'kiosk.product': { productId: 2 },
  'kiosk.tiles': { productIds: [2, 3] },
  'kiosk.place': {
    kind: 'delivery',
    lines: [{ productId: 2, pieces: 1, unitPrice: 350 as never }],
    phone: '1',
    address: 'Low Road 2',
    tenderId: 1,
    expectedTotal: 350 as never,
  },
  'kiosk.orders': { cursor: null, limit: 20 },
  'kiosk.order': { orderId: 1 },
  'kiosk.cancel': { orderId: 1 },
  'kiosk.profile': {},
  'kiosk.updateProfile': { name: 'Eve', phone: '1', address: 'Low Road 2' },
  'kiosk.changePassword': { current: ownerPassword, password: 'walnut-heron-3-ladder' },
  'orders.place': { ...place, kind: 'delivery', delivery, customerId: 1 },
  'orders.list': { ...page, status: 'open', kind: 'all', fromDate: null, toDate: null, customerId: null },
  'orders.get': { orderId: 1 },
  'orders.findByCode': { code: 'ORDERLLA:O:1:95' },
  'carts.open': {},
  'carts.save': { cartId: 'cart-2', content: { lines: [{ productId: 2, note: 'x' }] }, isEmpty: false },
  'carts.hold': { cartId: 'cart-3', label: 'Table 4', content: { lines: [{ productId: 2 }] } },
  'carts.listHeld': {},
  'carts.resume': { cartId: 'cart-3' },
  'carts.discard': { cartId: 'cart-3' },
  'dashboard.today': {},
  'import.upload': { uploadId: 'upload-2', fileName: 'list.csv', offset: 0, data: 'TmFtZQo=' },
  'import.preview': {
    uploadId: 'upload-1',
    format: 'generic',
    mapping: { name: 0, price: 1 },
    hasHeader: true,
  },
  'import.run': { uploadId: 'upload-1', updateExisting: true, setStock: true },
  'import.cancel': { uploadId: 'upload-1' },
  'import.saveProblems': { uploadId: 'upload-1' },
  'orderllaImport.preview': { uploadId: 'upload-1' },
  'orderllaImport.run': { uploadId: 'upload-1' },
  'orderllaImport.saveReport': { uploadId: 'upload-1' },
  'machine.get': {},
  'machine.set': { theme: 'dark', receiptPrinter: 'Kitchen' },
  'machine.printers': {},
  'documents.printReceipt': { orderId: 1, paper: null },
  'documents.saveReceipt': { orderId: 1, paper: 'a4' },
  'documents.printTestPage': { paper: '80mm', printer: 'Kitchen' },
  'documents.printRecoveryCode': { recoveryCode: 'ABCD-EFGH' },
  'documents.saveRecoveryCode': { recoveryCode: 'ABCD-EFGH' },
  'maintenance.tidy': {},
};

/** Hash of all rows that a refusal must leave alone. */
function stateHash(): string {
  const { read } = test.file;
  const tables = read.all(
    sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'
      AND name NOT IN ('auditEntries', 'signInThrottles') AND name NOT LIKE 'sqlite%' ORDER BY name`,
  );
  const hash = createHash('sha256');
  for (const { name } of tables) {
    hash.update(name).update(JSON.stringify(read.all(sql`SELECT * FROM ${sql.table(name)}`), bytesAsHex));
  }
  return hash.digest('hex');
}

function bytesAsHex(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}

/** Words that only the inside of the application uses. */
const insides = /\.ts\b|node:|node_modules|SQLITE|sqlite|\bSELECT\b|\bINSERT\b|\/work\/|\/tmp\/| {4}at /;

function expectPlainRefusal(reply: Reply): void {
  if (reply.ok) return;
  const { code } = reply.error;
  if (code === 'internal') throw new Error(`internal: ${JSON.stringify(test.logged.at(-1))}`);
  const told = JSON.stringify(reply);
  expect(told.length).toBeLessThan(20_000);
  expect(told).not.toMatch(insides);
}

/** Whoever was signed out or locked out by a payload comes back for the next one. */
async function ownerIsIn(): Promise<void> {
  const reply = await test.app.ask(owner, 'session.current', {});
  if (reply.ok && reply.value?.role === 'owner') return;
  test.file.transaction((db) => db.run(sql`DELETE FROM signInThrottles`));
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
}

/** A payload priced by main itself gets past the comparison of prices, to what lies behind it. */
function asPriced(payload: unknown, reply: Reply): unknown {
  const total = reply.ok || reply.error.code !== 'price-changed' ? undefined : reply.error.details?.total;
  if (typeof total !== 'number') return null;
  return { ...(payload as object), expectedTotal: total, oversellAccepted: [2] };
}

describe('hostile input', () => {
  it.each(names)(
    '%s answers it in words and keeps the shop as it is',
    async (name) => {
      const entry = contract[name];
      const payloads = hostileInput(entry.input, valid[name]);
      const mayWrite = entry.kind !== 'query';
      let before = mayWrite ? stateHash() : '';
      const send = async (caller: Caller, payload: unknown): Promise<Reply> => {
        const reply = await test.app.call(caller, name, payload, nextRequestId());
        expectPlainRefusal(reply);
        const after = mayWrite ? stateHash() : '';
        if (!reply.ok) expect(after).toBe(before);
        before = after;
        return reply;
      };
      await fc.assert(
        fc.asyncProperty(payloads, async (payload) => {
          await ownerIsIn();
          const reply = await send(owner, payload);
          const priced = name === 'orders.place' ? asPriced(payload, reply) : null;
          if (priced) await send(owner, priced);
          await send(nobody, payload);
        }),
        { numRuns: runs },
      );
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect(checkShop(test.file.read, auditKey)).toEqual([]);
    },
    120_000,
  );

  it.each(names)('%s answers a ring, a million items and ten megabytes with invalid-input', async (name) => {
    await ownerIsIn();
    const ring: Record<string, unknown> = {};
    ring.self = [ring];
    const million = Array.from({ length: 1_000_000 }, () => 1);
    for (const payload of [
      ring,
      { ...valid[name], ring },
      { million },
      { text: 'x'.repeat(10 * 1024 * 1024) },
    ]) {
      const reply = await test.app.call(owner, name, payload, nextRequestId());
      expect(reply.ok ? 'ok' : reply.error.code).toBe('invalid-input');
    }
  });
});

describe('a file without a shop', () => {
  it('is opened by hostile input rightly or not at all', async () => {
    const payloads = hostileInput(contract['setup.openShop'].input, openShopInput);
    await fc.assert(fc.asyncProperty(payloads, openedBy), { numRuns: runs });
  }, 120_000);

  it('answers every call of the application itself without falling over', async () => {
    const fresh = createTestApp();
    for (const name of names.filter((one) => one !== 'setup.openShop')) {
      const reply = await fresh.app.call({ kind: 'system' }, name, valid[name], nextRequestId());
      if (!reply.ok && reply.error.code === 'internal')
        throw new Error(JSON.stringify([name, fresh.logged.at(-1)]));
    }
    await fresh.close();
  });
});

/** Opens a shop with the payload; where that is done, each screen's first questions must have an answer. */
async function openedBy(payload: unknown): Promise<void> {
  const fresh = createTestApp();
  try {
    const reply = await fresh.app.call(owner, 'setup.openShop', payload, nextRequestId());
    if (!reply.ok) {
      if (reply.error.code === 'internal') throw new Error(JSON.stringify(fresh.logged.at(-1)));
      return;
    }
    await fresh.ask('dashboard.today', {});
    await fresh.ask('shop.taxClasses', {});
    await fresh.ask('documents.printTestPage', { paper: '80mm', printer: '' });
    expect(checkShop(fresh.file.read, auditKey)).toEqual([]);
  } finally {
    await fresh.close();
  }
}
