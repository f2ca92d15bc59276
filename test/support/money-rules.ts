import type { ShopRule } from './shop-rule.ts';

/** Each step of a refund as its order's timeline tells it, beside the one before it. */
const told = `SELECT e.orderId, e.details ->> 'refundId' AS refundId, e.details ->> 'state' AS state,
    lag(e.details ->> 'state') OVER way AS before, lead(1) OVER way IS NULL AS isLast
  FROM orderEvents e WHERE e.kind = 'refund' AND e.details ->> 'refundId' IS NOT NULL
  WINDOW way AS (PARTITION BY e.details ->> 'refundId' ORDER BY e.eventNo)`;

const moves = `VALUES ('awaiting', 'initiated'), ('awaiting', 'settled'), ('awaiting', 'voided'),
  ('initiated', 'settled'), ('initiated', 'failed'), ('failed', 'initiated'), ('failed', 'settled'), ('failed', 'voided')`;

/** What payments, refunds and returns are to their orders and to one another. */
export const moneyRules: readonly ShopRule[] = [
  [
    'order unlike its payments',
    `SELECT o.id FROM orders o
     WHERE o.paid <> (SELECT ifnull(sum(amount), 0) FROM payments p WHERE p.orderId = o.id)`,
  ],
  ['order paid beyond its total', 'SELECT id FROM orders WHERE paid > total AND revision = 0'],
  ['counter sale not fully paid', `SELECT id FROM orders WHERE kind = 'counter' AND paid <> total`],
  [
    'change given on what is not cash',
    `SELECT 1 FROM payments p JOIN tenders t ON t.id = p.tenderId WHERE p.change <> 0 AND t.kind <> 'cash'`,
  ],
  [
    'order unlike its settled refunds',
    `SELECT o.id FROM orders o WHERE o.refunded <> (
       SELECT ifnull(sum(amount), 0) FROM refunds r WHERE r.orderId = o.id AND r.state = 'settled')`,
  ],
  [
    'payment of which more goes back than it was',
    `SELECT 1 FROM refunds r LEFT JOIN payments p ON p.orderId = r.orderId AND p.paymentNo = r.paymentNo
     WHERE r.orderId IS NOT NULL AND r.state NOT IN ('failed', 'voided')
     GROUP BY r.orderId, r.paymentNo HAVING sum(r.amount) > ifnull(max(p.amount), 0)`,
  ],
  [
    // What goes back never makes an order owe again; only an edit can, that makes it cost more.
    'order of which more goes back than was due',
    `SELECT o.id FROM orders o WHERE o.revision = 0 AND (
       SELECT ifnull(sum(amount), 0) FROM refunds r WHERE r.orderId = o.id AND r.state NOT IN ('failed', 'voided')
     ) > max(0, o.paid - iif(o.status = 'cancelled', 0, max(0, o.total - o.credited)))`,
  ],
  [
    'refund whose cause does not fit',
    `SELECT 1 FROM refunds r LEFT JOIN orders o ON o.id = r.orderId LEFT JOIN returns b ON b.id = r.returnId
     WHERE (r.returnId IS NOT NULL AND (r.cause <> 'return' OR b.orderId IS NOT r.orderId))
       OR (r.cause = 'return' AND NOT EXISTS (SELECT 1 FROM returns WHERE orderId IS r.orderId))
       OR (r.cause = 'cancel' AND o.status <> 'cancelled') OR (r.cause = 'edit' AND o.revision = 0)`,
  ],
  [
    'refund rounded to coins that was not handed out in coins',
    `SELECT 1 FROM refunds r JOIN tenders t ON t.id = r.tenderId
     WHERE r.rounding <> 0 AND (t.kind <> 'cash' OR r.state <> 'settled')`,
  ],
  [
    'refund settled before it began',
    "SELECT 1 FROM refunds WHERE initiatedAt IS NULL AND state IN ('initiated', 'settled', 'failed')",
  ],
  [
    'refund whose state its timeline does not tell',
    `SELECT 1 FROM (${told}) t LEFT JOIN refunds r ON r.id = t.refundId
     WHERE t.isLast AND (r.state IS NOT t.state OR r.orderId IS NOT t.orderId)`,
  ],
  [
    'step of a refund that nobody may make',
    `SELECT 1 FROM (${told}) WHERE iif(before IS NULL, state NOT IN ('awaiting', 'settled'),
       (before, state) NOT IN (${moves}))`,
  ],
  [
    // What a refund that failed or was voided left due may go back again, under the cause that fits the order best.
    'order credited otherwise than by returns and goodwill',
    `SELECT o.id FROM orders o LEFT JOIN (SELECT orderId, sum(total) AS total FROM returns GROUP BY orderId) b
       ON b.orderId = o.id
     LEFT JOIN (SELECT orderId, sum(amount) AS given FROM refunds WHERE cause = 'goodwill' GROUP BY orderId) g
       ON g.orderId = o.id
     WHERE o.credited - ifnull(b.total, 0) NOT BETWEEN 0 AND ifnull(g.given, 0)
       OR (o.credited - ifnull(b.total, 0) <> ifnull(g.given, 0) AND NOT EXISTS (
         SELECT 1 FROM refunds r WHERE r.orderId = o.id AND r.state IN ('failed', 'voided')))`,
  ],
  [
    'order credited otherwise than by what its returns and its goodwill say that they took off',
    `SELECT o.id FROM orders o WHERE o.credited <> (SELECT ifnull(sum(total), 0) FROM returns WHERE orderId = o.id)
       + (SELECT ifnull(sum(takenOff), 0) FROM refunds WHERE orderId = o.id)`,
  ],
  [
    'refund that took off what is no goodwill',
    "SELECT 1 FROM refunds WHERE takenOff > 0 AND cause <> 'goodwill'",
  ],
  [
    'payment on another day than it says',
    `SELECT 1 FROM payments p JOIN orders o ON o.id = p.orderId
     WHERE p.isLater <> (p.businessDate <> o.businessDate)`,
  ],
  [
    'cancelled order without its day',
    `SELECT id FROM orders WHERE (cancelledAt IS NULL) <> (cancelledDate IS NULL)`,
  ],
  ['order credited beyond its total', 'SELECT id FROM orders WHERE credited > total'],
  [
    'return unlike the sum of its lines',
    `SELECT b.id FROM returns b LEFT JOIN (
       SELECT returnId, count(*) AS n, sum(net) AS net, sum(tax) AS tax, sum(total) AS total
       FROM returnLines GROUP BY returnId) l ON l.returnId = b.id
     WHERE l.n IS NOT b.lineCount OR l.net <> b.net OR l.tax <> b.tax OR l.total + b.rounding <> b.total`,
  ],
  [
    'return line whose tax parts do not add up',
    `SELECT 1 FROM returnLines l WHERE l.tax <> (SELECT ifnull(sum(value ->> 'amount'), 0) FROM json_each(l.taxes))`,
  ],
  [
    'line of which more came back than was sold, or for more than it cost',
    `SELECT 1 FROM returns b JOIN returnLines l ON l.returnId = b.id
       LEFT JOIN orderLines sold ON sold.orderId = b.orderId AND sold.lineNo = l.orderLineNo
     WHERE b.orderId IS NOT NULL GROUP BY b.orderId, l.orderLineNo
     HAVING sum(l.quantity) > ifnull(max(sold.quantity), 0) OR sum(l.total) > max(sold.total)
       OR max(l.productId IS NOT sold.productId)`,
  ],
  [
    'return of what was not handed over',
    `SELECT b.id FROM returns b JOIN orders o ON o.id = b.orderId WHERE o.status <> 'delivered'`,
  ],
  [
    // With the goods goes what an earlier refund, failed or voided, left due.
    'return for which more went back than its goods are worth',
    `SELECT b.id FROM returns b WHERE b.total + (SELECT ifnull(sum(amount), 0) FROM refunds r
       WHERE r.orderId = b.orderId AND r.state IN ('failed', 'voided')
     ) < (SELECT ifnull(sum(amount), 0) FROM refunds r
       WHERE r.returnId = b.id AND r.state NOT IN ('failed', 'voided'))`,
  ],
  [
    'exchange whose value does not go over whole',
    `SELECT b.id FROM returns b JOIN orders bought ON bought.id = b.exchangeOrderId
     WHERE bought.kind <> 'counter' OR (
       SELECT ifnull(sum(p.amount), 0) FROM payments p JOIN tenders t ON t.id = p.tenderId AND t.purpose = 'exchange'
       WHERE p.orderId = bought.id
     ) <> (
       SELECT ifnull(sum(r.amount), 0) FROM refunds r JOIN tenders t ON t.id = r.tenderId AND t.purpose = 'exchange'
       WHERE r.returnId = b.id AND r.state = 'settled')`,
  ],
  [
    'exchange value outside of an exchange',
    `SELECT 1 FROM payments p JOIN tenders t ON t.id = p.tenderId AND t.purpose = 'exchange'
     WHERE p.orderId NOT IN (SELECT exchangeOrderId FROM returns WHERE exchangeOrderId IS NOT NULL)
     UNION ALL SELECT 1 FROM refunds r JOIN tenders t ON t.id = r.tenderId AND t.purpose = 'exchange'
     WHERE r.state <> 'settled' OR ifnull(r.returnId, 0) NOT IN (SELECT id FROM returns WHERE exchangeOrderId IS NOT NULL)`,
  ],
];
