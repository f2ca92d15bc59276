import { sql } from 'kysely';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { CommandContext } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { cutText } from '../csv/cut-text.ts';
import type { SalesRow } from './document-parts.ts';
import type { HistoryWords } from './history-words.ts';
import { kindOfTender, shopTender } from './shop-tenders.ts';
import type { Understanding } from './understand.ts';

/** An import under way: what it writes with. */
export type HistoryWriting = {
  readonly ctx: CommandContext;
  readonly importId: number;
  readonly sourceId: number;
  readonly understanding: Understanding;
  readonly staged: WriteDb;
  readonly words: HistoryWords;
  readonly goods: Map<number, SoldGood>;
  readonly tenders: Map<string, number>;
  made: { products: number; customers: number };
};

/** What a line of the file names in the shop. */
export type SoldGood = { readonly productId: number | null; readonly unit: Unit };

const mostKept = 20_000;

const shopIdOfGood = preparedRead<{ id: number }, { shopId: number | null }>(
  (slot) => sql<{ shopId: number | null }>`SELECT shopId FROM goods WHERE id = ${slot('id')}`,
);
const unitOfProduct = preparedRead<{ id: number }, { unit: Unit }>((slot) =>
  query.selectFrom('products').select('unit').where('id', '=', slot('id')),
);

export function soldGood({ ctx, staged, goods }: HistoryWriting, good: number | null): SoldGood {
  if (good === null) return { productId: null, unit: 'piece' };
  const kept = goods.get(good);
  if (kept) return kept;
  const productId = shopIdOfGood.get(staged, { id: good })?.shopId ?? null;
  const unit = productId === null ? 'piece' : (unitOfProduct.get(ctx.db, { id: productId })?.unit ?? 'piece');
  if (goods.size >= mostKept) goods.clear();
  goods.set(good, { productId, unit });
  return { productId, unit };
}

/** What a line is called. */
export function nameOfLine(
  { words }: HistoryWriting,
  { name, extra }: Pick<SalesRow, 'name' | 'extra'>,
): string {
  return extra === undefined ? name || words.unnamedGood : words.extras[extra];
}

const keepMade = preparedWrite<{
  importId: number;
  kind: 'product' | 'customer' | 'tender';
  rowId: number;
  made: string;
}>((slot) =>
  query.insertInto('historyMade').values({
    importId: slot('importId'),
    kind: slot('kind'),
    rowId: slot('rowId'),
    made: slot('made'),
  }),
);

type MadeKind = 'product' | 'customer' | 'tender';
const tableOfKind = { product: 'products', customer: 'customers', tender: 'tenders' } as const;

/** A row as undoing compares it: without what changes by itself. */
export function madeText(db: WriteDb, kind: MadeKind, id: number): string | null {
  const row = db.get(query.selectFrom(tableOfKind[kind]).selectAll().where('id', '=', id));
  if (!row) return null;
  const { popularity: _, ...rest } = row as Record<string, unknown>;
  return JSON.stringify(rest);
}

/** Writes down what an import has made, as it is now. */
export function noteMade({ ctx, importId }: HistoryWriting, kind: MadeKind, rowId: number): void {
  keepMade.run(ctx.db, { importId, kind, rowId, made: madeText(ctx.db, kind, rowId) ?? '{}' });
}

/** The way of paying of a word; one that the shop does not have is made, archived: history names it, nobody is offered it. */
export function tenderOfWord(writing: HistoryWriting, word: string): number {
  const { ctx, tenders, understanding, words } = writing;
  const isTold = word !== '' && !writing.words.isTooManyTenders;
  const name = isTold ? cutText(word, 40).trim() : words.unknownTender;
  const key = name.toLowerCase();
  const kept = tenders.get(key);
  if (kept !== undefined) return kept;
  const found = shopTender(ctx.db, name, understanding.tenders);
  const id = found ?? makeTender(writing, name, isTold);
  tenders.set(key, id);
  return id;
}

function makeTender(writing: HistoryWriting, name: string, isTold: boolean): number {
  const { db, now } = writing.ctx;
  const last = db.get(query.selectFrom('tenders').select(({ fn }) => fn.max('position').as('position')));
  const kind = isTold ? kindOfTender(name) : 'other';
  const position = (last?.position ?? 0) + 1;
  const { lastId } = db.run(
    query.insertInto('tenders').values({ name, kind, asksReference: 0, position, archivedAt: now }),
  );
  noteMade(writing, 'tender', lastId);
  return lastId;
}
