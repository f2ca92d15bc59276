import type { ShopRule } from './shop-rule.ts';

/** What more must hold where everything was done one command at a time; a sample or an import is one entry for all. */
export const commandRules: readonly ShopRule[] = [
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
    // What the timer delivers, it delivers by itself, even when a person makes it run.
    'event without a command of its moment and its person',
    `SELECT 1 FROM orderEvents e WHERE NOT EXISTS (SELECT 1 FROM auditEntries a WHERE a.at = e.at AND a.outcome = 'ok'
       AND (a.staffId IS e.staffId OR (e.staffId IS NULL AND a.call = 'timer.run')))`,
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
