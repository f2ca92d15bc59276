import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, nextRequestId, owner, type TestApp } from '../../../test/support/create-test-app.ts';
import type { AnyEntry } from '../../shared/contract/define.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';
import { type Role, rights, roleRights, roles, type StaffRole } from '../../shared/domain/rights.ts';
import type { Caller } from './create-app.ts';

/**
 * Who may ask what, as the door decides it. `docs/permissions.md` is the table that was agreed on: a call or a right
 * without a row there fails here. `vitest run src/main/app/permissions.test.ts -u` writes it anew, to be read.
 */

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const names = (Object.keys(contract) as CallName[]).toSorted();
const staffRoles = ['manager', 'cashier', 'viewer'] as const;
const pin = '730184';
let windows = 1;

async function personOf(role: StaffRole): Promise<{ readonly staffId: number; readonly caller: Caller }> {
  windows += 1;
  const caller: Caller = { kind: 'window', windowId: windows };
  const { staffId } = await test.ask('staff.add', { name: `The ${role} ${windows}`, role, pin });
  await test.ask('session.signIn', { staffId, pin }, caller);
  return { staffId, caller };
}

/** What the door says to an input that no schema takes: who may gets as far as `invalid-input`. */
async function verdict(caller: Caller, name: CallName, shop: TestApp = test): Promise<string> {
  const reply = await shop.app.call(caller, name, { unheardOf: true }, nextRequestId());
  return reply.ok ? 'ok' : reply.error.code;
}

/** A shop whose till was turned over to customers, of whom one is signed in or none. */
async function turnedOver(withCustomer: boolean): Promise<TestApp> {
  const kiosk = await createOpenShop();
  await kiosk.ask('kiosk.enter', {});
  const ada = { username: 'ada', password: 'walnut-heron-3-ladder' };
  const contact = { name: 'Ada', address: 'Low Road 1', phone: '0555 0101' };
  if (withCustomer) await kiosk.ask('kiosk.register', { ...ada, ...contact });
  return kiosk;
}

const words: Readonly<Record<string, string>> = {
  'invalid-input': 'yes',
  'password-again': 'with password',
  forbidden: '–',
  'not-signed-in': '–',
};

function rightsTable(): readonly string[] {
  const shown: readonly Role[] = roles;
  const rows = rights.map((right) => {
    const cells = shown.map((role) => (roleRights[role].has(right) ? 'yes' : '–'));
    return `| ${[right, ...cells].join(' | ')} |`;
  });
  return [`| right | ${shown.join(' | ')} |`, `|---|${'---|'.repeat(shown.length)}`, ...rows];
}

describe('permissions', () => {
  it('are those of docs/permissions.md: every right of every role, every call for every role, nobody and customers', async () => {
    const callers: Record<string, Caller> = { owner };
    for (const role of staffRoles) callers[role] = (await personOf(role)).caller;
    callers.nobody = { kind: 'window', windowId: 99 };
    // The owner has given the password when the shop was opened; later it is asked for again.
    test.now += 6 * 60_000;
    const kiosks = { kiosk: await turnedOver(false), customer: await turnedOver(true) };
    const rows: string[] = [];
    for (const name of names) {
      const said: string[] = [];
      for (const caller of Object.values(callers)) said.push(await verdict(caller, name));
      for (const shop of Object.values(kiosks)) said.push(await verdict(owner, name, shop));
      const cells = said.map((code) => words[code] ?? code);
      const { kind, needs } = contract[name] as AnyEntry;
      rows.push(`| ${[name, kind, needs, ...cells].join(' | ')} |`);
    }
    for (const shop of Object.values(kiosks)) await shop.close();
    const asked = [...Object.keys(callers), ...Object.keys(kiosks)];
    const text = [
      '# Who may what',
      '',
      'Written by `src/main/app/permissions.test.ts` from what the door answers; rights beyond a role are in the shop file.',
      '',
      '## Rights by role',
      '',
      ...rightsTable(),
      '',
      '## Calls',
      '',
      `| call | kind | needs | ${asked.join(' | ')} |`,
      `|---|---|---|${'---|'.repeat(asked.length)}`,
      ...rows,
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, '../../../docs/permissions.md'));
  });

  it('decide as the contract says, for whoever has a right beside the role and whoever lacks one', async () => {
    const more = await personOf('viewer');
    const less = await personOf('manager');
    let cells = 0;
    for (const right of rights) {
      if (right === 'shop-for-self') continue;
      const discountCeiling = null;
      const overrides = (granted: boolean) => [{ right, granted }];
      await test.ask('staff.setRights', {
        staffId: more.staffId,
        overrides: overrides(true),
        discountCeiling,
      });
      await test.ask('staff.setRights', {
        staffId: less.staffId,
        overrides: overrides(false),
        discountCeiling,
      });
      for (const name of names.filter((one) => contract[one].needs === right)) {
        expect([name, await verdict(less.caller, name)]).toEqual([name, 'forbidden']);
        const said = await verdict(more.caller, name);
        expect([name, ['invalid-input', 'password-again'].includes(said)]).toEqual([name, true]);
        cells += 2;
      }
    }
    expect(cells).toBeGreaterThan(60);
    const nobodys = names.filter((name) => contract[name].needs === 'shop-for-self');
    for (const name of nobodys) expect([name, await verdict(owner, name)]).toEqual([name, 'forbidden']);
  });

  it('end at once with the session, and with the person: what is not public is refused', async () => {
    const ended = await personOf('manager');
    const disabled = await personOf('manager');
    const sessions = await test.ask('staff.sessions', {
      staffId: ended.staffId,
      openOnly: true,
      cursor: null,
      limit: 5,
    });
    await test.ask('staff.endSession', { sessionId: sessions.items[0]?.id ?? 0 });
    await test.ask('staff.setDisabled', { staffId: disabled.staffId, disabled: true });
    for (const name of names) {
      const expected = contract[name].needs === 'public' ? 'invalid-input' : 'not-signed-in';
      for (const { caller } of [ended, disabled]) {
        expect([name, await verdict(caller, name)]).toEqual([name, expected]);
      }
    }
    // Coming back opens no old session.
    await test.ask('staff.setDisabled', { staffId: disabled.staffId, disabled: false });
    expect(await verdict(disabled.caller, 'shop.tenders')).toBe('not-signed-in');
  });
});
