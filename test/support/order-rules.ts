import type { ShopRule } from './shop-rule.ts';

/** The lawful changes of status, written down once more. */
const moves = `VALUES ('received', 'shipped'), ('received', 'in-transit'), ('received', 'delivered'),
  ('received', 'cancelled'), ('shipped', 'in-transit'), ('shipped', 'delivered'), ('shipped', 'cancelled'),
  ('in-transit', 'delivered'), ('in-transit', 'cancelled')`;

/** Each change of status as the timeline tells it, beside the one before it. */
const told = `SELECT e.orderId, e.eventNo, e.at, o.kind, e.details ->> 'from' AS fromStatus, e.details ->> 'to' AS toStatus,
    lag(e.details ->> 'from') OVER way AS earlierStatus,
    ifnull(lag(e.details ->> 'to') OVER way, iif(o.kind = 'counter', 'delivered', 'received')) AS before
  FROM orderEvents e JOIN orders o ON o.id = e.orderId WHERE e.kind = 'status'
  WINDOW way AS (PARTITION BY e.orderId ORDER BY e.eventNo)`;

const lastTold = (column: string): string =>
  `(SELECT ${column} FROM orderEvents e WHERE e.orderId = o.id AND e.kind = 'status' ORDER BY e.eventNo DESC LIMIT 1)`;

/** What orders, their lines and their timelines are to one another. */
export const orderRules: readonly ShopRule[] = [
  [
    'order unlike the sum of its lines',
    `SELECT o.id FROM orders o LEFT JOIN (
       SELECT orderId, count(*) AS n, sum(gross) AS gross, sum(discount) AS discount,
         sum(orderDiscount) AS orderDiscount, sum(net) AS net, sum(tax) AS tax, sum(total) AS total
       FROM orderLines GROUP BY orderId) l ON l.orderId = o.id
     WHERE l.n IS NOT o.lineCount OR l.gross <> o.subtotal OR l.discount <> o.lineDiscount
       OR l.orderDiscount <> o.orderDiscount OR l.net <> o.net OR l.tax <> o.tax OR l.total + o.rounding <> o.total`,
  ],
  [
    'line that is not its price times its quantity',
    // Half away from zero, in whole numbers; no amount of a shop comes near their end.
    `SELECT 1 FROM orderLines WHERE gross <> (2 * unitPrice * quantity + 1000) / 2000`,
  ],
  [
    'line unlike its own parts',
    `SELECT 1 FROM orderLines l JOIN orders o ON o.id = l.orderId
     WHERE l.gross - l.discount - l.orderDiscount <> iif(o.pricesIncludeTax, l.total, l.net)`,
  ],
  [
    'order whose taxes do not add up',
    `SELECT o.id FROM orders o
     WHERE o.tax <> (SELECT ifnull(sum(amount), 0) FROM orderTaxes t WHERE t.orderId = o.id)`,
  ],
  [
    'tax of an order unlike that of its lines',
    `SELECT 1 FROM (
       SELECT l.orderId, tax.value ->> 'name' AS name, tax.value ->> 'rate' AS rate, sum(tax.value ->> 'amount') AS amount
       FROM orderLines l, json_each(l.taxes) AS tax GROUP BY 1, 2, 3) summed
     FULL JOIN orderTaxes t ON t.orderId = summed.orderId AND t.name = summed.name AND t.rate = summed.rate
     WHERE summed.amount IS NOT t.amount`,
  ],
  [
    'line whose tax parts do not add up',
    `SELECT 1 FROM orderLines l
     WHERE l.tax <> (SELECT ifnull(sum(json_extract(value, '$.amount')), 0) FROM json_each(l.taxes))`,
  ],
  [
    'gap in the order numbers',
    // Numbers of history that was taken back stay without an order where later ones were taken meanwhile.
    `SELECT 1 FROM (SELECT max(id) AS last, count(*) AS n FROM orders) WHERE last IS NOT NULL
       AND last <> n + (SELECT ifnull(sum(gapTo - gapFrom + 1), 0) FROM historyImports WHERE gapFrom IS NOT NULL)`,
  ],
  [
    'number of history that was taken back and has an order',
    'SELECT 1 FROM historyImports h JOIN orders o ON o.id BETWEEN h.gapFrom AND h.gapTo',
  ],
  [
    'gap in a counter of invoices',
    `SELECT 1 FROM (SELECT counter, coalesce(counterNo, number) AS no FROM invoices)
     GROUP BY counter HAVING max(no) - min(no) + 1 <> count(*)`,
  ],
  [
    'order without its first event',
    `SELECT id FROM orders o WHERE NOT EXISTS (
       SELECT 1 FROM orderEvents e WHERE e.orderId = o.id AND e.eventNo = 1 AND e.kind = 'placed' AND e.at = o.placedAt)`,
  ],
  ['gap in a timeline', 'SELECT 1 FROM orderEvents GROUP BY orderId HAVING max(eventNo) <> count(*)'],
  [
    'row without its order',
    `SELECT 1 FROM (SELECT orderId FROM orderLines UNION ALL SELECT orderId FROM payments UNION ALL
       SELECT orderId FROM orderEvents UNION ALL SELECT orderId FROM orderTaxes)
     WHERE orderId NOT IN (SELECT id FROM orders)`,
  ],
  [
    'order whose status its timeline does not tell',
    `SELECT o.id FROM orders o
     WHERE o.status <> ifnull(${lastTold(`e.details ->> 'to'`)}, iif(o.kind = 'counter', 'delivered', 'received'))`,
  ],
  [
    'change of status that begins where the order did not stand, or that nobody may make',
    `SELECT 1 FROM (${told}) WHERE fromStatus IS NOT before OR (
       (fromStatus, toStatus) NOT IN (${moves})
       AND NOT (fromStatus = 'delivered' AND toStatus IS earlierStatus AND kind <> 'counter'))`,
  ],
  [
    'delivered order without the time of its delivery',
    `SELECT o.id FROM orders o WHERE o.status = 'delivered' AND o.deliveredAt IS NOT ifnull(${lastTold('e.at')}, o.placedAt)`,
  ],
  [
    'cancelled order without the time of its end',
    `SELECT o.id FROM orders o WHERE o.status = 'cancelled' AND o.cancelledAt IS NOT ${lastTold('e.at')}`,
  ],
  [
    'order that was edited or undone more often, or less, than it was revised',
    `SELECT o.id FROM orders o WHERE o.revision <> (SELECT count(*) FROM orderEvents e WHERE e.orderId = o.id
       AND (e.kind = 'edited' OR (e.kind = 'status' AND e.details ->> 'from' = 'delivered')))`,
  ],
  [
    // The audit log's order tells whether the clock was set back between the two.
    'timeline that runs backwards though the clock did not',
    `SELECT 1 FROM (
       SELECT at, lag(at) OVER (PARTITION BY orderId ORDER BY eventNo) AS earlier FROM orderEvents) step
     WHERE at < earlier AND NOT EXISTS (
       SELECT 1 FROM auditEntries a JOIN auditEntries b ON b.id > a.id WHERE a.at = step.earlier AND b.at = step.at)`,
  ],
  [
    'gap in the invoice numbers',
    'SELECT 1 FROM (SELECT max(number) AS last, count(*) AS n FROM invoices) WHERE last IS NOT NULL AND last <> n',
  ],
];
