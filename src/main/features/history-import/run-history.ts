import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { fateOfDoc } from './doc-fate.ts';
import { requireHistory } from './history-upload.ts';
import type { HistoryWords } from './history-words.ts';
import type { HistoryWriting } from './history-writing.ts';
import { knownId } from './known-ids.ts';
import { orderOfNumber, saleOfReturn } from './link-return.ts';
import type { Settled } from './settled.ts';
import { buildStaged } from './staged-rows.ts';
import type { StagedDoc } from './staging-tables.ts';
import { Tally } from './tally.ts';
import type { Understanding } from './understand.ts';
import { writeGoods, writeParties } from './write-goods.ts';
import { paymentsFor, writeHistoryOrder } from './write-history-order.ts';
import {
  giveBackPayments,
  writeHistoryReturn,
  writeLinkedReturn,
  writeWholeReturn,
} from './write-history-return.ts';
import { writeMonths } from './write-months.ts';

type Doc = StagedDoc & Omit<Settled, 'id'>;

/** In the order in which they were placed: numbers rise as they did. */
const docsInTime = preparedRead<{ at: number; doc: number }, Doc & { at: number }>(
  (slot) => sql<Doc & { at: number }>`SELECT d.* FROM docOrder AS o JOIN docs AS d ON d.id = o.doc
    WHERE (o.at, o.doc) > (${slot('at')}, ${slot('doc')}) ORDER BY o.at, o.doc LIMIT 20`,
);

/** What an import has written so far. */
type Written = {
  orders: number;
  returns: number;
  firstOrderId: number | null;
  lastOrderId: number | null;
  firstReturnId: number | null;
  lastReturnId: number | null;
};

/**
 * Brings in what the last preview read, in one transaction, in the order in which it happened. Numbers that came in
 * meanwhile stay as they are. Nothing of it moves stock.
 */
export const runHistory: CommandHandler<'historyImport.run'> = function* (ctx, { uploadId }) {
  const { reading, fileName } = requireHistory(ctx, uploadId);
  const { understood: understanding, tally: before, staging } = reading;
  if (!understanding || !before) throw new AppError('upload-gone');
  const coming = before.total('coming');
  if (coming.orders + coming.returns === 0) throw new AppError('nothing-to-import');
  const total = coming.lines + 1;
  const writing = begin(ctx, understanding, {
    fileName,
    before,
    unreadRows: reading.unreadRows,
    staged: staging.db,
  });
  for (const _ of writeParties(writing)) yield { done: 0, total };
  for (const _ of writeGoods(writing)) yield { done: 0, total };
  const written: Written = {
    ...{ orders: 0, firstOrderId: null, lastOrderId: null },
    ...{ returns: 0, firstReturnId: null, lastReturnId: null },
  };
  const tally = Tally.outOf(before);
  let done = 0;
  for (let last = { at: Number.MIN_SAFE_INTEGER, id: 0 }; ; ) {
    const docs = docsInTime.all(staging.db, { at: last.at, doc: last.id });
    if (docs.length === 0) break;
    for (const doc of docs) {
      writeDoc(writing, doc, written, tally);
      done += doc.lines;
      last = doc;
    }
    yield { done, total };
  }
  if (written.orders + written.returns === 0) throw new AppError('nothing-to-import');
  return finish(writing, written, tally, reading.unreadRows);
};

type Beginning = {
  readonly fileName: string;
  readonly before: Tally;
  readonly unreadRows: number;
  readonly staged: HistoryWriting['staged'];
};

function begin(ctx: CommandContext, understanding: Understanding, beginning: Beginning): HistoryWriting {
  const { db } = ctx;
  const { sourceKey } = understanding;
  const found = db.get(query.selectFrom('historySources').select('id').where('mappingKey', '=', sourceKey));
  const sourceId =
    found?.id ?? db.run(query.insertInto('historySources').values({ mappingKey: sourceKey })).lastId;
  const importId = db.run(
    query.insertInto('historyImports').values({
      ...{ sourceId, fileName: beginning.fileName, at: ctx.now, staffId: staffOf(ctx.actor) },
      settings: JSON.stringify(settingsOf(understanding)),
      ...{ orders: 0, returns: 0, unreadRows: beginning.unreadRows, knownRows: 0 },
    }),
  ).lastId;
  const words = wordsOf(ctx, beginning.before);
  const { staged } = beginning;
  const made = { products: 0, customers: 0 };
  return {
    ctx,
    importId,
    sourceId,
    understanding,
    staged,
    words,
    goods: new Map(),
    tenders: new Map(),
    made,
  };
}

/** How the files were understood, for whoever asks later. */
function settingsOf({ files, orderIs, returnMark, terms, products, customers }: Understanding) {
  return {
    ...{
      orderIs,
      returnMark,
      products,
      customers,
      pricesIncludeTax: terms.pricesIncludeTax,
      taxRate: terms.taxRate,
    },
    files: [...files].map(([slot, { mapping, date, amountsIn, look }]) => {
      const columns = Object.entries(mapping).map(([field, index]) => [field, look.headers[index] ?? '']);
      return { slot, columns: Object.fromEntries(columns), dateOrder: date?.order ?? null, amountsIn };
    }),
  };
}

function wordsOf({ shop }: CommandContext, tally: Tally): HistoryWords {
  const text = createEnglishText(shop.locale);
  return {
    unnamedGood: text('history-import.unnamed-good'),
    extras: {
      shipping: text('history-import.extra-shipping'),
      tip: text('history-import.extra-tip'),
      refund: text('history-import.extra-refund'),
    },
    unknownTender: text('history-import.unknown-tender'),
    isTooManyTenders: tally.tenders.list() === null,
    customer: (key) => text('history-import.customer-of-key', { key }),
  };
}

function writeDoc(writing: HistoryWriting, doc: Doc, written: Written, tally: Tally): void {
  const { ctx, understanding, staged } = writing;
  const { sourceKey } = understanding;
  if (doc.number !== '' && knownId.get(ctx.db, { sourceKey, oldKey: doc.key })) {
    tally.add(doc, { ...doc, outcome: 'known' });
    return;
  }
  tally.add(doc, doc);
  const built = buildStaged(staged, doc, understanding);
  if (typeof built === 'string')
    throw new Error(`Line ${doc.firstLine} does not come to what was shown: ${built}`);
  const { sold, back } = built;
  const becomes = fateOfDoc(doc, understanding);
  if (becomes === 'left-out') throw new Error('what is left out is not brought in');
  let orderId = orderOfNumber(writing, doc.returnOf);
  if (sold) {
    const payments = paymentsFor(writing, { doc, sold, becomes });
    const order = { doc, sold, becomes, payments };
    const made = writeHistoryOrder(writing, order);
    orderId ??= made.orderId;
    countOrder(written, made.orderId);
    keepNumber(writing, 'order', doc, made.orderId);
    if (becomes === 'cancelled') giveBackPayments(writing, order, made, { returnId: null, cause: 'cancel' });
    if (becomes === 'returned') countReturn(written, writeWholeReturn(writing, order, made));
  }
  if (back) {
    const sale = orderId === null ? null : saleOfReturn(writing, orderId, back);
    const returnId = sale
      ? writeLinkedReturn(writing, doc, back, sale)
      : writeHistoryReturn(writing, doc, back);
    countReturn(written, returnId);
    keepNumber(writing, 'return', doc, returnId);
  }
}

function countOrder(written: Written, orderId: number): void {
  written.orders += 1;
  written.firstOrderId ??= orderId;
  written.lastOrderId = orderId;
}

function countReturn(written: Written, returnId: number): void {
  written.returns += 1;
  written.firstReturnId ??= returnId;
  written.lastReturnId = returnId;
}

type NewId = {
  sourceId: number;
  kind: 'order' | 'return' | 'customer';
  oldKey: string;
  newId: number;
  importId: number;
};

const insertId = preparedWrite<NewId>((slot) =>
  query.insertInto('historyIds').values({
    sourceId: slot('sourceId'),
    kind: slot('kind'),
    oldKey: slot('oldKey'),
    newId: slot('newId'),
    importId: slot('importId'),
  }),
);

function keepNumber(
  { ctx, sourceId, importId }: HistoryWriting,
  kind: 'order' | 'return',
  doc: Doc,
  newId: number,
): void {
  if (doc.number !== '') insertId.run(ctx.db, { sourceId, kind, oldKey: doc.key, newId, importId });
}

function finish(writing: HistoryWriting, written: Written, tally: Tally, unreadRows: number) {
  const { ctx, importId, made } = writing;
  const span = {
    fromDate: tally.fromDate as CalendarDate | null,
    toDate: tally.toDate as CalendarDate | null,
  };
  ctx.db.run(
    query
      .updateTable('historyImports')
      .set({ ...written, ...span, knownRows: tally.knownLines })
      .where('id', '=', importId),
  );
  writeMonths(ctx.db, importId, tally);
  const { orders, returns } = written;
  const counts = {
    orders,
    returns,
    ...made,
    knownOrders: tally.known,
    leftOutOrders: tally.leftOut,
    unreadRows,
  };
  ctx.note(`import ${importId}`, { history: true, ...counts });
  return { importId, ...counts };
}
