import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteDb } from '../../src/main/database/connection.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import { query } from '../../src/main/database/query.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { counterSale, line } from '../support/builders.ts';
import {
  createTestApp,
  nextRequestId,
  owner,
  ownerPassword,
  type TestApp,
} from '../support/create-test-app.ts';

/**
 * Sells without end in an existing shop file, and says each order's number only after its commit: what a
 * customer holding a receipt knows. Killed, or cut off, by whoever started it.
 *
 * `node seller.ts <folder> <bug> <checkpoint pages> <orders, 0 for no end>`. The bugs, `early` (says the number
 * before the commit) and `notx` (commits each statement alone), exist only here: they show that the harness
 * would notice.
 */
const [folder = '', bug = 'none', checkpoint = '1000', most = '0'] = process.argv.slice(2);
const acknowledgements = openSync(join(folder, 'acks.log'), 'a');

function acknowledge(orderId: number): void {
  writeSync(acknowledgements, `${orderId}\n`);
  writeSync(1, `${orderId}\n`);
}

/** The same file with every statement in a transaction of its own. */
function withoutTransactions(file: ShopFile): ShopFile {
  let bare: WriteDb | undefined;
  file.transaction((db) => {
    bare = db;
  });
  return {
    ...file,
    transaction: (work) => {
      if (!bare) throw new Error('no handle');
      return work(bare);
    },
  };
}

async function sell(test: TestApp): Promise<void> {
  const products = test.file.read.all(query.selectFrom('products').select(['id', 'price']));
  let next =
    (test.file.read.get(query.selectFrom('orders').select('id').orderBy('id', 'desc').limit(1))?.id ?? 0) + 1;
  const last = Number(most);
  for (let count = 0; last === 0 || count < last; count += 1) {
    const lines = [0, 1, 2].slice(0, 1 + (next % 3)).map((offset) => {
      const product = products[(next * 7 + offset) % products.length];
      if (!product) throw new Error('no products');
      return line(product.id, 1 + (next % 2), product.price, { note: `for order ${next}` });
    });
    const later = next % 4 === 0;
    const input = counterSale(lines, {
      ...(later
        ? {
            kind: 'delivery' as const,
            tenders: [],
            delivery: { name: 'Ana', phone: '', address: '2 Low Street', date: calendarDate(20261126) },
          }
        : {}),
      oversellAccepted: products.map((product) => product.id),
    });
    if (bug === 'early') acknowledge(next);
    const reply = await test.app.ask(owner, 'orders.place', input, nextRequestId());
    if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`);
    if (bug !== 'early') acknowledge(reply.value.orderId);
    next = reply.value.orderId + 1;
    // Lets the event loop turn, as it does between two customers.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const test = createTestApp({ folder, ...(bug === 'notx' ? { wrapFile: withoutTransactions } : {}) });
test.file.transaction((db) => db.statement(`PRAGMA wal_autocheckpoint = ${Number(checkpoint)}`).all());
await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
try {
  await sell(test);
  closeSync(acknowledgements);
} catch (error) {
  appendFileSync(join(folder, 'seller-error.txt'), String(error));
  process.exitCode = 1;
}
// No tidy close: a power cut closes nothing.
process.exit();
