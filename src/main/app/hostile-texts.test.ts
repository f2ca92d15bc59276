import { Window } from 'happy-dom';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkShop } from '../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  openShopInput,
  owner,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import {
  type Filled,
  fillWithTexts,
  shopOfTexts,
  writingCalls,
} from '../../../test/support/fill-with-texts.ts';
import { hostileTexts, refusedTexts } from '../../../test/support/hostile-texts.ts';
import { fieldsOfText, withTexts } from '../../../test/support/text-fields.ts';
import { validInputs } from '../../../test/support/valid-inputs.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';

/** Rounds of every call that takes a text; as many as there are texts by `ORDERLLA_HOSTILE_TEXTS=all`. */
const rounds = process.env.ORDERLLA_HOSTILE_TEXTS === 'all' ? hostileTexts.length : 24;

let test: TestApp;
let filled: Filled;
beforeAll(async () => {
  test = await createOpenShop(shopOfTexts(openShopInput, hostileTexts));
  const ask = (name: CallName, input: unknown) => test.app.call(owner, name, input, nextRequestId());
  filled = await fillWithTexts(ask, hostileTexts, rounds);
}, 900_000);
afterAll(() => test.close());

/** A shop has so many of these and no more. */
const few: ReadonlySet<string> = new Set(['taxes.create', 'tenders.create']);
/** Nothing was tampered with that somebody could acknowledge, and prefixes are of a few signs. */
const occasionless: ReadonlySet<string> = new Set(['audit.acknowledge', 'shop.setNumbering']);

/** Columns of text in which nothing stands that a person wrote, by why. */
const written: Readonly<Record<string, string>> = {
  'made by the application': `auditEntries.call auditEntries.outcome auditEntries.hash auditEntries.actor
    auditEntries.subject bulkEdits.kind bulkEdits.change bulkEditRows.before bulkEditRows.after requests.id
    requests.requestId requests.call requests.inputHash requests.reply shop.recoveryCodeHash staff.passwordHash
    staff.pinHash sessions.till carts.till kioskTills.till signInThrottles.subject stockChecks.drifts
    orderTaxes.base orderLines.taxes returnLines.taxes timerRuns.error searchIndex.words
    importMappings.mappingKey importMappings.mapping imports.format products.pictureSource products.externalKey
    carts.id carts.content barcodes.barcode customers.passwordHash shopFile.fileId auditMarks.mark
    auditFindings.fingerprint auditFindings.kind auditFindings.targetKind auditFindings.params customerMerges.fields
    customerMerges.moved digests.kind digests.sum digests.mac cartRemovals.cartId cartRemovals.till
    invoices.counter invoices.prefix invoices.printed viewDefaults.view auditEntries.till auditEntries.requestId
    orders.seal keyCopy.sealed paperSeals.sourceType paperSeals.seal savedViews.query shop.invoiceFirstCounter
    dayFigures.kind dayFigures.key historySources.mappingKey historyImports.settings`,
  'shorter than any of ours': 'tenders.payKey shop.orderPrefix shop.invoicePrefix usedOrderPrefixes.prefix',
  'there is no occasion for it': 'auditFindings.note cartRemovals.name',
  'one of a list': `shop.country shop.locale shop.currency shop.timeZone rollups.timeZone staffRights.right stockAdjustments.reason
    stockMovements.reason statusMoves.fromStatus statusMoves.toStatus refundMoves.fromState refundMoves.toState`,
  'kept from an import, tested there': `imports.fileName historyImports.fileName historyIds.oldKey
    historyMade.made`,
  'of the customers’ page': 'customers.username',
};

/** Every column that may hold a text, with how many of its rows hold one of ours. */
function textColumns(): ReadonlyMap<string, number> {
  const { read } = test.file;
  type Column = { table: string; column: string };
  const columns = read.all(
    sql<Column>`SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list AS t
      JOIN pragma_table_xinfo(t.name) AS c WHERE t.schema = 'main' AND t.type = 'table' AND c.type = 'TEXT'
      AND t.name NOT LIKE 'sqlite%'`,
  );
  return new Map(
    columns.map(({ table, column }) => {
      const found = read.get(
        sql<{ rows: number }>`SELECT count(*) AS rows FROM ${sql.table(table)}
          WHERE ${sql.ref(column)} LIKE '%ost%il%' OR ${sql.ref(column)} LIKE '%elitsoh%'`,
      );
      return [`${table}.${column}`, found?.rows ?? 0];
    }),
  );
}

/** Columns that a CHECK keeps to a few words. */
function isChecked(place: string): boolean {
  const [table = '', column = ''] = place.split('.');
  const { sql: made = '' } =
    test.file.read.get(sql<{ sql: string }>`SELECT sql FROM sqlite_schema WHERE name = ${table}`) ?? {};
  return new RegExp(`${column} TEXT[^,]*CHECK \\([^,]*\\bIN \\(`, 'u').test(made);
}

describe('hostile texts', () => {
  it('are more than five hundred', () => {
    expect(hostileTexts.length).toBeGreaterThan(500);
    expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
  });

  it('are taken by every call that takes a text', () => {
    expect(writingCalls.length).toBeGreaterThan(30);
    // Now and then two texts are the same when they are cut, and names are taken once.
    const idle = [...filled].filter(([name, { taken }]) => taken < (few.has(name) ? 1 : rounds * 0.7));
    expect(idle.filter(([name]) => !occasionless.has(name))).toEqual([]);
    expect(test.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('stand in every column of the shop file that holds a text', () => {
    const known = new Set(Object.values(written).join(' ').split(/\s+/u));
    const without = [...textColumns()].filter(([, rows]) => rows === 0).map(([place]) => place);
    expect(without.filter((place) => !known.has(place) && !isChecked(place))).toEqual([]);
  });

  it('leave the shop sound', () => {
    expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  });

  it('are words on every paper, and nothing else', async () => {
    await printEverything();
    const { printed } = test.desktop;
    expect(printed.length).toBeGreaterThan(rounds * 8);
    const window = new Window();
    const parser = new window.DOMParser();
    let words = 0;
    for (const { document } of printed) {
      const page = parser.parseFromString(document.html, 'text/html');
      expect(
        page.querySelectorAll('[x-hostile], x-hostile, script, iframe, img:not([src^="data:image/"])'),
      ).toHaveLength(0);
      for (const element of page.querySelectorAll('*')) {
        const names = [...element.attributes].map(({ name }) => name);
        expect(names.filter((name) => name.startsWith('on'))).toEqual([]);
      }
      words += page.body.textContent.split('hostile').length - 1;
    }
    expect(words).toBeGreaterThan(printed.length);
    await window.happyDOM.close();
  });

  it.each(refusedTexts)('are refused where they hold what no person types: %j', async (text) => {
    for (const name of writingCalls) {
      const input = withTexts(contract[name].input, validInputs[name], ['x'], 0);
      for (const place of fieldsOfText(contract[name].input)) {
        const spoilt = spoiltAt(input, place.split('.'), text);
        if (spoilt === null) continue;
        const reply = await test.app.call(owner, name, spoilt, nextRequestId());
        expect([name, place, reply.ok ? 'ok' : reply.error.code]).toEqual([name, place, 'invalid-input']);
      }
    }
  });
});

/** A copy with this text at a place; null where the input has nothing there. */
function spoiltAt(input: unknown, [key = '', ...below]: readonly string[], text: string): unknown {
  if (Array.isArray(input)) {
    const [first, ...rest] = input;
    const spoilt = spoiltAt(first, [key, ...below], text);
    return spoilt === null ? null : [spoilt, ...rest];
  }
  if (typeof input === 'string' && key === '') return text;
  if (typeof input !== 'object' || input === null || !(key in input)) return null;
  const value: unknown = Reflect.get(input, key);
  const inner = below.length === 0 && typeof value === 'string' ? text : spoiltAt(value, below, text);
  return inner === null ? null : { ...input, [key]: inner };
}

/** Receipt and papers of every fourth order, and of every refund and return. */
async function printEverything(): Promise<void> {
  const print = (input: unknown) => test.app.call(owner, 'documents.print', input, nextRequestId());
  const orders = test.file.read.all(sql<{ id: number }>`SELECT id FROM orders WHERE id % 4 = 1`);
  for (const { id: orderId } of orders) {
    await test.ask('documents.printReceipt', { orderId, paper: orderId % 2 === 0 ? 'a4' : '80mm' });
    for (const kind of ['packing-slip', 'delivery-note', 'invoice']) await print({ kind, orderId });
  }
  for (const { id: returnId } of test.file.read.all(sql<{ id: number }>`SELECT id FROM returns`))
    await print({ kind: 'return-slip', returnId, paper: '58mm' });
  for (const { id: refundId } of test.file.read.all(sql<{ id: number }>`SELECT id FROM refunds`))
    await print({ kind: 'refund-slip', refundId, paper: '80mm' });
}
