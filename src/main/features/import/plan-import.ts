import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
import type { Context } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { itemsPerStep, type Steps, visitSteps } from '../csv/steps.ts';
import type { CatalogDraft, DraftProduct } from './catalog-draft.ts';
import type { ImportPlan, PlannedProduct } from './import-plan.ts';
import { changesOf } from './planned-changes.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import {
  byBarcode,
  byExternalKey,
  byId,
  byLabel,
  byName,
  bySku,
  type ShopNames,
  type ShopProduct,
  shopNames,
} from './shop-lookup.ts';

/** What is known while planning a file. */
type Planning = {
  readonly db: ReadDb;
  readonly names: ShopNames;
  readonly problems: ProblemList;
  /** Line of the file that already stands for a product of the shop. */
  readonly taken: Map<number, number>;
  /** Product of the file that has the id or the SKU of a product of the shop: a barcode alone does not outdo it. */
  readonly claims: Map<number, string>;
  /** The shop's parent of each group of the file that has a variant of the shop, by the group's key. */
  readonly parentIds: Map<string, number>;
  readonly plannedParents: Map<string, PlannedProduct>;
  readonly unknownTaxClasses: Set<string>;
};

/**
 * Works out what loading a draft would do, and changes nothing; yields products done. A product of the file is
 * one of the shop's when it has its id in the other system, else its SKU, else one of its barcodes; a variant else
 * by its label, and what has no code at all by its name, or a list of names and prices loaded twice would be there
 * twice. A parent is found by its id there, else through a variant that the shop has.
 */
export function* planImportSteps(
  { db, today }: Pick<Context, 'db' | 'today'>,
  draft: CatalogDraft,
): Steps<ImportPlan> {
  const planning: Planning = {
    db,
    names: shopNames(db, today),
    problems: createProblemList(draft.problems),
    taken: new Map(),
    claims: new Map(),
    parentIds: new Map(),
    plannedParents: new Map(),
    unknownTaxClasses: new Set(),
  };
  // Rows that the draft left out for no fault of theirs are counted there alone.
  const leftOutBefore = planning.problems.leftOutCount();
  yield* visitSteps(draft.products, (product) => claim(planning, product, 'externalKey'));
  yield* visitSteps(draft.products, (product) => claim(planning, product, 'sku'));
  yield* visitSteps(draft.products, (product) => noteParent(planning, product));
  const products: PlannedProduct[] = [];
  const counts = { create: 0, change: 0, leave: 0, refuse: 0 };
  const changeCounts = { details: 0, stock: 0 };
  for (const [index, product] of draft.products.entries()) {
    const planned = planProduct(planning, product);
    products.push(planned);
    if (product.kind === 'parent') planning.plannedParents.set(product.key, planned);
    else if (planned.action !== 'refuse') counts[planned.action] += 1;
    if (product.kind !== 'parent' && planned.action === 'change') {
      if (planned.changes.some(({ field }) => field !== 'stock')) changeCounts.details += 1;
      if (planned.changes.some(({ field }) => field === 'stock')) changeCounts.stock += 1;
    }
    if (index % itemsPerStep === 0) yield index;
  }
  counts.refuse = draft.leftOutCount + planning.problems.leftOutCount() - leftOutBefore;
  return {
    products: yield* withNeededParents(products),
    problems: planning.problems.sorted(),
    counts,
    changeCounts,
  };
}

function planProduct(planning: Planning, draft: DraftProduct): PlannedProduct {
  const line = draft.lines[0] ?? 0;
  const product = findProduct(planning, draft) ?? findParent(planning, draft) ?? findAlike(planning, draft);
  if (product) {
    const first = planning.taken.get(product.id);
    if (first !== undefined) {
      planning.problems.add({ line, code: 'same-product', params: { first }, severity: 'error' });
      return { action: 'refuse', draft };
    }
    planning.taken.set(product.id, line);
  } else if (!isComplete(planning, draft, line)) {
    return { action: 'refuse', draft };
  }
  const own = withOwnCodes(planning, draft, product?.id ?? null, line);
  noteUnknownTaxClass(planning, own, line);
  if (!product) return { action: 'create', draft: own };
  const changes = changesOf(planning.db, planning.names, own, product);
  return { action: changes.length > 0 ? 'change' : 'leave', draft: own, product, changes };
}

function claim({ db, claims }: Planning, draft: DraftProduct, by: 'externalKey' | 'sku'): void {
  const found = by === 'sku' ? foundBySku(db, draft) : foundByKey(db, draft);
  if (found && !claims.has(found.id)) claims.set(found.id, draft.key);
}

function foundByKey(db: ReadDb, draft: DraftProduct): ShopProduct | undefined {
  const { externalKey } = draft;
  return externalKey === null ? undefined : ofItsKind(draft, byExternalKey.get(db, { externalKey }));
}

function foundBySku(db: ReadDb, draft: DraftProduct): ShopProduct | undefined {
  return draft.sku === null ? undefined : ofItsKind(draft, bySku.get(db, { sku: draft.sku }));
}

/** A parent is never what is sold, and the other way round. */
function ofItsKind({ kind }: DraftProduct, found: ShopProduct | undefined): ShopProduct | undefined {
  return found && (found.kind === 'parent') === (kind === 'parent') ? found : undefined;
}

function findProduct({ db, claims, taken }: Planning, draft: DraftProduct): ShopProduct | undefined {
  const byKey = foundByKey(db, draft);
  if (byKey) return byKey;
  const isForeign = (found: ShopProduct): boolean => (claims.get(found.id) ?? draft.key) !== draft.key;
  const found = foundBySku(db, draft);
  if (found && !isForeign(found)) return found;
  if (draft.kind === 'parent') return undefined;
  for (const barcode of draft.barcodes) {
    const scanned = ofItsKind(draft, byBarcode.get(db, { barcode: normalizeBarcode(barcode) }));
    // With an SKU of its own it is another product than the one that an earlier line has by this barcode.
    const isOther = scanned !== undefined && taken.has(scanned.id) && draft.sku !== null;
    if (scanned && !isForeign(scanned) && !isOther) return scanned;
  }
  return undefined;
}

/** Remembers which parent the shop's variants of a group have: the first of them tells. */
function noteParent(planning: Planning, draft: DraftProduct): void {
  const { parentIds } = planning;
  if (draft.parentKey === null || parentIds.has(draft.parentKey)) return;
  const parentId = findProduct(planning, draft)?.parentId;
  if (parentId) parentIds.set(draft.parentKey, parentId);
}

function findParent({ db, parentIds }: Planning, { kind, key }: DraftProduct): ShopProduct | undefined {
  const productId = kind === 'parent' ? parentIds.get(key) : undefined;
  return productId === undefined ? undefined : byId.get(db, { productId });
}

/** The shop's product that is called so, unless another line of the file stands for it already. */
function findAlike(planning: Planning, draft: DraftProduct): ShopProduct | undefined {
  const { db, taken, claims, plannedParents } = planning;
  const { kind, name, variantLabel, parentKey } = draft;
  const isFree = ({ id }: ShopProduct): boolean =>
    !taken.has(id) && (claims.get(id) ?? draft.key) === draft.key;
  if (kind === 'variant') {
    const parent = plannedParents.get(parentKey ?? '');
    if (!parent || !('product' in parent) || variantLabel === null) return undefined;
    return byLabel.all(db, { parentId: parent.product.id, variantLabel }).find(isFree);
  }
  const hasCode = draft.externalKey !== null || draft.sku !== null || draft.barcodes.length > 0;
  if (kind === 'parent' || hasCode || name === null) return undefined;
  // What is no longer sold is only meant where the file speaks of that.
  const alike = byName
    .all(db, { name })
    .filter((one) => isFree(one) && (one.archivedAt === null || draft.state !== null));
  return alike.find((one) => one.price === draft.price) ?? alike[0];
}

/** A new product needs a name and, unless it only groups others, a price. */
function isComplete({ problems }: Planning, draft: DraftProduct, line: number): boolean {
  if (draft.name === null) {
    problems.add({ line, code: 'name-needed', params: {}, severity: 'error' });
    return false;
  }
  if (draft.kind !== 'parent' && draft.price === null) {
    problems.add({ line, code: 'price-needed', params: { name: draft.name }, severity: 'error' });
    return false;
  }
  return true;
}

/** Without the SKU and barcodes that another product of the shop has. */
function withOwnCodes(
  { db, problems }: Planning,
  draft: DraftProduct,
  productId: number | null,
  line: number,
): DraftProduct {
  const other = draft.sku === null ? undefined : bySku.get(db, { sku: draft.sku });
  const isTaken = other !== undefined && other.id !== productId;
  if (isTaken && draft.sku !== null) {
    const params = { sku: draft.sku, name: other.name };
    problems.add({ line, code: 'sku-taken', params, severity: 'note' });
  }
  const barcodes = draft.barcodes.filter((barcode) => {
    const owner = byBarcode.get(db, { barcode: normalizeBarcode(barcode) });
    if (!owner || owner.id === productId) return true;
    problems.add({ line, code: 'barcode-taken', params: { barcode, name: owner.name }, severity: 'note' });
    return false;
  });
  return { ...draft, sku: isTaken ? null : draft.sku, barcodes };
}

/** Said once for each name. */
function noteUnknownTaxClass(planning: Planning, draft: DraftProduct, line: number): void {
  const { names, unknownTaxClasses, problems } = planning;
  const taxClass = draft.taxClassName;
  if (taxClass === null || names.taxClass(taxClass, draft.taxable) !== undefined) return;
  if (unknownTaxClasses.has(taxClass)) return;
  unknownTaxClasses.add(taxClass);
  problems.add({ line, code: 'tax-class-unknown', params: { taxClass }, severity: 'note' });
}

/** A parent none of whose variants is new is not made: those that the shop has stay where they are. */
function* withNeededParents(products: readonly PlannedProduct[]): Steps<readonly PlannedProduct[]> {
  const needed = new Set<string>();
  yield* visitSteps(products, ({ action, draft }) => {
    if (action === 'create' && draft.parentKey !== null) needed.add(draft.parentKey);
  });
  const kept: PlannedProduct[] = [];
  yield* visitSteps(products, (planned) => {
    const { action, draft } = planned;
    if (draft.kind !== 'parent' || action !== 'create' || needed.has(draft.key)) kept.push(planned);
  });
  return kept;
}
