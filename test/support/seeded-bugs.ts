import type { WriteDb } from '../../src/main/database/connection.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';

type Statement = ReturnType<WriteDb['statement']>;

/** How a bug treats one statement: what it is run with, or null to leave it out and say that it was done. */
type Bug = (sql: string, values: readonly unknown[]) => readonly unknown[] | null;

const leavingOut =
  (pattern: RegExp): Bug =>
  (sql, values) =>
    pattern.test(sql) ? null : values;

const changing =
  (pattern: RegExp, change: (values: readonly unknown[]) => readonly unknown[]): Bug =>
  (sql, values) =>
    pattern.test(sql) ? change(values) : values;

/** The place of a column in the values of an insert; every column of these has a value. */
function withColumn(
  sql: string,
  column: string,
  values: readonly unknown[],
  add: number,
): readonly unknown[] {
  const columns = /\(([^)]*)\) values/.exec(sql)?.[1]?.split(', ') ?? [];
  const place = columns.indexOf(`"${column}"`);
  return values.map((value, index) => (index === place ? Number(value) + add : value));
}

const adding =
  (pattern: RegExp, column: string, add: number): Bug =>
  (sql, values) =>
    pattern.test(sql) ? withColumn(sql, column, values, add) : values;

/** Mistakes that somebody could make in the code that places an order, by name. */
export const seededBugs: Readonly<Record<string, Bug>> = {
  'the stock movement is forgotten': leavingOut(/^insert into "stockMovements"/),
  'the stock is not brought along': leavingOut(/^update "productStock"/),
  'what is promised is not counted': changing(/^update "productStock"/, ([onHand, _reserved, id]) => [
    onHand,
    0,
    id,
  ]),
  'a payment is dropped': leavingOut(/^insert into "payments"/),
  'change is booked one unit too high': adding(/^insert into "payments"/, 'change', 1),
  'the tax of an order is off by one': adding(/^insert into "orderTaxes"/, 'amount', 1),
  'a line keeps another price than was paid': adding(/^insert into "orderLines"/, 'unitPrice', 1),
  'the answer to a request is not remembered': leavingOut(/^insert into "requests"/),
  'the audit entry is forgotten': leavingOut(/^insert into "auditEntries"/),
  'a sold cart stays open': leavingOut(/^insert into "carts".*"state" = \?/),
  'the timeline is forgotten': leavingOut(/^insert into "orderEvents"/),
};

/** Skips an order number: every order takes the one after next. */
function withSkippedNumber(sql: string): string {
  if (!sql.startsWith('insert into "orders" (')) return sql;
  return sql
    .replace('insert into "orders" (', 'insert into "orders" ("id", ')
    .replace('values (', 'values ((SELECT ifnull(max(id), 0) + 2 FROM orders), ');
}

export const skippedNumber = 'an order number is skipped';

/** Puts a bug between the application and its shop file. */
export function withBug(name: string): (file: ShopFile) => ShopFile {
  const bug = seededBugs[name] ?? ((_sql, values) => values);
  const rewrite = name === skippedNumber ? withSkippedNumber : (sql: string) => sql;
  const wrap = (db: WriteDb): WriteDb => ({
    ...db,
    statement(sql) {
      const statement = db.statement(rewrite(sql));
      return new Proxy(statement, {
        get(target, property): unknown {
          if (property !== 'run') {
            const value: unknown = Reflect.get(target, property);
            return typeof value === 'function' ? value.bind(target) : value;
          }
          return (...values: unknown[]) => {
            const given = bug(sql, values);
            return given === null ? { changes: 1, lastInsertRowid: 1 } : target.run(...given);
          };
        },
      }) as Statement;
    },
  });
  return (file) => ({ ...file, transaction: (work) => file.transaction((db) => work(wrap(db))) });
}
