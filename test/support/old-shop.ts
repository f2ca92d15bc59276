import type BetterSqlite3 from 'better-sqlite3';

/** An order as the first schema kept it: one line of two pieces at 300, 20 % VAT included. */
type OldOrder = {
  readonly kind: 'counter' | 'pickup' | 'delivery';
  readonly status: 'received' | 'shipped' | 'in-transit' | 'delivered' | 'cancelled';
  /** Payments by tender: their amounts. */
  readonly payments: readonly (readonly [tenderId: number, amount: number])[];
  readonly refunded: number;
};

/** One of every state that a shop could be in before there were refunds, by number. */
export const oldOrders: readonly OldOrder[] = [
  { kind: 'counter', status: 'delivered', payments: [[1, 600]], refunded: 0 },
  { kind: 'delivery', status: 'received', payments: [], refunded: 0 },
  { kind: 'delivery', status: 'received', payments: [[2, 600]], refunded: 0 },
  { kind: 'pickup', status: 'received', payments: [[1, 200]], refunded: 0 },
  { kind: 'delivery', status: 'shipped', payments: [], refunded: 0 },
  { kind: 'delivery', status: 'in-transit', payments: [[2, 600]], refunded: 0 },
  { kind: 'delivery', status: 'in-transit', payments: [], refunded: 0 },
  { kind: 'delivery', status: 'delivered', payments: [[3, 600]], refunded: 0 },
  { kind: 'delivery', status: 'cancelled', payments: [], refunded: 0 },
  {
    kind: 'delivery',
    status: 'cancelled',
    payments: [
      [2, 400],
      [1, 200],
    ],
    refunded: 600,
  },
  { kind: 'pickup', status: 'cancelled', payments: [[3, 600]], refunded: 0 },
];

/** When each order was placed; a day later something happened to it. */
export const oldPlacedAt = 1_795_347_000_000;
const day = 86_400_000;

/** Fills a file at the first schema: a shop, two products with their ledger, and every one of `oldOrders`. */
export function fillOldShop(database: BetterSqlite3.Database): void {
  database.exec(`
    INSERT INTO shop VALUES (1, 'Corner Shop', '1 High Street', '', 'GB', 'en-GB', 'GBP', 2, 'Europe/London', 0, 1,
      'line', 5, 4, 50000, 'warn', 300, '', 'Thank you', '80mm', 'hash', 0, ${oldPlacedAt - day});
    INSERT INTO staff VALUES (1, 'Olga', 'owner', 'p', 'q', 0, ${oldPlacedAt - day}, NULL);
    INSERT INTO taxClasses VALUES (1, 'Standard', 0, 1);
    INSERT INTO taxRates VALUES (1, 'VAT', 19000101, 200000);
    INSERT INTO tenders VALUES (1, 'Cash', 'cash', 0, 0, NULL), (2, 'Card', 'card', 1, 1, NULL),
      (3, 'UPI', 'upi', 1, 2, NULL);
    INSERT INTO products (id, kind, name, description, taxClassId, price, cost, unit, popularity, createdAt)
      VALUES (1, 'single', 'Tea', '', 1, 300, 110, 'piece', 0, ${oldPlacedAt - day}),
        (2, 'single', 'Milk – ½ l', '', 1, 90, NULL, 'piece', 0, ${oldPlacedAt - day});
    INSERT INTO productStock VALUES (1, 1, 100000, 0, 5000), (2, 1, -3000, 0, 5000);
    INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, unitCost, sourceType,
        sourceId, sourceLine, at, businessDate)
      VALUES (1, 1, 'opening', 100000, 0, 110, 'product', 1, 0, ${oldPlacedAt - day}, 20261121),
        (2, 1, 'count', -3000, 0, NULL, 'import', 1, 7, ${oldPlacedAt - day}, 20261121);`);
  for (const [index, order] of oldOrders.entries()) writeOrder(database, index + 1, order);
}

function writeOrder(database: BetterSqlite3.Database, id: number, order: OldOrder): void {
  const { kind, status, payments, refunded } = order;
  const at = oldPlacedAt + id * 1000;
  const later = at + day;
  const paid = payments.reduce((sum, [, amount]) => sum + amount, 0);
  const orders = database.prepare(`INSERT INTO orders (id, kind, status, placedAt, businessDate, staffId,
      customerName, deliveryName, deliveryPhone, deliveryAddress, deliveryDate, deliveredAt, cancelledAt,
      pricesIncludeTax, taxRounding, lineCount, subtotal, lineDiscount, orderDiscount, net, tax, rounding, total,
      paid, refunded, note)
    VALUES (?, ?, ?, ?, 20261122, 1, ?, ?, '', ?, ?, ?, ?, 1, 'line', 1, 600, 0, 0, 500, 100, 0, 600, ?, ?, ?)`);
  const name = kind === 'counter' ? null : 'Ada';
  const deliveredAt = status === 'delivered' ? (kind === 'counter' ? at : later) : null;
  const delivery = [name, name, kind === 'delivery' ? 'Low Road' : null, name && 20261126];
  const cancelledAt = status === 'cancelled' ? later : null;
  const note = id % 2 === 0 ? null : 'Ring twice';
  orders.run(id, kind, status, at, ...delivery, deliveredAt, cancelledAt, paid, refunded, note);
  const tax = '[{"name":"VAT","rate":200000,"amount":100}]';
  database.exec(`INSERT INTO orderLines VALUES (${id}, 1, 1, 'Tea', NULL, 'piece', 2000, 300, 300, NULL, 600, 0, 0,
      500, 100, 600, '${tax}', 110, NULL);
    INSERT INTO orderTaxes VALUES (${id}, 'VAT', 200000, 500, 100);
    INSERT INTO orderEvents VALUES (${id}, 1, 'placed', 1, ${at}, '{"kind":"${kind}","total":600}');`);
  const payment = database.prepare('INSERT INTO payments VALUES (?, ?, ?, ?, 0, NULL, 1, ?, 20261122)');
  for (const [index, [tenderId, amount]] of payments.entries()) {
    payment.run(id, index + 1, tenderId, amount, at);
  }
  if (kind !== 'counter' && status !== 'received') {
    const details = JSON.stringify({ from: 'received', to: status });
    database.prepare(`INSERT INTO orderEvents VALUES (?, 2, 'status', 1, ?, ?)`).run(id, later, details);
  }
  moveStock(database, id, order, later);
}

function moveStock(
  database: BetterSqlite3.Database,
  id: number,
  { kind, status }: OldOrder,
  at: number,
): void {
  const move = (type: string, onHand: number, reserved: number): void => {
    database.exec(`INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, unitCost,
        sourceType, sourceId, sourceLine, staffId, at, businessDate)
      SELECT 1, max(movementNo) + 1, '${type}', ${onHand}, ${reserved}, 110, 'order', ${id}, 1, 1, ${at}, 20261122
      FROM stockMovements WHERE productId = 1;
      UPDATE productStock SET onHand = onHand + ${onHand}, reserved = reserved + ${reserved} WHERE productId = 1;`);
  };
  if (kind !== 'counter') move('reserve', 0, 2000);
  if (kind !== 'counter' && status !== 'received') move('release', 0, -2000);
  if (status !== 'received' && status !== 'cancelled') move('sale', -2000, 0);
}
