import { afterEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import {
  createOpenShop,
  createTestApp,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import type { AnyEntry } from '../../shared/contract/define.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';
import { type Right, roleRights } from '../../shared/domain/rights.ts';
import { query } from '../database/query.ts';
import { chainHash } from './audit.ts';
import type { Caller, Change } from './create-app.ts';

const open: TestApp[] = [];
async function shop(): Promise<TestApp> {
  const test = await createOpenShop();
  open.push(test);
  return test;
}
afterEach(async () => {
  for (const test of open.splice(0)) await test.close();
});

const nobody: Caller = { kind: 'window', windowId: 99 };

describe('the door', () => {
  const names = Object.keys(contract) as CallName[];

  async function windowOf(
    test: TestApp,
    role: 'manager' | 'cashier' | 'viewer',
    windowId: number,
  ): Promise<Caller> {
    const caller: Caller = { kind: 'window', windowId };
    const { staffId } = await test.ask('staff.add', { name: `The ${role}`, role, pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    return caller;
  }

  it('decides each call for each role and for nobody as the contract says', async () => {
    const test = await shop();
    const callers = {
      owner,
      manager: await windowOf(test, 'manager', 2),
      cashier: await windowOf(test, 'cashier', 3),
      viewer: await windowOf(test, 'viewer', 4),
      nobody,
    } as const;
    let cells = 0;
    for (const name of names) {
      const entry = contract[name] as AnyEntry;
      for (const [role, caller] of Object.entries(callers)) {
        // An input that no schema accepts: what is allowed gets as far as `invalid-input`.
        const reply = await test.app.call(caller, name, { unheardOf: true }, nextRequestId());
        const may =
          entry.needs === 'public' ||
          (role !== 'nobody' &&
            (entry.needs === 'signed-in' ||
              roleRights[role as keyof typeof roleRights].has(entry.needs as Right)));
        const expected = may ? 'invalid-input' : role === 'nobody' ? 'not-signed-in' : 'forbidden';
        expect([name, role, reply.ok ? 'ok' : reply.error.code]).toEqual([name, role, expected]);
        cells += 1;
      }
    }
    expect(cells).toBe(names.length * 5);
  });

  it('knows no call outside the contract', async () => {
    const test = await shop();
    for (const name of ['orders.steal', '__proto__', 'constructor', 'toString', '']) {
      const reply = await test.app.call(owner, name, {}, nextRequestId());
      expect(reply.ok ? 'ok' : reply.error.code).toBe('not-found');
    }
  });

  it.each([null, undefined, 1, 'text', [], { shop: Number.NaN }, { __proto__: null, a: 1 }])(
    'refuses input %j in words, with no stack in the answer',
    async (input) => {
      const test = await shop();
      const reply = await test.app.call(owner, 'orders.place', input, nextRequestId());
      expect(reply.ok).toBe(false);
      expect(JSON.stringify(reply)).not.toMatch(/at |node:|SELECT|\.ts/);
    },
  );

  it('lets a person who was disabled a moment ago do nothing more', async () => {
    const test = await shop();
    const cashier = await windowOf(test, 'cashier', 3);
    expect((await test.app.ask(cashier, 'shop.tenders', {})).ok).toBe(true);
    test.file.transaction((db) =>
      db.run(query.updateTable('staff').set({ disabledAt: test.now }).where('role', '=', 'cashier')),
    );
    expect((await test.refused('shop.tenders', {}, cashier)).code).toBe('not-signed-in');
  });

  it('needs a request id for a command', async () => {
    const test = await shop();
    for (const requestId of [undefined, '', 'one', '00000000-0000-4000-8000-000000000000']) {
      const reply = await test.app.call(owner, 'shop.update', { name: 'New' }, requestId);
      expect(reply.ok ? 'ok' : reply.error.code).toBe('invalid-input');
    }
  });

  it('answers the same request as before and does it once', async () => {
    const test = await shop();
    const productId = addProduct(test, { stock: 10 });
    const sale = counterSale([line(productId, 1, 350)]);
    const id = nextRequestId();
    const replies = await Promise.all([1, 2, 3].map(() => test.app.ask(owner, 'orders.place', sale, id)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect((await test.ask('orders.list', everyOrder)).items).toHaveLength(1);
    const other = await test.app.ask(owner, 'orders.place', { ...sale, note: 'other' }, id);
    expect(other.ok ? 'ok' : other.error.code).toBe('invalid-input');
  });

  it('publishes what a command changed, after the commit, and that a refusal was written down', async () => {
    const test = await shop();
    const changes: Change[] = [];
    test.app.onChange((change) => changes.push(change));
    await test.refused('orders.place', counterSale([line(404, 1, 350)]));
    expect(changes.splice(0)).toEqual([{ kind: 'changed', topics: ['audit'] }]);
    await test.ask('shop.update', { name: 'Renamed' });
    expect(changes).toEqual([{ kind: 'changed', topics: ['shop', 'audit'] }]);
    expect((await test.ask('setup.state', {})).shop?.name).toBe('Renamed');
  });

  it('turns what nobody foresaw into a reference, and keeps the rest for the log', async () => {
    const test = await shop();
    const productId = addProduct(test, { stock: 10 });
    test.file.transaction((db) => db.statement('DROP TABLE orderTaxes').run());
    const reply = await test.app.call(
      owner,
      'orders.place',
      counterSale([line(productId, 1, 350)]),
      nextRequestId(),
    );
    expect(reply.ok ? 'ok' : reply.error).toEqual({
      code: 'internal',
      message: 'internal',
      details: { reference: expect.any(String) },
    });
    expect(test.logged.at(-1)).toMatchObject({ level: 'error' });
  });
});

const everyOrder = {
  text: '',
  status: 'all',
  kind: 'all',
  fromDate: null,
  toDate: null,
  customerId: null,
  cursor: null,
  limit: 50,
} as const;

describe('the audit log', () => {
  it('has one entry for each command and each refusal, in a chain that verifies, without secrets', async () => {
    const test = await shop();
    const productId = addProduct(test, { stock: 10 });
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    await test.refused('orders.place', counterSale([line(productId, 1, 999)]));
    await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('catalog.count', {});
    const rows = test.file.read.all(query.selectFrom('auditEntries').selectAll().orderBy('id'));
    expect(rows.map((row) => [row.call, row.outcome])).toEqual([
      ['setup.openShop', 'ok'],
      ['orders.place', 'ok'],
      ['orders.place', 'price-changed'],
      ['staff.add', 'ok'],
    ]);
    let before = '';
    for (const { hash, ...row } of rows) {
      expect(chainHash(Buffer.alloc(32, 2), before, row)).toBe(hash);
      before = hash;
    }
    expect(JSON.stringify(rows)).not.toMatch(/730184|482913|larch-otter/);
    expect(rows[1]?.subject).toBe('order 1');
  });

  it('leaves nothing of a command that was refused', async () => {
    const test = await shop();
    const productId = addProduct(test, { stock: 10 });
    await test.refused('orders.place', counterSale([line(productId, 1, 350), line(productId, 1, 351)]));
    for (const table of ['orders', 'orderLines', 'payments', 'orderEvents', 'requests'] as const) {
      expect(test.file.read.all(query.selectFrom(table).selectAll())).toEqual([]);
    }
  });
});

describe('a file without a shop', () => {
  it('answers what is public and refuses the rest', async () => {
    const test = createTestApp();
    open.push(test);
    expect((await test.ask('setup.state', {})).shop).toBeNull();
    expect(await test.ask('session.people', {})).toEqual([]);
    expect((await test.refused('orders.list', everyOrder)).code).toBe('not-signed-in');
  });
});
