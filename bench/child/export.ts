/** Writes all orders of a folder's shop with their lines into a file; prints milliseconds, rows and megabytes grown. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { everyOrder } from '../../test/support/order-filters.ts';
import { openShop } from '../sale/recording.ts';

const [folder = '', path = ''] = process.argv.slice(2);
const test = await openShop(folder);
const out = createWriteStream(path);
test.desktop.savePieces = async (pieces, name) => {
  for await (const part of pieces()) if (!out.write(part)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  return { saved: true, fileName: name };
};
global.gc?.();
const before = process.memoryUsage.rss();
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 50);
const start = performance.now();
const { rows } = await test.ask('lists.export', {
  ...{ list: 'orders', filter: everyOrder, sort: 'placed', descending: true },
  columns: ['number', 'time', 'status', 'kind', 'customer', 'total'],
  lineColumns: ['line', 'product', 'sku', 'quantity', 'unit-price', 'line-total'],
});
clearInterval(watch);
process.stdout.write(`${performance.now() - start}\n${rows}\n${(most - before) / 1_048_576}\n`);
process.exit(0);
