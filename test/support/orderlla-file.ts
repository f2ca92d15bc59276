import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { readCsv } from '../../src/main/features/csv/read-csv.ts';
import type { TestApp } from './create-test-app.ts';
import { sharedData } from './shared-data.ts';

type Cell = string | null;
/** Rows by table, as an Orderlla database has them. */
export type OrderllaRows = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

const create = `CREATE TABLE customers (id INTEGER PRIMARY KEY, username TEXT, password TEXT, name TEXT, address TEXT, contact TEXT);
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, description TEXT, price REAL, stock INTEGER, image_url TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, items TEXT, total REAL, payment_method TEXT,
  delivery_date TEXT, status TEXT, cancellation_timestamp TEXT, order_date TEXT, actual_delivery_date TEXT,
  cancellation_refund TEXT, FOREIGN KEY (customer_id) REFERENCES customers (id));
CREATE TABLE admin (id INTEGER PRIMARY KEY, username TEXT, password TEXT);
`;

/** The real shop that lies beside the project, or null where it is not there. */
export function realOrderllaRows(): OrderllaRows | null {
  const read = (name: string) => {
    const path = sharedData(`orderlla/${name}.csv`);
    if (path === null) return null;
    const [header, ...rows] = [...readCsv(readFileSync(path, 'utf8'), ',')].map((row) => row.cells);
    return rows.map((cells) =>
      Object.fromEntries((header ?? []).map((column, index) => [column, cells[index] || null])),
    );
  };
  const [customers, products, orders, items] = ['customers', 'products', 'orders', 'order_items'].map(read);
  if (!customers || !products || !orders || !items) return null;
  const withItems = orders.map((order) => {
    const own = items.filter((item) => item.order_id === order.id);
    const map = Object.fromEntries(own.map((item) => [item.product_id, Number(item.quantity)]));
    return { ...order, items: JSON.stringify(map) };
  });
  const named = customers.map((customer) => ({
    ...customer,
    username: `user${customer.id}`,
    password: 'secret-word',
  }));
  return {
    customers: named,
    products,
    orders: withItems,
    admin: [{ id: '1', username: 'admin', password: 'x' }],
  };
}

/** The rows as the bytes of a SQLite database; `more` is SQL run in it afterwards. */
export function orderllaDatabase(rows: OrderllaRows, more = ''): Buffer {
  const database = new BetterSqlite3(':memory:');
  // Orderlla's own file never enforced its references.
  database.pragma('foreign_keys = OFF');
  database.exec(create);
  for (const [table, list] of Object.entries(rows)) {
    for (const row of list) {
      const columns = Object.keys(row);
      const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      database.prepare(sql).run(Object.values(row));
    }
  }
  if (more !== '') database.exec(more);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** The rows as an SQL script. */
export function orderllaScript(rows: OrderllaRows): string {
  const literal = (cell: Cell) => (cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`);
  const inserts = Object.entries(rows).flatMap(([table, list]) =>
    list.map(
      (row) =>
        `INSERT INTO public."${table}" (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')});`,
    ),
  );
  return `-- An Orderlla shop\n${create}${inserts.join('\n')}\n`;
}

const pieceBytes = 1024 * 1024;
let files = 0;

/** Hands a file to the application as a window does. Answers its upload id. */
export async function sendOrderlla(
  test: TestApp,
  bytes: Uint8Array | string,
  fileName = 'shop.db',
): Promise<string> {
  files += 1;
  const uploadId = `orderlla-${files}`;
  const whole = Buffer.from(bytes as Uint8Array);
  for (let offset = 0; offset === 0 || offset < whole.length; offset += pieceBytes) {
    const data = whole.subarray(offset, offset + pieceBytes).toString('base64');
    await test.ask('import.upload', { uploadId, fileName, offset, data });
  }
  return uploadId;
}
