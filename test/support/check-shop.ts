import { sql } from 'kysely';
import { chainHash } from '../../src/main/app/audit.ts';
import type { ReadDb } from '../../src/main/database/connection.ts';
import { query } from '../../src/main/database/query.ts';
import { commandRules } from './command-rules.ts';
import { customerRules } from './customer-rules.ts';
import { moneyRules } from './money-rules.ts';
import { orderRules } from './order-rules.ts';
import { brokenRules, type ShopRule } from './shop-rule.ts';
import { stockRules } from './stock-rules.ts';
import { timerRules } from './timer-rules.ts';

/**
 * What must hold in any shop file, after any sequence of calls, any kill and any power cut, said in SQL that
 * knows nothing of the code that wrote the rows. Answers a sentence for each thing that does not hold.
 */
export function checkShop(db: ReadDb, auditKey: Uint8Array): readonly string[] {
  return [...checkFile(db), ...checkRows(db), ...checkAudit(db, auditKey)];
}

/** What holds of any shop, however it came about. */
export const shopRules: readonly ShopRule[] = [
  ...orderRules,
  ...moneyRules,
  ...stockRules,
  ...timerRules,
  ...customerRules,
];

/** What the rows must be to one another: the quick part, for after every step. */
export function checkRows(db: ReadDb): readonly string[] {
  return brokenRules(db, shopRules);
}

function checkFile(db: ReadDb): readonly string[] {
  // A search makes FTS5 look whether another connection wrote; its own integrity check does not, and takes what a
  // connection that only reads remembers of the index for the index: "corruption found" where there is none.
  for (const index of ['customerSearch', 'productSearch']) {
    db.get(sql`SELECT rowid FROM ${sql.table(index)} WHERE ${sql.table(index)} MATCH 'a' LIMIT 1`);
  }
  const integrity = db.all(sql<{ integrity_check: string }>`PRAGMA integrity_check`);
  const broken = db.all(sql`PRAGMA foreign_key_check`);
  return [
    ...integrity.filter((row) => row.integrity_check !== 'ok').map((row) => row.integrity_check),
    ...(broken.length > 0 ? [`${broken.length} broken references`] : []),
  ];
}

function checkAudit(db: ReadDb, auditKey: Uint8Array): readonly string[] {
  const problems: string[] = [];
  let before = '';
  let expected = 1;
  for (const { hash, ...row } of db.all(query.selectFrom('auditEntries').selectAll().orderBy('id'))) {
    if (row.id !== expected) problems.push(`audit entry ${expected} is missing`);
    if (chainHash(auditKey, before, row) !== hash) problems.push(`audit entry ${row.id} does not verify`);
    before = hash;
    expected = row.id + 1;
  }
  return problems;
}

/** What more must hold where everything was done one command at a time. */
export function checkEachCommand(db: ReadDb): readonly string[] {
  return brokenRules(db, commandRules);
}
