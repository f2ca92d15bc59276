import type { ReadDb } from '../../src/main/database/connection.ts';

/** What the seller says after a commit, one line each: "order 12", "event 12 5", "return 3", "receipt 4". */
const tables: Readonly<Record<string, string>> = {
  order: 'SELECT 1 FROM orders WHERE id = ?',
  event: 'SELECT 1 FROM orderEvents WHERE orderId = ? AND eventNo = ?',
  return: 'SELECT 1 FROM returns WHERE id = ?',
  receipt: 'SELECT 1 FROM stockReceipts WHERE id = ?',
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
