import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { type MonthTally, noMonth, type Tally } from './tally.ts';

/** Writes down what the file says of each month, and what of it did not come in. */
export function writeMonths(db: WriteDb, importId: number, { coming, out }: Tally): void {
  for (const month of new Set([...coming.keys(), ...out.keys()])) {
    const [here, gone] = [coming.get(month) ?? noMonth(), out.get(month) ?? noMonth()];
    const all = (key: keyof MonthTally): number => here[key] + gone[key];
    db.run(
      query.insertInto('historyMonths').values({
        ...{ importId, month, orders: all('orders'), returns: all('returns'), lines: all('lines') },
        ...{ sales: all('exactSales'), returned: all('exactReturned'), tax: all('exactTax') },
        ...{ outOrders: gone.orders, outReturns: gone.returns, outLines: gone.lines },
        ...{ outSales: gone.exactSales, outReturned: gone.exactReturned, outTax: gone.exactTax },
      }),
    );
  }
}
