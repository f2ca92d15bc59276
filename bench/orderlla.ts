import { existsSync, renameSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/**
 * Orderlla's own tables and statements, as `orderlla-parity.md` tells them, over the orders of a made shop: what the
 * figures here are held against. Its web server is not run; it would cost more.
 */
export type Orderlla = {
  /** The nine figures of its dashboard, each a statement of its own. */
  dashboard(): void;
  /** Sales by month over all time, its own range "all". */
  salesByMonth(): void;
  /** How often each way to pay was used. */
  payments(): void;
  statuses(): void;
  /** Average order of twelve months, each with its two statements. */
  averages(): void;
  /** The ten products that sold most, of all time. */
  topProducts(): void;
  /** The list of orders that hold a customer's name. */
  search(name: string): void;
  /** Takes an order, in a transaction of its own in the journal that it had. */
  place(items: Readonly<Record<number, number>>, total: number): void;
  /** Pages that an order writes where the file has a log of writes. */
  pagesPerOrder(orders: readonly Readonly<Record<number, number>>[]): number;
  close(): void;
};

const tables = `
  CREATE TABLE customers (id INTEGER PRIMARY KEY, username TEXT, password TEXT, name TEXT, address TEXT, contact TEXT);
  CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, description TEXT, price REAL, stock INTEGER, image_url TEXT);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, items TEXT, total REAL, payment_method TEXT,
    delivery_date TEXT, status TEXT, cancellation_timestamp TEXT, order_date TEXT, actual_delivery_date TEXT,
    cancellation_refund TEXT, FOREIGN KEY (customer_id) REFERENCES customers (id));`;

const day = (column: string): string =>
  `substr(${column}, 1, 4) || '-' || substr(${column}, 5, 2) || '-' || substr(${column}, 7, 2)`;

const rows = `
  INSERT INTO customers SELECT id, 'user' || id, 'x', name, address, phone FROM shop.customers;
  INSERT INTO products SELECT p.id, p.name, '', p.price / 100.0, s.onHand / 1000, '' FROM shop.products AS p
    JOIN shop.productStock AS s ON s.productId = p.id;
  INSERT INTO orders SELECT o.id, o.customerId,
    (SELECT json_group_object(productId, quantity / 1000) FROM shop.orderLines AS l WHERE l.orderId = o.id),
    o.total / 100.0,
    CASE (SELECT tenderId FROM shop.payments AS p WHERE p.orderId = o.id LIMIT 1)
      WHEN 2 THEN 'Credit Card' WHEN 3 THEN 'UPI' WHEN 4 THEN 'Debit Card' ELSE 'Cash on Delivery' END,
    ${day('ifnull(o.deliveryDate, o.businessDate)')},
    CASE o.status WHEN 'received' THEN 'Order Received' WHEN 'shipped' THEN 'Shipped' WHEN 'in-transit' THEN 'In Transit'
      WHEN 'delivered' THEN 'Delivered' ELSE 'Cancelled' END,
    iif(o.cancelledAt IS NULL, NULL, datetime(o.cancelledAt / 1000, 'unixepoch')), ${day('o.businessDate')},
    iif(o.status = 'delivered', ${day('o.businessDate')}, NULL),
    iif(o.status = 'cancelled', 'Your refund will be processed within 2 business days.', NULL)
  FROM shop.orders AS o;`;

/** Orderlla's file beside a made shop's, made once. */
export function orderllaOf(folder: string): Orderlla {
  const path = `${folder}-orderlla.db`;
  if (!existsSync(path)) make(path, folder);
  const database = new BetterSqlite3(path);
  const all = (sql: string): (() => void) => {
    const statement = database.prepare(sql);
    return () => void statement.all();
  };
  const together = (statements: readonly string[]): (() => void) => {
    const parts = statements.map(all);
    return () => {
      for (const part of parts) part();
    };
  };
  const byName = database.prepare(`SELECT o.*, c.name FROM orders o JOIN customers c ON o.customer_id = c.id
    WHERE c.name LIKE ? ORDER BY o.id DESC`);
  const place = placing(database);
  const newest = database.prepare('SELECT max(id) FROM orders').pluck().get();
  return {
    dashboard: together(dashboard),
    salesByMonth: all(`SELECT strftime('%Y-%m', order_date) AS month, SUM(total) FROM orders
      WHERE status != 'Cancelled' GROUP BY month ORDER BY month`),
    payments: together([
      "SELECT COUNT(*) FROM orders WHERE status != 'Cancelled'",
      "SELECT payment_method, COUNT(payment_method) FROM orders WHERE status != 'Cancelled' GROUP BY payment_method",
    ]),
    statuses: all('SELECT status, COUNT(*) FROM orders GROUP BY status'),
    averages: together(months.flatMap((month) => monthAverage(month))),
    topProducts: all(`SELECT p.name, SUM(item.value) AS sold FROM orders o, json_each(o.items) AS item
      JOIN products p ON p.id = CAST(item.key AS INTEGER)
      WHERE o.status != 'Cancelled' AND o.order_date IS NOT NULL GROUP BY p.id ORDER BY sold DESC LIMIT 10`),
    search: (name) => void byName.all(`%${name}%`),
    place,
    pagesPerOrder: (orders) => pagesPerOrder(database, place, orders),
    close() {
      // The next run finds the same orders.
      database.prepare('DELETE FROM orders WHERE id > ?').run(newest);
      database.close();
    },
  };
}

function make(path: string, folder: string): void {
  process.stderr.write("writing the same orders into Orderlla's tables …\n");
  const part = `${path}.part`;
  rmSync(part, { force: true });
  const database = new BetterSqlite3(part);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.exec(tables);
  database.prepare('ATTACH ? AS shop').run(`${folder}/shop.db`);
  database.exec(`BEGIN; ${rows} COMMIT;`);
  database.exec('DETACH shop');
  database.close();
  renameSync(part, path);
}

const today = '2026-11-22';
const months = Array.from({ length: 12 }, (_, back) => {
  const month = 2026 * 12 + 10 - back;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

function monthAverage(month: string): readonly string[] {
  const where = `WHERE status != 'Cancelled' AND strftime('%Y-%m', order_date) = '${month}'`;
  return [`SELECT SUM(total) FROM orders ${where}`, `SELECT COUNT(*) FROM orders ${where}`];
}

/** O-24 to O-29, each as often as it asks. */
const dashboard: readonly string[] = [
  `SELECT SUM(total) FROM orders WHERE order_date = '${today}' AND status != 'Cancelled'`,
  `SELECT COUNT(*) FROM orders WHERE order_date = '${today}'`,
  "SELECT COUNT(*) FROM orders WHERE status NOT IN ('Delivered', 'Cancelled')",
  'SELECT COUNT(*) FROM products WHERE stock >= 0 AND stock < 50',
  ...monthAverage('2026-11'),
  ...monthAverage('2026-10'),
  `SELECT COUNT(*) FROM orders WHERE status = 'Cancelled' AND payment_method != 'Cash on Delivery'
    AND (cancellation_refund IS NULL OR cancellation_refund NOT LIKE '%initiated%')`,
];

function placing(database: BetterSqlite3.Database): Orderlla['place'] {
  const take = database.prepare('UPDATE products SET stock = stock - ? WHERE id = ?');
  const insert =
    database.prepare(`INSERT INTO orders (customer_id, items, total, payment_method, delivery_date, status,
    order_date) VALUES (1, ?, ?, 'UPI', '2026-11-26', 'Order Received', '${today}')`);
  return (items, total) => {
    database.exec('BEGIN');
    insert.run(JSON.stringify(items), total);
    for (const [id, quantity] of Object.entries(items)) take.run(quantity, Number(id));
    database.exec('COMMIT');
  };
}

function pagesPerOrder(
  database: BetterSqlite3.Database,
  place: Orderlla['place'],
  orders: readonly Readonly<Record<number, number>>[],
): number {
  database.pragma('journal_mode = WAL');
  database.pragma('wal_autocheckpoint = 0');
  database.pragma('wal_checkpoint(TRUNCATE)');
  for (const items of orders) place(items, 10);
  const [{ log }] = database.pragma('wal_checkpoint(PASSIVE)') as [{ log: number }];
  database.pragma('journal_mode = DELETE');
  return log / orders.length;
}
