import { sql } from 'kysely';
import { query } from '../../src/main/database/query.ts';
import { indexProduct } from '../../src/main/features/catalog/index-product.ts';
import type { Output } from '../../src/shared/contract/index.ts';
import type { OversellPolicy } from '../../src/shared/domain/oversell.ts';
import type { TestApp } from './create-test-app.ts';

export type CategoryDraft = {
  readonly name: string;
  readonly parentId?: number;
  readonly colour?: number;
  readonly oversell?: OversellPolicy;
  readonly archived?: boolean;
};

/** Puts a category straight into the shop file. Answers its id. */
export function addCategory(test: TestApp, draft: CategoryDraft): number {
  const row = {
    parentId: draft.parentId ?? null,
    name: draft.name,
    colour: draft.colour ?? 0,
    position: 0,
    oversell: draft.oversell ?? null,
    archivedAt: draft.archived ? test.now : null,
  };
  return test.file.transaction((db) => db.run(query.insertInto('categories').values(row)).lastId);
}

/** Takes a product out of sale, as archiving does. */
export function archiveProduct(test: TestApp, productId: number): void {
  test.file.transaction((db) => {
    db.run(query.updateTable('products').set({ archivedAt: test.now }).where('id', '=', productId));
    indexProduct(db, productId);
  });
}

/** Runs any SQL on the shop file: for states that no call makes. */
export function change(test: TestApp, statement: string): void {
  test.file.transaction((db) => db.run(sql.raw(statement)));
}

export type Found = Output<'catalog.search'>;

/** Searches as the till does, for one page. */
export function search(
  test: TestApp,
  text: string,
  options: { readonly categoryId?: number; readonly cursor?: string; readonly limit?: number } = {},
): Promise<Found> {
  const { categoryId = null, cursor = null, limit = 100 } = options;
  return test.ask('catalog.search', { text, categoryId, cursor, limit });
}

/** Names and labels of a page's products, in order. */
export function namesIn(page: { readonly items: Found['items'] }): string[] {
  return page.items.map(({ name, variantLabel }) =>
    variantLabel === null ? name : `${name}, ${variantLabel}`,
  );
}
