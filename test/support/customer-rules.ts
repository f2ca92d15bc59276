import type { ShopRule } from './shop-rule.ts';

/** What a customer's orders come to, from the lines, payments and refunds themselves. */
const figures = `SELECT c.id,
  (SELECT count(*) FROM orders o WHERE o.customerId = c.id AND o.status IN ('received', 'shipped', 'in-transit', 'delivered')) AS orders,
  (SELECT count(*) FROM orders o WHERE o.customerId = c.id AND o.cancelledAt IS NOT NULL) AS cancelled,
  (SELECT ifnull(sum(CASE WHEN o.credited > o.total THEN 0 ELSE o.net + o.tax + o.rounding - o.credited END), 0)
    FROM orders o WHERE o.customerId = c.id AND o.cancelledAt IS NULL)
  - (SELECT ifnull(sum(r.net + r.tax + r.rounding), 0) FROM returns r WHERE r.customerId = c.id AND r.orderId IS NULL)
    AS spent,
  (SELECT ifnull(sum(due), 0) FROM (
    SELECT CASE WHEN o.credited > o.total THEN 0 ELSE o.total - o.credited END
      - ifnull((SELECT sum(p.amount) FROM payments p WHERE p.orderId = o.id), 0)
      + ifnull((SELECT sum(b.amount) FROM refunds b WHERE b.orderId = o.id AND b.state = 'settled'), 0) AS due
    FROM orders o WHERE o.customerId = c.id AND o.cancelledAt IS NULL) WHERE due > 0) AS owed,
  (SELECT min(o.businessDate) FROM orders o WHERE o.customerId = c.id) AS firstDate,
  (SELECT max(o.businessDate) FROM orders o WHERE o.customerId = c.id) AS lastDate
  FROM customers c`;

const kept = 'orders, cancelled, spent, owed, firstDate, lastDate';

/** What the directory says of its customers. */
export const customerRules: readonly ShopRule[] = [
  [
    'customer whose figures are not those of their orders',
    `SELECT id, ${kept} FROM (${figures}) EXCEPT SELECT customerId, ${kept} FROM customerFigures`,
  ],
  [
    'figures of nobody',
    'SELECT 1 FROM customerFigures f LEFT JOIN customers c ON c.id = f.customerId WHERE c.id IS NULL',
  ],
  [
    'customer merged into one who was merged or erased themselves',
    `SELECT 1 FROM customers c JOIN customers k ON k.id = c.mergedInto
       WHERE k.mergedInto IS NOT NULL OR k.erasedAt IS NOT NULL`,
  ],
  [
    'order, return or note that stayed with somebody who was merged or erased',
    `SELECT 1 FROM customers c WHERE (c.mergedInto IS NOT NULL OR c.erasedAt IS NOT NULL) AND (
       EXISTS (SELECT 1 FROM orders WHERE customerId = c.id)
       OR EXISTS (SELECT 1 FROM returns WHERE customerId = c.id)
       OR EXISTS (SELECT 1 FROM customerNotes WHERE customerId = c.id))`,
  ],
  [
    'merged or erased customer who is in the directory or may sign in',
    `SELECT 1 FROM customers WHERE (mergedInto IS NOT NULL OR erasedAt IS NOT NULL)
       AND (archivedAt IS NULL OR username IS NOT NULL OR passwordHash IS NOT NULL)`,
  ],
  [
    'erased customer of whom something is known',
    `SELECT 1 FROM customers WHERE erasedAt IS NOT NULL AND name || phone || email || address || note <> '–'`,
  ],
];
