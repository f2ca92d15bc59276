import { isKept, type Measured, reportLine } from './measure.ts';
import { benchPagesPerOrder, benchPlaceOrder } from './place-order.ts';
import { benchSearch } from './search.ts';

/**
 * The benchmark: ratios within one run, because absolute times are the machine's. `npm run bench` takes the
 * full sizes; `npm run bench -- --small` what a CI run can afford. Exits 1 when an exact goal is missed; a
 * missed time budget is printed and does not fail a run on a busy machine.
 */
const small = process.argv.includes('--small');
const orders = small ? 5000 : 100_000;
const products = small ? 5000 : 50_000;

const results: Measured[] = [];
function report(list: readonly Measured[]): void {
  for (const one of list) {
    results.push(one);
    process.stdout.write(`${reportLine(one)}\n`);
  }
}

report(await benchPlaceOrder(orders));
report([await benchPagesPerOrder(orders)]);
report(await benchSearch(products));

const missed = results.filter((one) => isKept(one) === false);
process.stdout.write(`${results.length} figures, ${missed.length} beyond their budget\n`);
process.exitCode = missed.some((one) => one.goal !== undefined) ? 1 : 0;
