import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { createFormat, type Format } from '../../../shared/text/format.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import type { Upload } from '../../app/uploads.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { runInSlices, type Steps } from '../csv/steps.ts';
import type { CatalogDraft } from './catalog-draft.ts';
import type { ImportField } from './field-names.ts';
import {
  type ColumnMapping,
  type RememberedMapping,
  recallMapping,
  rememberMapping,
} from './guess-mapping.ts';
import type { ImportPlan, PlannedProduct } from './import-plan.ts';
import { planImportSteps } from './plan-import.ts';
import { buildDraftSteps, type CatalogFile, openCatalogSteps } from './read-catalog.ts';
import { type Reading, requireUpload } from './upload-file.ts';

type Preview = Output<'import.preview'>;
type Input = Parsed<'import.preview'>;

const shownRows = 200;
const shownProblems = 1000;
const sampleRows = 8;

const keepMapping = preparedWrite<{ mappingKey: string; mapping: string; updatedAt: number }>((slot) =>
  query
    .insertInto('importMappings')
    .values({ mappingKey: slot('mappingKey'), mapping: slot('mapping'), updatedAt: slot('updatedAt') })
    .onConflict((conflict) =>
      conflict.column('mappingKey').doUpdateSet({ mapping: slot('mapping'), updatedAt: slot('updatedAt') }),
    ),
);

/**
 * Reads an uploaded file and says what importing it would do. Goes in slices of a few milliseconds, so that the
 * till does not notice; tells the window how far it is. A mapping that a person chose is remembered.
 */
export const previewImport: TaskHandler<'import.preview'> = async (ctx, input) => {
  const upload = requireUpload(ctx, input.uploadId);
  if (upload.size === 0) throw new AppError('file-empty');
  const report = progressReporter(ctx, upload);
  const file = await openFile(upload, input, report);
  refuseUnusable(file);
  const { mapping, remembered } = chooseMapping(ctx, file, input);
  const format = input.format ?? file.format;
  const missing = format === 'generic' ? missingFields(mapping) : [];
  const draft = await readDraft(ctx, file, { ...input, format, mapping }, report);
  const plan = await report(planImportSteps(ctx.db, draft));
  upload.reading = { file, draft: missing.length > 0 ? null : draft };
  if (input.mapping && format === 'generic') await rememberChoice(ctx, file, mapping);
  return previewOf(ctx, upload, file, { draft, plan, mapping, remembered, missing });
};

type Report = <T>(steps: Steps<T>) => Promise<T>;

/** Three walks over the rows: reading, understanding, comparing. */
function progressReporter(ctx: TaskContext, upload: Upload<Reading>): Report {
  const rows = upload.pieces.reduce((count, piece) => count + countLines(piece), 1);
  let walks = 0;
  return async (steps) => {
    const before = walks * rows;
    walks += 1;
    return runInSlices(steps, {
      onProgress: (done) => ctx.progress({ done: Math.min(before + done, walks * rows), total: rows * 3 }),
    });
  };
}

function countLines(piece: Uint8Array): number {
  let lines = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function openFile(upload: Upload<Reading>, { hasHeader }: Input, report: Report): Promise<CatalogFile> {
  const kept = upload.reading?.file;
  if (kept && (hasHeader === undefined || kept.table.hasHeader === hasHeader)) return kept;
  const bytes = Buffer.concat(upload.pieces);
  const opened = await report(openCatalogSteps(bytes, hasHeader === undefined ? {} : { hasHeader }));
  upload.reading = { file: opened, draft: null };
  return opened;
}

/** @throws AppError `file-empty`, `too-many-rows`, `file-too-large`, `file-unreadable`. */
function refuseUnusable({ table }: CatalogFile): void {
  const whole = table.problems.find((problem) => problem.line === 0 && problem.severity === 'error');
  if (whole?.code === 'too-many-rows') throw new AppError('too-many-rows', whole.params);
  if (whole?.code === 'file-too-large') throw new AppError('file-too-large', whole.params);
  if (whole?.code === 'file-empty' || table.rowCount === 0) throw new AppError('file-empty');
  if (whole && whole.code !== 'columns-missing') throw new AppError('file-unreadable');
}

function chooseMapping(
  ctx: TaskContext,
  file: CatalogFile,
  input: Input,
): { readonly mapping: ColumnMapping; readonly remembered: boolean } {
  if (input.mapping) return { mapping: input.mapping as ColumnMapping, remembered: false };
  const kept = ctx.db.get(
    query.selectFrom('importMappings').select('mapping').where('mappingKey', '=', file.mappingKey),
  );
  if (!kept || !file.table.hasHeader) return { mapping: file.guess.mapping, remembered: false };
  const remembered = JSON.parse(kept.mapping) as RememberedMapping;
  return { mapping: recallMapping(file.table.headers, remembered), remembered: true };
}

function missingFields(mapping: ColumnMapping): readonly ImportField[] {
  const tellsApart = (['name', 'sku', 'barcode', 'externalKey'] as const).some((field) => field in mapping);
  return tellsApart ? [] : ['name'];
}

type DraftInput = Input & { readonly format: CatalogDraft['format']; readonly mapping: ColumnMapping };

function readDraft(
  ctx: TaskContext,
  file: CatalogFile,
  input: DraftInput,
  report: Report,
): Promise<CatalogDraft> {
  const { format, mapping, decimal } = input;
  const decimalMark =
    decimal === undefined ? {} : { decimalMark: decimal === 'comma' ? (',' as const) : ('.' as const) };
  const choices = { format, mapping, ...decimalMark, exponent: ctx.shop.currencyExponent, today: ctx.today };
  return report(buildDraftSteps(file, choices));
}

async function rememberChoice(ctx: TaskContext, file: CatalogFile, mapping: ColumnMapping): Promise<void> {
  if (!file.table.hasHeader) return;
  const remembered = JSON.stringify(rememberMapping(file.table.headers, mapping));
  await ctx.quietTransaction((db) =>
    keepMapping.run(db, { mappingKey: file.mappingKey, mapping: remembered, updatedAt: ctx.now }),
  );
}

type Read = {
  readonly draft: CatalogDraft;
  readonly plan: ImportPlan;
  readonly mapping: ColumnMapping;
  readonly remembered: boolean;
  readonly missing: readonly ImportField[];
};

function previewOf(ctx: TaskContext, upload: Upload<Reading>, file: CatalogFile, read: Read): Preview {
  const { draft, plan, mapping, remembered, missing } = read;
  const { locale, currency, currencyExponent: exponent, timeZone } = ctx.shop;
  const format = createFormat({ locale, currency, exponent, timeZone });
  return {
    uploadId: upload.uploadId,
    fileName: upload.fileName,
    format: draft.format,
    encoding: file.encoding,
    delimiter: file.table.delimiter,
    decimal: draft.decimalMark === ',' ? 'comma' : 'point',
    hasHeader: file.table.hasHeader,
    headers: [...file.table.headers],
    sample: file.table.rows.slice(0, sampleRows).map((row) => row.cells.map((cell) => cell.slice(0, 200))),
    mapping: { ...mapping },
    remembered,
    missing: [...missing],
    rowCount: draft.rowCount,
    counts: plan.counts,
    sellable: plan.counts.create,
    rows: plan.products.slice(0, shownRows).map((planned) => rowOf(planned, format)),
    problems: plan.problems.slice(0, shownProblems).map(({ column, params, ...problem }) => ({
      ...problem,
      column: column ?? null,
      params: { ...params },
    })),
    problemCount: plan.problems.length,
  };
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
    lines: [...draft.lines],
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
