import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb } from '../../src/main/database/connection.ts';
import { checkEachCommand, checkRows, checkShop, shopRules } from './check-shop.ts';
import { commandRules } from './command-rules.ts';
import { damages } from './damages.ts';
import { eventfulShop } from './eventful-shop.ts';

const auditKey = Buffer.alloc(32, 2);
let folder = '';
let shop = '';

beforeAll(async () => {
  const test = await eventfulShop();
  await test.close();
  folder = test.folder;
  shop = join(folder, 'shop.db');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found in a copy of the shop after damage that the file itself would refuse. */
function findings(
  damage: string,
  look: (db: ReturnType<typeof createDb>) => readonly string[],
): readonly string[] {
  const place = mkdtempSync(join(tmpdir(), 'orderlla-damage-'));
  const copy = join(place, 'shop.db');
  copyFileSync(shop, copy);
  const database = new BetterSqlite3(copy);
  try {
    database.pragma('foreign_keys = OFF');
    database.pragma('ignore_check_constraints = ON');
    const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
    for (const name of triggers) database.exec(`DROP TRIGGER "${name}"`);
    database.exec(damage);
    return look(createDb(database));
  } finally {
    database.close();
    rmSync(place, { recursive: true, force: true });
  }
}

const rowsAndCommands = (db: ReturnType<typeof createDb>) => [...checkRows(db), ...checkEachCommand(db)];

describe('what must hold of any shop', () => {
  it('holds of one in which everything has happened', () => {
    expect(findings('', (db) => [...checkShop(db, auditKey), ...checkEachCommand(db)])).toEqual([]);
  });

  it('is broken by some damage for every rule', () => {
    const rules = [...shopRules, ...commandRules].map(([what]) => what);
    expect(Object.keys(damages).toSorted()).toEqual(rules.toSorted());
  });

  it.each(Object.entries(damages))('notices: %s', (rule, damage) => {
    const found = findings(damage, rowsAndCommands);
    expect(found.map((one) => one.replace(/^\d+ × /u, ''))).toContain(rule);
  });

  it.each([
    ['an entry that was changed', `UPDATE auditEntries SET call = 'orders.list' WHERE id = 5`],
    ['an entry that was taken out', 'DELETE FROM auditEntries WHERE id = 5'],
    [
      'a word more in an entry',
      `UPDATE auditEntries SET details = json_set(details, '$.total', 451) WHERE id = 6`,
    ],
  ])('notices in the audit log: %s', (_, damage) => {
    expect(findings(damage, (db) => checkShop(db, auditKey))).not.toEqual([]);
  });

  it('notices a reference to nothing', () => {
    const damage = 'UPDATE orders SET staffId = 99 WHERE id = 1';
    expect(findings(damage, (db) => checkShop(db, auditKey))).toEqual(['1 broken references']);
  });
});
