/** Sells so often in the shop of a folder, in a process whose syncs are counted. */
import { openShop, place, salesOf } from '../sale/recording.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const test = await openShop(folder);
const synchronous = test.file.transaction((db) => db.statement('PRAGMA synchronous').get()) as {
  synchronous: number;
};
if (synchronous.synchronous !== 2) throw new Error('a sale is not durable');
// Nothing is moved out of the log at the end: that would be counted as well.
for (const sale of salesOf(test, Number(count))) await place(test, sale);
process.exit(0);
