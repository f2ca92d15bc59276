import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteDb } from '../../src/main/database/connection.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import { compile } from '../../src/main/database/query.ts';
import { tradeOverDays } from './trade-over-days.ts';
import { anyDay } from './trading.ts';

type Bug = (sql: string, values: readonly unknown[]) => boolean;

/** Leaves out the writes that a bug names. */
function without(bug: Bug): (file: ShopFile) => ShopFile {
  const spoil = (db: WriteDb): WriteDb => ({
    ...db,
    run(built) {
      const { sql, parameters } = compile(built);
      return bug(sql, parameters) ? { changes: 0, lastId: 0 } : db.run(built);
    },
  });
  return (file) => ({
    ...file,
    transaction: (work) => file.transaction((db) => work(spoil(db))),
    longTransaction: (work, ...rest) => file.longTransaction((db) => work(spoil(db)), ...rest),
  });
}

/** A correction of one kind of figure is forgotten: an order of a closed day was edited, cancelled or rounded. */
const uncorrected =
  (kind: string): Bug =>
  (sql, values) =>
    sql.includes('INSERT INTO dayFigures') && sql.includes('ON CONFLICT') && values[0] === kind;

const uncorrectedIn =
  (table: string): Bug =>
  (sql) =>
    sql.includes(`INSERT INTO "${table}"`) && sql.includes('o.id =');

const unfolded =
  (kind: string): Bug =>
  (sql, values) =>
    sql.includes('INSERT INTO dayFigures') && !sql.includes('ON CONFLICT') && values[0] === kind;

const bugs: Readonly<Record<string, Bug>> = {
  ...Object.fromEntries(
    ['sale', 'kept', 'sale-goods', 'sale-tax', 'sale-hour', 'sale-staff', 'kept-staff'].map((kind) => [
      `no correction of ${kind}`,
      uncorrected(kind),
    ]),
  ),
  'no correction of a product in its month': uncorrectedIn('productMonths'),
  'no correction of a product in its year': uncorrectedIn('productYears'),
  'payments are not folded': unfolded('payment'),
  'returns are not folded': unfolded('return'),
  'cancellations are not folded': unfolded('cancel-tax'),
};

describe('reports over random days', () => {
  it.each(Object.keys(bugs))(
    'find it when there is %s',
    async (name) => {
      const bug = without(bugs[name] ?? (() => false));
      const property = fc.asyncProperty(anyDay(90), (day) => tradeOverDays(day, bug));
      const { failed, errorInstance } = await fc.check(property, { numRuns: 40, endOnFailure: true });
      expect([failed, errorInstance instanceof Error && errorInstance.name]).toEqual([
        true,
        'AssertionError',
      ]);
      // It was found by a report or a proof, and not by the shop going wrong.
      expect(String(errorInstance instanceof Error && errorInstance.stack)).toMatch(
        /expect-reports|trade-over-days/,
      );
    },
    900_000,
  );
});
