import type { Output } from '../../../shared/contract/index.ts';
import { createFormat, type Format } from '../../../shared/text/format.ts';
import type { Shop } from '../../app/context.ts';
import type { Upload } from '../../app/uploads.ts';
import { type Steps, visitSteps } from '../csv/steps.ts';
import type { CatalogDraft } from './catalog-draft.ts';
import type { CatalogTable } from './catalog-table.ts';
import type { ImportPlan, PlannedProduct } from './import-plan.ts';
import type { CatalogFile } from './read-catalog.ts';

type Preview = Output<'import.preview'>;
type PreviewView = Omit<Preview, 'mapping' | 'remembered' | 'missing'>;

const shownPerAction = 500;
const shownProblems = 1000;
const sampleRows = 20;
const sampleLength = 200;
/** Lines of one product that are named; a parent may have thousands. */
const shownLines = 20;

type Read = {
  readonly upload: Upload;
  readonly file: CatalogFile;
  readonly draft: CatalogDraft;
  readonly plan: ImportPlan;
};

/** What was read, as a person looks at it: amounts and quantities are written as the shop writes them. */
export function* previewViewSteps(shop: Shop, { upload, file, draft, plan }: Read): Steps<PreviewView> {
  const { locale, currency, currencyExponent: exponent, timeZone } = shop;
  const format = createFormat({ locale, currency, exponent, timeZone });
  const shown = yield* shownProducts(plan.products);
  const { table } = file;
  const errors = plan.problems.filter(({ severity }) => severity === 'error');
  const notes = plan.problems.filter(({ severity }) => severity === 'note');
  return {
    uploadId: upload.uploadId,
    fileName: upload.fileName,
    format: draft.format,
    encoding: file.encoding,
    delimiter: table.delimiter,
    decimal: draft.decimalMark === ',' ? 'comma' : 'point',
    hasHeader: table.hasHeader,
    headers: [...table.headers],
    sample: table.rows.slice(0, sampleRows).map((row) => row.cells.map(sampled)),
    columnSamples: columnSamples(table),
    rowCount: draft.rowCount,
    counts: plan.counts,
    changeCounts: plan.changeCounts,
    rows: shown.map((planned) => rowOf(planned, format)),
    problems: [...errors, ...notes].slice(0, shownProblems).map(({ column, params, ...problem }) => ({
      ...problem,
      column: column ?? null,
      params: { ...params },
    })),
    problemCount: plan.problems.length,
    errorCount: errors.length,
  };
}

/** The first of each action, so that two changes after a thousand new products are seen too. */
function* shownProducts(products: readonly PlannedProduct[]): Steps<readonly PlannedProduct[]> {
  const counts = { create: 0, change: 0, leave: 0, refuse: 0 };
  const parents = new Set<string>();
  const chosen = new Set<PlannedProduct>();
  yield* visitSteps(products, (planned) => {
    const { draft, action } = planned;
    const isQuietParent = draft.kind === 'parent' && (action === 'create' || action === 'leave');
    if (isQuietParent || counts[action] >= shownPerAction) return;
    counts[action] += 1;
    chosen.add(planned);
    if (draft.parentKey !== null) parents.add(draft.parentKey);
  });
  const shown: PlannedProduct[] = [];
  yield* visitSteps(products, (planned) => {
    if (chosen.has(planned) || parents.has(planned.draft.key)) shown.push(planned);
  });
  return shown;
}

function columnSamples({ headers, rows }: CatalogTable): string[][] {
  const looked = rows.slice(0, 300);
  return headers.map((_, column) => {
    const found: string[] = [];
    for (const { cells } of looked) {
      const cell = sampled(cells[column] ?? '').trim();
      if (cell !== '' && !found.includes(cell)) found.push(cell);
      if (found.length === 3) break;
    }
    return found;
  });
}

function sampled(cell: string): string {
  return cell.slice(0, sampleLength);
}

function rowOf(planned: PlannedProduct, format: Format): Preview['rows'][number] {
  const { draft, action } = planned;
  const product = 'product' in planned ? planned.product : null;
  const changes = 'changes' in planned ? planned.changes : [];
  return {
    action,
    kind: draft.kind,
    name: draft.name ?? product?.name ?? '',
    variantLabel: draft.variantLabel,
    sku: draft.sku ?? product?.sku ?? null,
    category: draft.categoryPath.length > 0 ? draft.categoryPath.join(' > ') : null,
    price: draft.price ?? product?.price ?? null,
    stock: draft.stock,
    changes: changes.map(({ field, from, to }) => ({
      field,
      from: worded(field, from, format),
      to: worded(field, to, format),
    })),
    lines: draft.lines.slice(0, shownLines),
  };
}

const amounts: readonly string[] = ['price', 'compareAtPrice', 'cost'];
const quantities: readonly string[] = ['stock', 'reorderLevel'];

function worded(field: string, value: string | number | null, format: Format): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.slice(0, 500);
  if (amounts.includes(field)) return format.money(value as never);
  if (quantities.includes(field)) return format.quantity(value as never);
  return String(value);
}
