import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkShop } from '../../../test/support/check-shop.ts';
import {
  createTestApp,
  nextRequestId,
  openShopInput,
  owner,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import { hostileInput } from '../../../test/support/hostile-input.ts';
import { type HostileShop, hostileKiosk, hostileTill, nobody } from '../../../test/support/hostile-shop.ts';
import { validInputs as valid } from '../../../test/support/valid-inputs.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';
import type { Caller } from './create-app.ts';

/** Payloads for each call and caller; more by `ORDERLLA_HOSTILE_RUNS`. */
const runs = Number(process.env.ORDERLLA_HOSTILE_RUNS ?? 3);
const names = Object.keys(contract) as CallName[];
const auditKey = Buffer.alloc(32, 2);

let till: HostileShop;
let kiosk: HostileShop;
beforeAll(async () => {
  till = await hostileTill();
  kiosk = await hostileKiosk();
});
afterAll(async () => {
  await till.test.close();
  await kiosk.test.close();
});

/** Calls of the customers' page are sent to a till that was turned over, all others to one that was not. */
function shopFor(name: CallName): HostileShop {
  return contract[name].needs === 'kiosk' ? kiosk : till;
}

/** Hash of all rows that a refusal must leave alone. */
function stateHash({ file: { read } }: TestApp): string {
  const tables = read.all(
    sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'
      AND name NOT IN ('auditEntries', 'auditMarks', 'signInThrottles') AND name NOT LIKE 'sqlite%' ORDER BY name`,
  );
  const hash = createHash('sha256');
  for (const { name } of tables) {
    hash.update(name).update(JSON.stringify(read.all(sql`SELECT * FROM ${sql.table(name)}`)));
  }
  return hash.digest('hex');
}

/** Words that only the inside of the application uses. */
const insides = /\.ts\b|node:|node_modules|SQLITE|sqlite|\bSELECT\b|\bINSERT\b|\/work\/|\/tmp\/| {4}at /;

function expectPlainRefusal(reply: Reply, { logged }: TestApp): void {
  if (reply.ok) return;
  const { code } = reply.error;
  if (code === 'internal') throw new Error(`internal: ${JSON.stringify(logged.at(-1))}`);
  const told = JSON.stringify(reply);
  expect(told.length).toBeLessThan(20_000);
  expect(told).not.toMatch(insides);
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
      const { test, callerIsIn } = shopFor(name);
      const payloads = hostileInput(entry.input, valid[name]);
      const mayWrite = entry.kind !== 'query';
      let before = mayWrite ? stateHash(test) : '';
      const send = async (caller: Caller, payload: unknown): Promise<Reply> => {
        const reply = await test.app.call(caller, name, payload, nextRequestId());
        expectPlainRefusal(reply, test);
        if (reply.ok && mayWrite) before = stateHash(test);
        return reply;
      };
      await fc.assert(
        fc.asyncProperty(payloads, async (payload) => {
          if (await callerIsIn()) before = mayWrite ? stateHash(test) : '';
          const reply = await send(owner, payload);
          const isPriced = name === 'orders.place' || name === 'orders.edit';
          const priced = isPriced ? asPriced(payload, reply) : null;
          if (priced) await send(owner, priced);
          await send(nobody, payload);
          // What was refused since the last answer changed nothing.
          if (mayWrite) expect(stateHash(test)).toBe(before);
        }),
        { numRuns: runs },
      );
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect(checkShop(test.file.read, auditKey)).toEqual([]);
    },
    120_000,
  );

  it.each(names)('%s answers a ring, a million items and ten megabytes with invalid-input', async (name) => {
    const { test, callerIsIn } = shopFor(name);
    await callerIsIn();
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
  });

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
