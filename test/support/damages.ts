/** A movement of order 2's tea, as bare SQL: what it changes, and what it says that it is. */
const movement = (type: string, onHand: number, source: string, more = 'NULL'): string =>
  `INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, sourceType, sourceId,
     sourceLine, at, businessDate, sourceRound, reversalOf)
   SELECT 1, max(movementNo) + 1, '${type}', ${onHand}, 0, ${source}, max(at), 20261122, 0, ${more}
   FROM stockMovements WHERE productId = 1;`;

const ofOrders = {
  'order unlike the sum of its lines': 'UPDATE orders SET subtotal = subtotal + 1 WHERE id = 1',
  'line that is not its price times its quantity':
    'UPDATE orderLines SET unitPrice = unitPrice + 1 WHERE orderId = 1',
  'line unlike its own parts': 'UPDATE orderLines SET discount = discount + 1 WHERE orderId = 1',
  'order whose taxes do not add up': 'UPDATE orderTaxes SET amount = amount + 1 WHERE orderId = 1',
  'tax of an order unlike that of its lines': 'UPDATE orderTaxes SET rate = rate + 1 WHERE orderId = 1',
  'line whose tax parts do not add up': `UPDATE orderLines SET taxes = '[]' WHERE orderId = 1`,
  'gap in the order numbers': 'DELETE FROM orders WHERE id = 2',
  'order without its first event': 'UPDATE orders SET placedAt = placedAt + 1 WHERE id = 1',
  'gap in a timeline': 'DELETE FROM orderEvents WHERE orderId = 2 AND eventNo = 2',
  'row without its order': "INSERT INTO orderTaxes VALUES (99, 'VAT', 1, 1, 1)",
  'order whose status its timeline does not tell': `UPDATE orders SET status = 'in-transit' WHERE id = 2`,
  'change of status that begins where the order did not stand, or that nobody may make': `UPDATE orderEvents
    SET details = json_set(details, '$.from', 'in-transit') WHERE orderId = 2 AND kind = 'status'`,
  'delivered order without the time of its delivery':
    'UPDATE orders SET deliveredAt = deliveredAt + 1 WHERE id = 4',
  'cancelled order without the time of its end':
    'UPDATE orders SET cancelledAt = cancelledAt + 1 WHERE id = 3',
  'order that was edited or undone more often, or less, than it was revised':
    'UPDATE orders SET revision = 0 WHERE id = 5',
  'timeline that runs backwards though the clock did not':
    'UPDATE orderEvents SET at = at - 600000 WHERE orderId = 2 AND eventNo = 3',
  'gap in the invoice numbers': 'UPDATE invoices SET number = 2',
  'gap in a counter of invoices': `INSERT INTO invoices (number, orderId, at, businessDate, counterNo)
    SELECT (SELECT count(*) + 1 FROM invoices), min(id), min(placedAt), min(businessDate), 99
    FROM orders WHERE id NOT IN (SELECT orderId FROM invoices)`,
};

const ofMoney = {
  'order unlike its payments': 'UPDATE payments SET amount = amount + 1 WHERE orderId = 2',
  'order paid beyond its total': 'UPDATE orders SET paid = total + 1 WHERE id = 2',
  'counter sale not fully paid': 'UPDATE orders SET paid = paid - 1 WHERE id = 1',
  'change given on what is not cash': 'UPDATE payments SET change = 5 WHERE orderId = 2',
  'order unlike its settled refunds': 'UPDATE orders SET refunded = refunded - 1 WHERE id = 1',
  'payment of which more goes back than it was': 'UPDATE refunds SET amount = 901 WHERE id = 1',
  'order of which more goes back than was due': 'UPDATE orders SET credited = credited - 100 WHERE id = 1',
  'refund whose cause does not fit': `UPDATE refunds SET cause = 'edit' WHERE orderId = 1`,
  'refund rounded to coins that was not handed out in coins': 'UPDATE refunds SET rounding = 1 WHERE id = 1',
  'refund settled before it began': 'UPDATE refunds SET initiatedAt = NULL WHERE id = 1',
  'refund whose state its timeline does not tell': `UPDATE refunds SET state = 'failed' WHERE id = 1`,
  'step of a refund that nobody may make': `UPDATE orderEvents SET details = json_set(details, '$.state', 'failed')
    WHERE kind = 'refund' AND details ->> 'refundId' = 1 AND details ->> 'state' = 'initiated'`,
  'order credited otherwise than by returns and goodwill':
    'UPDATE orders SET credited = credited - 1 WHERE id = 1',
  'order credited otherwise than by what its returns and its goodwill say that they took off':
    "UPDATE refunds SET takenOff = 1, cause = 'goodwill' WHERE id = 1",
  'refund that took off what is no goodwill': 'UPDATE refunds SET takenOff = 1 WHERE id = 1',
  'payment on another day than it says': 'UPDATE payments SET isLater = 1 WHERE orderId = 1',
  'cancelled order without its day': 'UPDATE orders SET cancelledDate = NULL WHERE id = 3',
  'number of history that was taken back and has an order': `INSERT INTO historyImports
    (id, sourceId, fileName, at, settings, orders, returns, unreadRows, knownRows, undoneAt, gapFrom, gapTo)
    VALUES (1, 1, 'old.csv', 0, '{}', 0, 0, 0, 0, 1, 1, 1)`,
  'order credited beyond its total': 'UPDATE orders SET credited = total + 1 WHERE id = 1',
  'return unlike the sum of its lines': 'UPDATE returns SET net = net + 1 WHERE id = 1',
  'return line whose tax parts do not add up': `UPDATE returnLines SET taxes = '[]'`,
  'line of which more came back than was sold, or for more than it cost':
    'UPDATE returnLines SET quantity = 3000 WHERE returnId = 1',
  'return of what was not handed over': `UPDATE orders SET status = 'shipped' WHERE id = 1`,
  'return for which more went back than its goods are worth':
    'UPDATE refunds SET amount = 406 WHERE returnId = 1',
  'exchange whose value does not go over whole': 'UPDATE payments SET amount = amount - 1 WHERE orderId = 6',
  'exchange value outside of an exchange': 'UPDATE returns SET exchangeOrderId = NULL',
};

const ofStock = {
  'product whose stock is not the sum of its ledger':
    'UPDATE productStock SET onHand = onHand + 1 WHERE productId = 1',
  'gap in a ledger': `DELETE FROM stockMovements WHERE productId = 1 AND movementNo = 2`,
  'product with less than nothing reserved': 'UPDATE productStock SET reserved = -1 WHERE productId = 2',
  'product that reserves otherwise than its open orders':
    'UPDATE productStock SET reserved = reserved + 1000 WHERE productId = 1',
  'line whose goods are not where its order is': `UPDATE stockMovements SET onHandChange = onHandChange + 1
    WHERE sourceType = 'order' AND sourceId = 2 AND type = 'sale'`,
  'goods moved by a line that is not there any more': `UPDATE orderLines SET lineNo = 9 WHERE orderId = 2`,
  'movement that an order does not make': movement('adjust', 1, `'order', 2, 1`),
  'movement that takes back what is no sale of the same order, goods and quantity': movement(
    'customer-return',
    999,
    `'order', 2, 1`,
    `(SELECT movementNo FROM stockMovements WHERE productId = 1 AND sourceId = 2 AND type = 'sale')`,
  ),
  'sale at another cost than its line was frozen at': 'UPDATE orderLines SET unitCost = 1 WHERE orderId = 2',
  'returned goods that went elsewhere than the return says': `UPDATE returnLines SET disposition = 'lost' WHERE returnId = 2`,
  'movement without its paper': 'DELETE FROM stockAdjustments WHERE id = 1',
  'delivery of goods unlike what came in': 'UPDATE stockReceipts SET total = total + 1',
  'adjustment that moved nothing': `INSERT INTO stockAdjustments (kind, reason, note, at, businessDate)
    VALUES ('adjust', 'found', '', 1, 20261122)`,
  'stock-take that moved other than what it counted':
    'UPDATE stockCountLines SET counted = counted + 1 WHERE productId = 1',
};

const ofTimer = {
  'hour that no run of the timer has caught up with':
    'INSERT INTO timerHours SELECT hour + 2, runId FROM timerHours',
  'run that covered other hours than it says': 'UPDATE timerRuns SET hours = hours + 1',
  'run that did something though it says that it did not run': `UPDATE timerRuns SET outcome = 'failed'`,
  'run that ended before it began': 'UPDATE timerRuns SET finishedAt = startedAt - 1',
  'delivery that nobody made and no run either': 'UPDATE timerRuns SET delivered = 0',
  'gap in the runs': 'UPDATE timerRuns SET id = 2; UPDATE timerHours SET runId = 2',
};

const ofCommands = {
  'order without its audit entry': `UPDATE auditEntries SET subject = 'order 99' WHERE subject = 'order 2'`,
  'command without its audit entry, or with more than one': `UPDATE auditEntries SET outcome = 'internal'
    WHERE call = 'stock.receive'`,
  'event without a command of its moment and its person':
    'UPDATE orderEvents SET at = at + 1 WHERE orderId = 2 AND eventNo = 3',
  'refund that its order’s timeline does not tell': `DELETE FROM orderEvents WHERE kind = 'refund'`,
  'return that its order’s timeline does not tell': `DELETE FROM orderEvents WHERE kind = 'return'`,
  'payment that its order’s timeline does not tell': `DELETE FROM orderEvents WHERE kind = 'paid' AND orderId = 2`,
};

const ofCustomers = {
  'customer whose figures are not those of their orders': 'UPDATE customerFigures SET owed = owed + 1',
  'figures of nobody': 'DELETE FROM customers WHERE id = 1',
  'customer merged into one who was merged or erased themselves':
    'UPDATE customers SET mergedInto = 1, archivedAt = 1',
  'order, return or note that stayed with somebody who was merged or erased': `UPDATE customers SET erasedAt = 1;
    UPDATE orders SET customerId = 1 WHERE id = 2`,
  'merged or erased customer who is in the directory or may sign in': 'UPDATE customers SET erasedAt = 1',
  'erased customer of whom something is known': 'UPDATE customers SET erasedAt = 1, archivedAt = 1',
};

/** For every rule, damage to the eventful shop that it must notice. */
export const damages: Readonly<Record<string, string>> = {
  ...ofOrders,
  ...ofMoney,
  ...ofStock,
  ...ofTimer,
  ...ofCustomers,
  ...ofCommands,
};
