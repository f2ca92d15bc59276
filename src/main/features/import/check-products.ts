import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
import { cutText } from '../csv/cut-text.ts';
import { excerpt } from '../csv/row-problem.ts';
import { itemsPerStep, type Steps, visitSteps } from '../csv/steps.ts';
import type { DraftProduct } from './catalog-draft.ts';
import { isCategoryCut, keptCategoryPath, longestCategory, mostLevels } from './category-path.ts';
import type { ProblemList } from './problem-list.ts';

/** What the shop file stores at most, in characters. */
export const draftLimits = {
  name: 300,
  variantLabel: 300,
  sku: 120,
  barcode: 80,
  description: 20_000,
} as const;

/**
 * The last look at all products of a file together: names and codes that are too long, SKUs and barcodes
 * that two products share (the first keeps them), parents whose variants all had to be left out.
 */
export function* checkProductsSteps(
  products: readonly DraftProduct[],
  problems: ProblemList,
): Steps<DraftProduct[]> {
  const skus = new Map<string, number>();
  const barcodes = new Map<string, number>();
  const withVariants = new Set<string>();
  yield* visitSteps(products, ({ parentKey }) => {
    if (parentKey !== null) withVariants.add(parentKey);
  });
  // A parent is never sold, so a code that it shares with something sold is the other's.
  const soldSkus = new Set<string>();
  yield* visitSteps(products, ({ kind, sku }) => {
    if (kind !== 'parent' && sku !== null) soldSkus.add(sku);
  });
  const checked: DraftProduct[] = [];
  let done = 0;
  for (const product of products) {
    done += 1;
    if (done % itemsPerStep === 0) yield done;
    if (product.kind !== 'parent' || withVariants.has(product.key))
      checked.push({
        ...withShortTexts(product, problems),
        sku:
          soldSkus.has(product.sku ?? '') && product.kind === 'parent'
            ? null
            : ownSku(product, skus, problems),
        barcodes: product.kind === 'parent' ? [] : ownBarcodes(product, barcodes, problems),
      });
    else {
      const params = { name: excerpt(product.name ?? product.sku ?? '') };
      problems.add({ line: lineOf(product), code: 'parent-left-out', params, severity: 'error' });
    }
  }
  return checked;
}

function lineOf(product: DraftProduct): number {
  return product.lines[0] ?? 0;
}

function withShortTexts(product: DraftProduct, problems: ProblemList): DraftProduct {
  const name = product.name === null ? null : cut(product.name, draftLimits.name);
  if (name !== product.name && product.kind !== 'variant') {
    const params = { most: draftLimits.name, name: excerpt(name ?? '') };
    problems.add({ line: lineOf(product), code: 'name-cut', params, severity: 'note' });
  }
  const description = product.description === null ? null : cut(product.description, draftLimits.description);
  if (description !== product.description) {
    const params = { most: draftLimits.description };
    problems.add({ line: lineOf(product), code: 'description-cut', params, severity: 'note' });
  }
  const variantLabel =
    product.variantLabel === null ? null : cut(product.variantLabel, draftLimits.variantLabel);
  if (variantLabel !== product.variantLabel) {
    const params = { most: draftLimits.variantLabel, variant: excerpt(variantLabel ?? '') };
    problems.add({ line: lineOf(product), code: 'variant-cut', params, severity: 'note' });
  }
  const categoryPath = keptCategoryPath(product.categoryPath);
  if (product.kind !== 'variant' && isCategoryCut(product.categoryPath)) {
    const params = { levels: mostLevels, most: longestCategory, category: excerpt(categoryPath.join(' > ')) };
    problems.add({ line: lineOf(product), code: 'category-cut', params, severity: 'note' });
  }
  return { ...product, name, description, variantLabel, categoryPath };
}

/** At most so long, with a sign that there was more. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${cutText(text, most - 1).trimEnd()}…`;
}

function ownSku(product: DraftProduct, seen: Map<string, number>, problems: ProblemList): string | null {
  const { sku } = product;
  if (sku === null) return null;
  const line = lineOf(product);
  if (sku.length > draftLimits.sku) {
    const params = { most: draftLimits.sku };
    problems.add({ line, code: 'sku-too-long', params, severity: 'note' });
    return null;
  }
  const first = seen.get(sku);
  if (first === undefined) {
    seen.set(sku, line);
    return sku;
  }
  const params = { sku: excerpt(sku), first };
  problems.add({ line, code: 'sku-repeated', params, severity: 'note' });
  return null;
}

function ownBarcodes(
  product: DraftProduct,
  seen: Map<string, number>,
  problems: ProblemList,
): readonly string[] {
  if (product.barcodes.length === 0) return product.barcodes;
  const line = lineOf(product);
  // UPC-A, its EAN-13 form and a GTIN-14 are one code: the shop keeps it once, in one form.
  const own = new Set<string>();
  for (const written of product.barcodes) {
    const barcode = normalizeBarcode(written);
    if (barcode === '' || own.has(barcode)) continue;
    if (written.length > draftLimits.barcode) {
      const params = { most: draftLimits.barcode };
      problems.add({ line, code: 'barcode-too-long', params, severity: 'note' });
      continue;
    }
    const first = seen.get(barcode);
    if (first === undefined) {
      seen.set(barcode, line);
      own.add(barcode);
      continue;
    }
    const params = { barcode: excerpt(written), first };
    problems.add({ line, code: 'barcode-repeated', params, severity: 'note' });
  }
  return [...own];
}
