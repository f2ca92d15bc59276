import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
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
  readonly plannedParents: Map<string, PlannedProduct>;
  readonly unknownTaxClasses: Set<string>;
};

/**
 * Works out what loading a draft would do, and changes nothing; yields products done. A product of the file is
 * one of the shop's when it has its id in the other system, else its SKU, else one of its barcodes. A parent is
 * found by its id there, else through a variant that the shop has.
 */
export function* planImportSteps(db: ReadDb, draft: CatalogDraft): Steps<ImportPlan> {
  const planning: Planning = {
    db,
    names: shopNames(db),
    problems: createProblemList(draft.problems),
    taken: new Map(),
    plannedParents: new Map(),
    unknownTaxClasses: new Set(),
  };
  const variants = yield* variantsByParent(draft.products);
  const products: PlannedProduct[] = [];
  const counts = { create: 0, change: 0, leave: 0, refuse: 0 };
  const changeCounts = { details: 0, stock: 0 };
  for (const [index, product] of draft.products.entries()) {
    const planned = planProduct(planning, product, variants.get(product.key) ?? []);
    products.push(planned);
    if (product.kind === 'parent') planning.plannedParents.set(product.key, planned);
    else if (planned.action !== 'refuse') counts[planned.action] += 1;
    if (product.kind !== 'parent' && planned.action === 'change') {
      if (planned.changes.some(({ field }) => field !== 'stock')) changeCounts.details += 1;
      if (planned.changes.some(({ field }) => field === 'stock')) changeCounts.stock += 1;
    }
    if (index % itemsPerStep === 0) yield index;
  }
  counts.refuse = planning.problems.leftOutCount();
  return {
    products: yield* withNeededParents(products),
    problems: planning.problems.sorted(),
    counts,
    changeCounts,
  };
}

function* variantsByParent(
  products: readonly DraftProduct[],
): Steps<ReadonlyMap<string, readonly DraftProduct[]>> {
  const variants = new Map<string, DraftProduct[]>();
  const add = (product: DraftProduct) => {
    if (product.parentKey === null) return;
    const known = variants.get(product.parentKey);
    if (known) known.push(product);
    else variants.set(product.parentKey, [product]);
  };
  yield* visitSteps(products, add);
  return variants;
}

function planProduct(
  planning: Planning,
  draft: DraftProduct,
  variants: readonly DraftProduct[],
): PlannedProduct {
  const line = draft.lines[0] ?? 0;
  const product = findProduct(planning.db, draft) ?? findParent(planning.db, draft, variants);
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

function findProduct(
  db: ReadDb,
  { kind, externalKey, sku, barcodes }: DraftProduct,
): ShopProduct | undefined {
  const fits = (found: ShopProduct | undefined): ShopProduct | undefined =>
    found && (found.kind === 'parent') === (kind === 'parent') ? found : undefined;
  const byKey = externalKey === null ? undefined : fits(byExternalKey.get(db, { externalKey }));
  if (byKey || kind === 'parent') return byKey;
  const found = sku === null ? undefined : fits(bySku.get(db, { sku }));
  if (found) return found;
  for (const barcode of barcodes) {
    const scanned = fits(byBarcode.get(db, { barcode: normalizeBarcode(barcode) }));
    if (scanned) return scanned;
  }
  return undefined;
}

/** The parent that the shop's own variants of this group have. */
function findParent(
  db: ReadDb,
  { kind }: DraftProduct,
  variants: readonly DraftProduct[],
): ShopProduct | undefined {
  if (kind !== 'parent') return undefined;
  for (const variant of variants) {
    const parentId = findProduct(db, variant)?.parentId;
    if (parentId) return byId.get(db, { productId: parentId });
  }
  return undefined;
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

/** A parent none of whose variants comes in is not made. */
function* withNeededParents(products: readonly PlannedProduct[]): Steps<readonly PlannedProduct[]> {
  const needed = new Set<string>();
  yield* visitSteps(products, ({ action, draft }) => {
    if (action !== 'refuse' && draft.parentKey !== null) needed.add(draft.parentKey);
  });
  const kept: PlannedProduct[] = [];
  yield* visitSteps(products, (planned) => {
    const { action, draft } = planned;
    if (draft.kind !== 'parent' || action !== 'create' || needed.has(draft.key)) kept.push(planned);
  });
  return kept;
}
