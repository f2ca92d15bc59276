import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Caller } from '../../src/main/app/create-app.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import type { Reply } from '../../src/shared/contract/errors.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { percent } from '../../src/shared/domain/rate.ts';
import {
  createOpenShop,
  createTestApp,
  nextRequestId,
  openShopInput,
  ownerPassword,
  type TestApp,
} from '../support/create-test-app.ts';
import { expectAgreement } from './agreement.ts';
import { expectAnswers } from './answers.ts';
import { type Deed, Refusal } from './expected.ts';
import type { ModelShop, Role } from './model-shop.ts';
import { oracleOf } from './oracles.ts';
import { may } from './rights.ts';

type Sent = Deed & { readonly requestId: string; readonly reply: Reply };

/** The shop beside its model. */
export type RealShop = {
  test: TestApp;
  readonly wrapFile: (file: ShopFile) => ShopFile;
  /** What was answered with yes, to be asked again. */
  readonly sent: Sent[];
};

export const windows: Readonly<Record<Role, Caller>> = {
  owner: { kind: 'window', windowId: 1 },
  manager: { kind: 'window', windowId: 2 },
  cashier: { kind: 'window', windowId: 3 },
  viewer: { kind: 'window', windowId: 4 },
  nobody: { kind: 'window', windowId: 5 },
  system: { kind: 'system' },
};

const staff = [
  { role: 'manager', pin: '640281' },
  { role: 'cashier', pin: '730184' },
  { role: 'viewer', pin: '918273' },
] as const;

/** Nothing here is about disks, so it lies in memory where the system has a place for that. */
const workplace = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const freshFiles = new Map<boolean, Promise<Buffer>>();

/** The file of a shop with one of each role, in a zone whose days are those of UTC. */
async function freshFile(pricesIncludeTax: boolean): Promise<Buffer> {
  const double = [
    { name: 'CGST', rate: percent(9) },
    { name: 'SGST', rate: percent(9) },
  ];
  const taxClasses = [...openShopInput.taxClasses, { name: 'Double', isDefault: false, rates: double }];
  const change = { pricesIncludeTax, taxClasses, timeZone: 'Africa/Abidjan' };
  const test = await createOpenShop(change, { keep: true });
  for (const { role, pin } of staff) await test.ask('staff.add', { name: `The ${role}`, role, pin });
  await test.close();
  const bytes = readFileSync(join(test.folder, 'shop.db'));
  rmSync(test.folder, { recursive: true, force: true });
  return bytes;
}

/** A shop with one of each role at windows of their own. */
export async function openRealShop(
  pricesIncludeTax: boolean,
  wrapFile: RealShop['wrapFile'],
): Promise<RealShop> {
  const fresh = freshFiles.get(pricesIncludeTax) ?? freshFile(pricesIncludeTax);
  freshFiles.set(pricesIncludeTax, fresh);
  const folder = mkdtempSync(join(workplace, 'orderlla-'));
  writeFileSync(join(folder, 'shop.db'), await fresh);
  const test = createTestApp({ folder, keep: true, wrapFile });
  const real: RealShop = { test, wrapFile, sent: [] };
  await signIn(real);
  return real;
}

async function signIn({ test }: RealShop): Promise<void> {
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  for (const [index, { role, pin }] of staff.entries()) {
    await test.ask('session.signIn', { staffId: index + 2, pin }, windows[role]);
  }
}

/** Closes the shop and opens it again, as after a day. */
export async function restart(real: RealShop): Promise<void> {
  const { folder, now } = real.test;
  await real.test.close();
  real.test = createTestApp({ folder, now, keep: true, wrapFile: real.wrapFile });
  await signIn(real);
}

export async function closeRealShop(real: RealShop): Promise<void> {
  await real.test.close();
  rmSync(real.test.folder, { recursive: true, force: true });
}

/** How often each command was done, and refused for what, in all days so far: random days that do nothing prove nothing. */
export const tally = new Map<string, number>();

function count(what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}

/** What every table but the log of what was asked holds. */
function fingerprint({ test }: RealShop): string {
  const { read } = test.file;
  const names = read
    .statement(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name NOT IN ('auditEntries', 'auditMarks', 'requests')`,
    )
    .pluck()
    .all();
  return JSON.stringify(names.map((name) => read.statement(`SELECT * FROM "${name}"`).raw().all()));
}

/** What must come of a deed, thought through on a draft of the model, which it becomes where the deed is done. */
function foresee(
  shop: ModelShop,
  { name, input, role }: Deed,
): { refusal: string } | { value: object; draft: ModelShop } {
  const { needs } = contract[name];
  if (role === 'nobody') return { refusal: 'not-signed-in' };
  if (needs !== 'signed-in' && !may(role, needs)) return { refusal: 'forbidden' };
  const draft = structuredClone(shop);
  try {
    return { value: oracleOf(name)(draft, input as never, role), draft };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

/** Does a deed as the model expects it: the same answer and the same shop after it, or the same refusal and no trace. */
export async function perform(shop: ModelShop, real: RealShop, deed: Deed): Promise<void> {
  const { name, input, role } = deed;
  const expected = foresee(shop, deed);
  const refusal = 'refusal' in expected ? expected.refusal : null;
  const before = refusal === null ? '' : fingerprint(real);
  const requestId = nextRequestId();
  const reply = await real.test.app.call(windows[role], name, input, requestId);
  count(`${name} ${reply.ok ? 'done' : reply.error.code}`);
  expect([name, reply.ok ? null : reply.error.code]).toEqual([name, refusal]);
  if ('refusal' in expected) expect(fingerprint(real)).toBe(before);
  else {
    expect(reply.ok && reply.value).toMatchObject(expected.value);
    Object.assign(shop, expected.draft);
    // Only commands are remembered: a task reaches outside, and reaches again.
    if (contract[name].kind === 'command') real.sent.push({ ...deed, requestId, reply });
  }
  expectAgreement(shop, real.test);
  await expectAnswers(shop, real.test, orderIdIn(input));
}

/** The order that an input names. */
function orderIdIn(input: unknown): number | null {
  const { orderId } = input as { readonly orderId?: number };
  return orderId ?? null;
}

/** The same request once more: the window never got the answer. It is told what it was told, and nothing is done. */
export async function repeat(shop: ModelShop, real: RealShop, pick: number): Promise<boolean> {
  const one = real.sent[pick % Math.max(1, real.sent.length)];
  if (!one) return false;
  const before = fingerprint(real);
  const reply = await real.test.app.call(windows[one.role], one.name, one.input, one.requestId);
  expect(reply).toEqual(one.reply);
  expect(fingerprint(real)).toBe(before);
  expectAgreement(shop, real.test);
  return true;
}
