import { sql } from 'kysely';
import { chainHash } from '../../src/main/app/audit.ts';
import type { ReadDb } from '../../src/main/database/connection.ts';
import { query } from '../../src/main/database/query.ts';
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

const rules: readonly ShopRule[] = [...orderRules, ...moneyRules, ...stockRules, ...timerRules];

/** What the rows must be to one another: the quick part, for after every step. */
export function checkRows(db: ReadDb): readonly string[] {
  return brokenRules(db, rules);
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

/** What more must hold where everything was done one command at a time; a sample or an import is one entry for all. */
const rulesOfCommands: readonly ShopRule[] = [
  [
    'order without its audit entry',
    `SELECT o.id FROM orders o LEFT JOIN returns b ON b.exchangeOrderId = o.id
     WHERE ifnull('return ' || b.id, 'order ' || o.id) NOT IN (
       SELECT subject FROM auditEntries WHERE outcome = 'ok' AND subject IS NOT NULL)`,
  ],
  [
    'command without its audit entry, or with more than one',
    `SELECT 1 FROM (SELECT call, at, count(*) AS n FROM requests GROUP BY call, at) asked
     WHERE n <> (SELECT count(*) FROM auditEntries a
       WHERE a.call = asked.call AND a.at = asked.at AND a.outcome = 'ok')`,
  ],
  [
    'event without a command of its moment',
    `SELECT 1 FROM orderEvents e WHERE NOT EXISTS (SELECT 1 FROM auditEntries a WHERE a.at = e.at AND a.outcome = 'ok')`,
  ],
  [
    'refund that its order’s timeline does not tell',
    `SELECT 1 FROM refunds r WHERE r.orderId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM orderEvents e
       WHERE e.orderId = r.orderId AND e.kind = 'refund' AND e.details ->> 'refundId' = r.id)`,
  ],
  [
    'return that its order’s timeline does not tell',
    `SELECT 1 FROM returns b WHERE b.orderId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM orderEvents e
       WHERE e.orderId = b.orderId AND e.kind = 'return' AND e.details ->> 'returnId' = b.id)`,
  ],
  [
    'payment that its order’s timeline does not tell',
    `SELECT 1 FROM (SELECT orderId, count(*) AS n, sum(amount) AS amount FROM payments GROUP BY orderId) p
     LEFT JOIN (SELECT orderId, count(*) AS n, sum(details ->> 'amount') AS amount FROM orderEvents
       WHERE kind = 'paid' GROUP BY orderId) e ON e.orderId = p.orderId
     WHERE e.n IS NOT p.n OR e.amount IS NOT p.amount`,
  ],
];

/** The same for orders that were placed one by one; a sample or an import is one entry for all of its own. */
export function checkEachCommand(db: ReadDb): readonly string[] {
  return brokenRules(db, rulesOfCommands);
}
