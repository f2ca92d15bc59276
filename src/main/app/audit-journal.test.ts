import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import {
  createOpenShop,
  createTestApp,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import { type HostileShop, hostileKiosk, hostileTill, nobody } from '../../../test/support/hostile-shop.ts';
import { validInputs as valid } from '../../../test/support/valid-inputs.ts';
import type { AnyEntry } from '../../shared/contract/define.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';
import type { AuditRow } from './audit.ts';
import type { Caller } from './create-app.ts';
import { quietTasks } from './quiet-tasks.ts';

/** Every call of the contract, done and refused in each way, and what of it stands in the log: one entry, or none. */

const names = Object.keys(contract) as CallName[];
const entryOf = (name: CallName): AnyEntry => contract[name] as AnyEntry;
const denials = ['forbidden', 'password-again', 'approval-not-valid', 'approval-expired'];

let till: HostileShop;
let kiosk: HostileShop;
const viewer: Caller = { kind: 'window', windowId: 7 };
beforeAll(async () => {
  till = await hostileTill();
  kiosk = await hostileKiosk();
  const { staffId } = await till.test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '519037' });
  await till.test.ask('session.signIn', { staffId, pin: '519037' }, viewer);
});
afterAll(async () => {
  await till.test.close();
  await kiosk.test.close();
});

/** Calls of the customers' page are sent to a till that was turned over, all others to one that was not. */
const shopFor = (name: CallName): HostileShop => (contract[name].needs === 'kiosk' ? kiosk : till);

function entriesAfter(test: TestApp, id: number): readonly AuditRow[] {
  return test.file.read.all(sql<AuditRow>`SELECT * FROM auditEntries WHERE id > ${id} ORDER BY id`);
}

const lastId = (test: TestApp): number =>
  test.file.read.get(sql<{ id: number | null }>`SELECT max(id) AS id FROM auditEntries`)?.id ?? 0;

/** How many entries a call must leave, by its kind and what it was answered. */
function expectedEntries(name: CallName, reply: Reply): number {
  const entry = entryOf(name);
  const isQuestion = entry.kind === 'query' || (entry.kind === 'command' && entry.unaudited !== undefined);
  if (!reply.ok) return !isQuestion || denials.includes(reply.error.code) ? 1 : 0;
  if (isQuestion) return 0;
  if (entry.kind === 'command') return 1;
  const isNotSaved = (reply.value as { saved?: boolean }).saved === false;
  return Object.hasOwn(quietTasks, name) || isNotSaved ? 0 : 1;
}

/** Two of what one call does at most: taking a number for an invoice, and printing or saving it. */
const inTwoSteps: readonly string[] = ['documents.print', 'documents.save'];

async function checkCall(caller: Caller, name: CallName, input: unknown): Promise<Reply> {
  const { test, callerIsIn } = shopFor(name);
  await callerIsIn();
  const before = lastId(test);
  const requestId = nextRequestId();
  const reply = await test.app.call(caller, name, input, requestId);
  const written = entriesAfter(test, before);
  const said = reply.ok ? 'ok' : reply.error.code;
  const own = Object.hasOwn(quietTasks, name) && /writes its own/.test(quietTasks[name as never] ?? '');
  const most = inTwoSteps.includes(name) && reply.ok ? 2 : 1;
  const expected = own && reply.ok ? written.length : expectedEntries(name, reply);
  if (written.length !== expected && written.length !== most)
    throw new Error(`${name} answered ${said} and left ${written.length} entries, not ${expected}`);
  if (expected === 0) expect(written).toEqual([]);
  for (const row of written) {
    expect(row).toMatchObject({ call: name, outcome: said, till: 'till-1', requestId });
  }
  return reply;
}

describe('the log', () => {
  it.each(names)('has one entry of %s for each time it is done, refused or denied', async (name) => {
    await checkCall(owner, name, valid[name]);
    await checkCall(owner, name, { unheardOf: true });
    await checkCall(nobody, name, valid[name]);
    if (contract[name].needs !== 'kiosk') await checkCall(viewer, name, valid[name]);
  });

  it('knows only quiet tasks that there are', () => {
    for (const name of Object.keys(quietTasks)) expect(entryOf(name as CallName).kind).toBe('task');
  });

  it('names who, what, where and under which request', async () => {
    const test = await createOpenShop();
    const productId = addProduct(test, { stock: 10 });
    const requestId = nextRequestId();
    await test.app.ask(owner, 'orders.place', counterSale([line(productId, 1, 350)]), requestId);
    const row = entriesAfter(test, 0).at(-1);
    expect(row).toMatchObject({
      ...{ actor: 'staff', staffId: 1, call: 'orders.place', outcome: 'ok', subject: 'order 1' },
      ...{ till: 'till-1', windowId: 1, requestId, customerId: null },
    });
    await test.refused('orders.cancel', { orderId: 1, reason: 'nothing', note: '' } as never);
    await test.refused('orders.addNote', { orderId: 404, note: 'where' });
    expect(entriesAfter(test, row?.id ?? 0)).toMatchObject([
      { call: 'orders.cancel', outcome: 'invalid-input', subject: null },
      { call: 'orders.addNote', outcome: 'not-found', subject: 'order 404' },
    ]);
    await test.close();
  });

  it('has a sign-in, a wrong PIN, waiting, a lock, a closed window and the next start', async () => {
    const test = await createOpenShop({}, { keep: true });
    await test.ask('staff.add', { name: 'Carla', role: 'cashier', pin: '730184' });
    const from = lastId(test);
    const window: Caller = { kind: 'window', windowId: 5 };
    for (let turn = 0; turn < 6; turn += 1)
      await test.refused('session.signIn', { staffId: 2, pin: '111111' }, window);
    await test.ask('session.lock', {}, window);
    test.now += 60_000;
    await test.ask('session.signIn', { staffId: 2, pin: '730184' }, window);
    await test.ask('session.lock', {}, window);
    await test.ask('session.signIn', { staffId: 2, pin: '730184' }, window);
    test.app.forgetWindow(5);
    await test.close();
    const again = createTestApp({ folder: test.folder });
    await again.app.ask({ kind: 'system' }, 'audit.verify', { scope: 'quick', cause: 'start' });
    const rows = entriesAfter(again, from).map(({ call, outcome, staffId, actor, subject, details }) => {
      const { reason } = JSON.parse(details) as { reason?: string };
      return [call, outcome, actor, staffId, subject, reason ?? ''].join(' ').trim();
    });
    const wrong = 'session.signIn wrong-pin nobody  staff 2';
    expect(rows).toEqual([
      ...[wrong, wrong, wrong, wrong, wrong],
      'session.signIn wait-before-guess nobody  staff 2',
      'session.signIn ok nobody 2 staff 2',
      'session.lock ok staff 2 staff 2',
      'session.signIn ok nobody 2 staff 2',
      'session.lock ok staff 2 staff 2 window-closed',
      'session.lock ok system 1 staff 1 stopped',
      'audit.verify ok system  verification 1',
    ]);
    await again.close();
  });

  it('can be neither changed nor shortened through the file’s own connection', async () => {
    const test = await createOpenShop();
    for (const statement of ["UPDATE auditEntries SET call = 'x'", 'DELETE FROM auditEntries']) {
      expect(() => test.file.transaction((db) => db.run(sql.raw(statement)))).toThrow(/only grows/);
    }
    await test.close();
  });
});
