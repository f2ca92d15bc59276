import { sql } from 'kysely';
import { chainHash } from '../../src/main/app/audit.ts';
import type { ReadDb } from '../../src/main/database/connection.ts';
import { query } from '../../src/main/database/query.ts';

/**
 * What must hold in any shop file, after any sequence of calls, any kill and any power cut, said in SQL that
 * knows nothing of the code that wrote the rows. Answers a sentence for each thing that does not hold.
 */
export function checkShop(db: ReadDb, auditKey: Uint8Array): readonly string[] {
  return [...checkFile(db), ...checkOrders(db), ...checkStock(db), ...checkAudit(db, auditKey)];
}

type Count = { readonly count: number };

/** Rows that should not be there. */
function none(db: ReadDb, what: string, statement: string): readonly string[] {
  const { count } = db.get(sql<Count>`SELECT count(*) AS count FROM (${sql.raw(statement)})`) ?? {
    count: -1,
  };
  return count === 0 ? [] : [`${count} × ${what}`];
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

function checkOrders(db: ReadDb): readonly string[] {
  return [
    ...none(
      db,
      'order unlike the sum of its lines',
      `SELECT o.id FROM orders o LEFT JOIN (
         SELECT orderId, count(*) AS n, sum(gross) AS gross, sum(discount) AS discount,
           sum(orderDiscount) AS orderDiscount, sum(net) AS net, sum(tax) AS tax, sum(total) AS total
         FROM orderLines GROUP BY orderId) l ON l.orderId = o.id
       WHERE l.n IS NOT o.lineCount OR l.gross <> o.subtotal OR l.discount <> o.lineDiscount
         OR l.orderDiscount <> o.orderDiscount OR l.net <> o.net OR l.tax <> o.tax OR l.total + o.rounding <> o.total`,
    ),
    ...none(
      db,
      'order whose taxes do not add up',
      `SELECT o.id FROM orders o WHERE o.tax <> (SELECT ifnull(sum(amount), 0) FROM orderTaxes t WHERE t.orderId = o.id)`,
    ),
    ...none(
      db,
      'line whose tax parts do not add up',
      `SELECT 1 FROM orderLines l
       WHERE l.tax <> (SELECT ifnull(sum(json_extract(value, '$.amount')), 0) FROM json_each(l.taxes))`,
    ),
    ...none(
      db,
      'order unlike its payments',
      `SELECT o.id FROM orders o WHERE o.paid <> (SELECT ifnull(sum(amount), 0) FROM payments p WHERE p.orderId = o.id)`,
    ),
    ...none(db, 'order paid beyond its total', 'SELECT id FROM orders WHERE paid > total'),
    ...none(
      db,
      'counter sale not fully paid',
      `SELECT id FROM orders WHERE kind = 'counter' AND paid <> total`,
    ),
    ...none(
      db,
      'gap in the order numbers',
      'SELECT 1 FROM (SELECT max(id) AS last, count(*) AS n FROM orders) WHERE last IS NOT NULL AND last <> n',
    ),
    ...none(
      db,
      'order without its first event',
      `SELECT id FROM orders o WHERE NOT EXISTS (
         SELECT 1 FROM orderEvents e WHERE e.orderId = o.id AND e.eventNo = 1 AND e.kind = 'placed')`,
    ),
    ...none(
      db,
      'row without its order',
      `SELECT 1 FROM (SELECT orderId FROM orderLines UNION ALL SELECT orderId FROM payments UNION ALL
         SELECT orderId FROM orderEvents UNION ALL SELECT orderId FROM orderTaxes)
       WHERE orderId NOT IN (SELECT id FROM orders)`,
    ),
  ];
}

function checkStock(db: ReadDb): readonly string[] {
  return [
    ...none(
      db,
      'product whose stock is not the sum of its ledger',
      `SELECT s.productId FROM productStock s LEFT JOIN (
         SELECT productId, sum(onHandChange) AS onHand, sum(reservedChange) AS reserved
         FROM stockMovements GROUP BY productId) m ON m.productId = s.productId
       WHERE s.onHand <> ifnull(m.onHand, 0) OR s.reserved <> ifnull(m.reserved, 0)`,
    ),
    ...none(
      db,
      'sold line without its stock movement',
      `SELECT 1 FROM orderLines l JOIN orders o ON o.id = l.orderId WHERE l.productId IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM stockMovements m WHERE m.sourceType = 'order' AND m.sourceId = l.orderId
           AND m.sourceLine = l.lineNo AND m.productId = l.productId
           AND ((m.type = 'sale' AND m.onHandChange = -l.quantity) OR (m.type = 'reserve' AND m.reservedChange = l.quantity)))`,
    ),
    ...none(db, 'product with less than nothing reserved', 'SELECT 1 FROM productStock WHERE reserved < 0'),
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

/** The same for orders that were placed one by one; a sample or an import is one entry for all of its own. */
export function checkEachOrderAudited(db: ReadDb): readonly string[] {
  return none(
    db,
    'order without its audit entry',
    `SELECT id FROM orders WHERE 'order ' || id NOT IN (
       SELECT subject FROM auditEntries WHERE outcome = 'ok' AND subject IS NOT NULL)`,
  );
}
