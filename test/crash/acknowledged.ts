import type { ReadDb } from '../../src/main/database/connection.ts';

/** What the seller says after a commit, one line each: "order 12", "event 12 5", "return 3", "hour 498755". */
const tables: Readonly<Record<string, string>> = {
  order: 'SELECT 1 FROM orders WHERE id = ?',
  event: 'SELECT 1 FROM orderEvents WHERE orderId = ? AND eventNo = ?',
  return: 'SELECT 1 FROM returns WHERE id = ?',
  receipt: 'SELECT 1 FROM stockReceipts WHERE id = ?',
  hour: 'SELECT 1 FROM timerHours WHERE hour = ?',
  closed: 'SELECT 1 FROM rollups WHERE closedThrough >= ?',
  import: 'SELECT 1 FROM imports WHERE id = ?',
  history: 'SELECT 1 FROM historyImports WHERE id = ?',
};

/** The lines of a text that were said to their end: what was cut in half was not said. */
export function linesSaid(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

/** What was said to be there and is not. */
export function missingOf(db: ReadDb, said: readonly string[]): readonly string[] {
  return said.filter((line) => {
    const [kind = '', ...ids] = line.split(' ');
    const sql = tables[kind];
    if (!sql) throw new Error(`the seller said "${line}"`);
    return db.statement(sql).get(...ids.map(Number)) === undefined;
  });
}

/** What came in whole or not at all: a sentence where a part of it is there. */
export function halfBroughtIn(db: ReadDb): readonly string[] {
  const counted = (sql: string): number => Number(Object.values(db.statement(sql).get() as object)[0]);
  const products = counted("SELECT count(*) FROM products WHERE sku LIKE 'IN-%'");
  const told = counted("SELECT coalesce(sum(created), 0) FROM imports WHERE fileName = 'products.csv'");
  const orders = counted("SELECT count(*) FROM orders WHERE channel = 'import'");
  const toldOrders = counted('SELECT coalesce(sum(orders), 0) FROM historyImports');
  return [
    ...(products === told ? [] : [`${products} products came in, ${told} by an import that ended`]),
    ...(orders === toldOrders ? [] : [`${orders} old orders came in, ${toldOrders} by an import that ended`]),
  ];
}
