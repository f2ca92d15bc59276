/** What a check of a shop file looks at. */
export type CheckArea =
  | 'file'
  | 'references'
  | 'schema'
  | 'money'
  | 'stock'
  | 'numbers'
  | 'chain'
  | 'seals'
  | 'counts';

/** Something that must hold of any shop: what is wrong, in words for the log, and the rows of it, of which there are none. */
export type ShopRule = { readonly area: CheckArea; readonly what: string; readonly rows: string };

const rule = (area: CheckArea, what: string, rows: string): ShopRule => ({ area, what, rows });

const historyLine = `EXISTS (SELECT 1 FROM historyImports h
  WHERE l.orderId BETWEEN h.firstOrderId AND h.lastOrderId AND h.undoneAt IS NULL)`;

/**
 * What the rows of a shop are to one another, each in one statement over whole tables: a million orders take seconds.
 * They know the newest schema alone; an older file is brought up to date before it is balanced.
 */
export const shopRules: readonly ShopRule[] = [
  rule(
    'money',
    'orders unlike the sum of their lines',
    `SELECT o.id FROM orders o LEFT JOIN (
       SELECT orderId, count(*) AS n, sum(gross) AS gross, sum(discount) AS discount,
         sum(orderDiscount) AS orderDiscount, sum(net) AS net, sum(tax) AS tax, sum(total) AS total
       FROM orderLines GROUP BY orderId) l ON l.orderId = o.id
     WHERE l.n IS NOT o.lineCount OR l.gross <> o.subtotal OR l.discount <> o.lineDiscount
       OR l.orderDiscount <> o.orderDiscount OR l.net <> o.net OR l.tax <> o.tax OR l.total + o.rounding <> o.total`,
  ),
  rule(
    'money',
    'lines that are not price times quantity, or not the sum of their parts',
    `SELECT 1 FROM orderLines l JOIN orders o ON o.id = l.orderId
     WHERE l.gross <> (2 * l.unitPrice * l.quantity + 1000) / 2000
       OR l.gross - l.discount - l.orderDiscount <> iif(o.pricesIncludeTax, l.total, l.net)`,
  ),
  rule(
    'money',
    'orders whose taxes do not add up',
    `SELECT o.id FROM orders o LEFT JOIN (SELECT orderId, sum(amount) AS amount FROM orderTaxes GROUP BY orderId) t
       ON t.orderId = o.id WHERE o.tax <> ifnull(t.amount, 0)`,
  ),
  rule(
    'money',
    'orders unlike their payments',
    `SELECT o.id FROM orders o LEFT JOIN (SELECT orderId, sum(amount) AS amount FROM payments GROUP BY orderId) p
       ON p.orderId = o.id WHERE o.paid <> ifnull(p.amount, 0)`,
  ),
  rule(
    'money',
    'counter sales that are not fully paid',
    "SELECT id FROM orders WHERE kind = 'counter' AND paid <> total",
  ),
  rule(
    'money',
    'orders unlike their settled refunds',
    `SELECT o.id FROM orders o LEFT JOIN (
       SELECT orderId, sum(amount) AS amount FROM refunds WHERE state = 'settled' GROUP BY orderId) r
       ON r.orderId = o.id WHERE o.refunded <> ifnull(r.amount, 0)`,
  ),
  rule(
    'money',
    'payments of which more goes back than they were',
    `SELECT 1 FROM refunds r LEFT JOIN payments p ON p.orderId = r.orderId AND p.paymentNo = r.paymentNo
     WHERE r.orderId IS NOT NULL AND r.state NOT IN ('failed', 'voided')
     GROUP BY r.orderId, r.paymentNo HAVING sum(r.amount) > ifnull(max(p.amount), 0)`,
  ),
  rule(
    'money',
    'orders credited otherwise than by their returns and goodwill',
    `SELECT o.id FROM orders o
       LEFT JOIN (SELECT orderId, sum(total) AS total FROM returns GROUP BY orderId) b ON b.orderId = o.id
       LEFT JOIN (SELECT orderId, sum(takenOff) AS taken FROM refunds GROUP BY orderId) r ON r.orderId = o.id
     WHERE o.credited <> ifnull(b.total, 0) + ifnull(r.taken, 0) OR o.credited > o.total`,
  ),
  rule(
    'money',
    'returns unlike the sum of their lines',
    `SELECT b.id FROM returns b LEFT JOIN (
       SELECT returnId, count(*) AS n, sum(net) AS net, sum(tax) AS tax, sum(total) AS total
       FROM returnLines GROUP BY returnId) l ON l.returnId = b.id
     WHERE l.n IS NOT b.lineCount OR l.net <> b.net OR l.tax <> b.tax OR l.total + b.rounding <> b.total`,
  ),
  rule(
    'money',
    'lines of which more came back than was sold',
    `SELECT 1 FROM returns b JOIN returnLines l ON l.returnId = b.id
       LEFT JOIN orderLines sold ON sold.orderId = b.orderId AND sold.lineNo = l.orderLineNo
     WHERE b.orderId IS NOT NULL GROUP BY b.orderId, l.orderLineNo
     HAVING sum(l.quantity) > ifnull(max(sold.quantity), 0) OR sum(l.total) > max(sold.total)`,
  ),
  rule(
    'stock',
    'products whose stock is not the sum of its ledger',
    `SELECT s.productId FROM productStock s LEFT JOIN (
       SELECT productId, sum(onHandChange) AS onHand, sum(reservedChange) AS reserved
       FROM stockMovements GROUP BY productId) m ON m.productId = s.productId
     WHERE s.onHand <> ifnull(m.onHand, 0) OR s.reserved <> ifnull(m.reserved, 0)`,
  ),
  rule(
    'stock',
    'gaps in the stock ledger',
    'SELECT 1 FROM stockMovements GROUP BY productId HAVING max(movementNo) <> count(*)',
  ),
  rule(
    'stock',
    'products that reserve otherwise than their open orders',
    `SELECT s.productId FROM productStock s LEFT JOIN (
       SELECT l.productId, sum(l.quantity) AS quantity FROM orders o JOIN orderLines l ON l.orderId = o.id
       WHERE o.status = 'received' GROUP BY l.productId) w ON w.productId = s.productId
     WHERE s.reserved <> ifnull(w.quantity, 0)`,
  ),
  rule(
    'stock',
    'lines whose goods are not where their order is',
    `SELECT 1 FROM orderLines l JOIN orders o ON o.id = l.orderId LEFT JOIN (
       SELECT productId, sourceId, sourceLine, sum(onHandChange) AS onHand, sum(reservedChange) AS reserved
       FROM stockMovements WHERE sourceType = 'order' GROUP BY productId, sourceId, sourceLine) m
       ON m.productId = l.productId AND m.sourceId = l.orderId AND m.sourceLine = l.lineNo
     WHERE l.productId IS NOT NULL AND NOT ${historyLine} AND (
       m.onHand IS NOT iif(o.status IN ('received', 'cancelled'), 0, -l.quantity)
       OR m.reserved IS NOT iif(o.status = 'received', l.quantity, 0))`,
  ),
  rule(
    'money',
    'customers whose figures are not those of their orders',
    `SELECT f.customerId FROM customerFigures f LEFT JOIN (
       SELECT customerId, count(*) FILTER (WHERE status <> 'cancelled') AS orders,
         count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
         total(total - credited) FILTER (WHERE status <> 'cancelled') AS spent,
         total(max(0, total - credited - paid + refunded)) FILTER (WHERE status <> 'cancelled') AS owed
       FROM orders WHERE customerId IS NOT NULL GROUP BY customerId) o ON o.customerId = f.customerId
     LEFT JOIN (SELECT customerId, sum(total) AS back FROM returns
       WHERE orderId IS NULL AND customerId IS NOT NULL GROUP BY customerId) b ON b.customerId = f.customerId
     WHERE f.orders <> ifnull(o.orders, 0) OR f.cancelled <> ifnull(o.cancelled, 0)
       OR f.spent <> ifnull(o.spent, 0) - ifnull(b.back, 0) OR f.owed <> ifnull(o.owed, 0)`,
  ),
  rule(
    'numbers',
    'gaps in the order numbers',
    `SELECT 1 FROM (SELECT max(id) AS last, count(*) AS n FROM orders) WHERE last IS NOT NULL
       AND last <> n + (SELECT ifnull(sum(gapTo - gapFrom + 1), 0) FROM historyImports WHERE gapFrom IS NOT NULL)`,
  ),
  rule(
    'numbers',
    'gaps in the invoice numbers',
    'SELECT 1 FROM (SELECT max(number) AS last, count(*) AS n FROM invoices) WHERE last IS NOT NULL AND last <> n',
  ),
  rule(
    'numbers',
    'gaps in the timelines of orders',
    'SELECT 1 FROM orderEvents GROUP BY orderId HAVING max(eventNo) <> count(*)',
  ),
];
