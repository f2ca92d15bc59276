import type { ShopRule } from './shop-rule.ts';

/** What each line of each order has moved in all, product by product. */
const movedByOrders = `SELECT productId, sourceId, sourceLine, sum(onHandChange) AS onHand, sum(reservedChange) AS reserved
  FROM stockMovements WHERE sourceType = 'order' GROUP BY productId, sourceId, sourceLine`;

/** What a return line's goods should have moved: all of them back, then out again where they cannot be sold. */
const movedByReturns = `SELECT productId, sourceId, sourceLine,
    total(onHandChange) FILTER (WHERE type = 'customer-return') AS back,
    total(onHandChange) FILTER (WHERE type = 'write-off') AS off, count(*) AS n, total(abs(reservedChange)) AS reserved
  FROM stockMovements WHERE sourceType = 'return' GROUP BY productId, sourceId, sourceLine`;

/** What the stock, its ledger and the papers behind each movement are to one another. */
export const stockRules: readonly ShopRule[] = [
  [
    'product whose stock is not the sum of its ledger',
    `SELECT s.productId FROM productStock s LEFT JOIN (
       SELECT productId, sum(onHandChange) AS onHand, sum(reservedChange) AS reserved
       FROM stockMovements GROUP BY productId) m ON m.productId = s.productId
     WHERE s.onHand <> ifnull(m.onHand, 0) OR s.reserved <> ifnull(m.reserved, 0)`,
  ],
  ['gap in a ledger', 'SELECT 1 FROM stockMovements GROUP BY productId HAVING max(movementNo) <> count(*)'],
  ['product with less than nothing reserved', 'SELECT 1 FROM productStock WHERE reserved < 0'],
  [
    'product that reserves otherwise than its open orders',
    `SELECT s.productId FROM productStock s LEFT JOIN (
       SELECT l.productId, sum(l.quantity) AS quantity FROM orders o JOIN orderLines l ON l.orderId = o.id
       WHERE o.status = 'received' GROUP BY l.productId) w ON w.productId = s.productId
     WHERE s.reserved <> ifnull(w.quantity, 0)`,
  ],
  [
    'line whose goods are not where its order is',
    `SELECT 1 FROM orderLines l JOIN orders o ON o.id = l.orderId
       LEFT JOIN (${movedByOrders}) m ON m.productId = l.productId AND m.sourceId = l.orderId AND m.sourceLine = l.lineNo
     WHERE l.productId IS NOT NULL AND NOT EXISTS (
       -- What history sold was never on this shop's shelves.
       SELECT 1 FROM historyImports h WHERE l.orderId BETWEEN h.firstOrderId AND h.lastOrderId AND h.undoneAt IS NULL
     ) AND (
       m.onHand IS NOT iif(o.status IN ('received', 'cancelled'), 0, -l.quantity)
       OR m.reserved IS NOT iif(o.status = 'received', l.quantity, 0))`,
  ],
  [
    'goods moved by a line that is not there any more',
    `SELECT 1 FROM (${movedByOrders}) m LEFT JOIN orderLines l
       ON l.orderId = m.sourceId AND l.lineNo = m.sourceLine AND l.productId = m.productId
     WHERE l.orderId IS NULL AND (m.onHand <> 0 OR m.reserved <> 0)`,
  ],
  [
    'movement that an order does not make',
    `SELECT 1 FROM stockMovements WHERE sourceType = 'order' AND (
       type NOT IN ('reserve', 'release', 'sale', 'customer-return')
       OR (type = 'customer-return' AND reversalOf IS NULL)
       OR sourceRound > (SELECT revision FROM orders o WHERE o.id = sourceId))`,
  ],
  [
    'movement that takes back what is no sale of the same order, goods and quantity',
    `SELECT 1 FROM stockMovements back LEFT JOIN stockMovements sale
       ON sale.productId = back.productId AND sale.movementNo = back.reversalOf
     WHERE back.reversalOf IS NOT NULL AND (sale.type IS NOT 'sale' OR back.onHandChange <> -sale.onHandChange
       OR back.movementNo <= sale.movementNo OR back.sourceType <> 'order' OR sale.sourceType <> 'order'
       OR back.sourceId <> sale.sourceId OR back.sourceLine <> sale.sourceLine OR back.unitCost IS NOT sale.unitCost)`,
  ],
  [
    'sale at another cost than its line was frozen at',
    `SELECT 1 FROM stockMovements m JOIN orderLines l ON l.orderId = m.sourceId AND l.lineNo = m.sourceLine
     WHERE m.sourceType = 'order' AND m.type = 'sale' AND m.productId = l.productId AND m.unitCost IS NOT l.unitCost`,
  ],
  [
    'returned goods that went elsewhere than the return says',
    `SELECT 1 FROM returnLines l LEFT JOIN (${movedByReturns}) m
       ON m.productId = l.productId AND m.sourceId = l.returnId AND m.sourceLine = l.lineNo
     WHERE l.productId IS NOT NULL AND (
       ifnull(m.back, 0) <> iif(l.disposition = 'not-returned', 0, l.quantity)
       OR ifnull(m.off, 0) <> iif(l.disposition IN ('damaged', 'lost'), -l.quantity, 0)
       OR ifnull(m.reserved, 0) <> 0
       OR ifnull(m.n, 0) <> CASE l.disposition WHEN 'not-returned' THEN 0 WHEN 'restock' THEN 1 ELSE 2 END)`,
  ],
  [
    'movement without its paper',
    `SELECT 1 FROM stockMovements m WHERE NOT CASE m.sourceType
       WHEN 'order' THEN EXISTS (SELECT 1 FROM orders WHERE id = m.sourceId)
       WHEN 'return' THEN EXISTS (SELECT 1 FROM returnLines WHERE returnId = m.sourceId AND lineNo = m.sourceLine
         AND productId = m.productId)
       WHEN 'receipt' THEN m.type = 'receipt' AND m.onHandChange > 0
       WHEN 'count' THEN m.type = 'count'
       WHEN 'adjustment' THEN EXISTS (SELECT 1 FROM stockAdjustments WHERE id = m.sourceId AND kind = m.type)
       ELSE TRUE END`,
  ],
  [
    'delivery of goods unlike what came in',
    // The sample shop's first deliveries have no paper.
    `SELECT r.id FROM stockReceipts r LEFT JOIN (
       SELECT sourceId, count(*) AS n, sum((2 * onHandChange * ifnull(unitCost, 0) + 1000) / 2000) AS most
       FROM stockMovements WHERE sourceType = 'receipt' GROUP BY sourceId) m ON m.sourceId = r.id
     WHERE m.n IS NOT r.lineCount OR r.total > m.most`,
  ],
  [
    'adjustment that moved nothing',
    `SELECT a.id FROM stockAdjustments a WHERE NOT EXISTS (SELECT 1 FROM stockMovements m
       WHERE m.sourceType = 'adjustment' AND m.sourceId = a.id AND m.onHandChange <> 0
         AND (a.kind = 'adjust' OR m.onHandChange < 0))`,
  ],
  [
    'stock-take that moved other than what it counted',
    `SELECT 1 FROM (
       SELECT l.countId, l.productId, l.counted - l.expected AS difference
       FROM stockCountLines l JOIN stockCounts c ON c.id = l.countId
       WHERE c.state = 'posted' AND l.counted <> l.expected) l
     FULL JOIN (SELECT sourceId, productId, count(*) AS n, sum(onHandChange) AS moved, min(staffId IS NOT NULL) AS signed
       FROM stockMovements WHERE sourceType = 'count' GROUP BY sourceId, productId) m
       ON m.sourceId = l.countId AND m.productId = l.productId
     WHERE m.moved IS NOT l.difference OR m.n <> 1 OR m.signed <> 1`,
  ],
];
