import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
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
import { planImportSteps } from './plan-import.ts';
import { previewViewSteps } from './preview-view.ts';
import { buildDraftSteps, type CatalogFile, type OpenChoices, openCatalogSteps } from './read-catalog.ts';
import { type Reading, requireUpload } from './upload-file.ts';

type Input = Parsed<'import.preview'>;

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
 * till does not notice; tells the window how far it is. A later question about the file, another file or
 * `import.cancel` ends it. A mapping that a person chose is remembered.
 */
export const previewImport: TaskHandler<'import.preview'> = async (ctx, input) => {
  const upload = requireUpload(ctx, input.uploadId);
  if (upload.size === 0) throw new AppError('file-empty');
  upload.stopReading?.();
  const stop = new AbortController();
  const stopReading = () => stop.abort(new AppError('cancelled'));
  upload.stopReading = stopReading;
  try {
    return await readUpload(ctx, upload, input, stop.signal);
  } finally {
    if (upload.stopReading === stopReading) upload.stopReading = null;
  }
};

async function readUpload(
  ctx: TaskContext,
  upload: Upload<Reading>,
  input: Input,
  signal: AbortSignal,
): Promise<Output<'import.preview'>> {
  const run = await createRunner(ctx, upload, signal);
  const { file, choices } = await openFile(upload, input, run);
  refuseUnusable(file);
  const { mapping, remembered } = chooseMapping(ctx, file, input);
  const format = input.format ?? file.format;
  const missing = format === 'generic' ? missingFields(mapping) : [];
  const draft = await run(buildDraftSteps(file, draftChoices(ctx, { ...input, format, mapping })));
  const plan = await run(planImportSteps(ctx, draft));
  const view = await run(previewViewSteps(ctx.shop, { upload, file, draft, plan }));
  if (input.mapping && format === 'generic') await rememberChoice(ctx, file, mapping);
  upload.reading = { file, choices, draft: missing.length > 0 ? null : draft, problems: plan.problems };
  return { ...view, mapping: { ...mapping }, remembered, missing: [...missing] };
}

type Runner = <T>(steps: Steps<T>) => Promise<T>;

/** Walks over the rows: reading, understanding, comparing, showing. The window hears of every half per cent. */
async function createRunner(ctx: TaskContext, upload: Upload<Reading>, signal: AbortSignal): Promise<Runner> {
  const rows = await runInSlices(countLinesSteps(upload.pieces), { signal });
  const total = rows * 4;
  const least = total / 200;
  let walks = 0;
  let told = -least;
  return async (steps) => {
    const before = walks * rows;
    walks += 1;
    const onProgress = (counted: number): void => {
      const done = Math.min(before + counted, walks * rows);
      if (done - told < least) return;
      told = done;
      ctx.progress({ done, total });
    };
    return runInSlices(steps, { signal, onProgress });
  };
}

function* countLinesSteps(pieces: readonly Uint8Array[]): Steps<number> {
  let lines = 1;
  for (const piece of pieces) {
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1;
    yield lines;
  }
  return lines;
}

async function openFile(
  upload: Upload<Reading>,
  { hasHeader, encoding, delimiter }: Input,
  run: Runner,
): Promise<Reading> {
  const choices: OpenChoices = {
    ...(hasHeader === undefined ? {} : { hasHeader }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
  const kept = upload.reading;
  if (kept && JSON.stringify(kept.choices) === JSON.stringify(choices)) return kept;
  const file = await run(openCatalogSteps(Buffer.concat(upload.pieces), choices));
  upload.reading = { file, choices, draft: null, problems: [] };
  return upload.reading;
}

/** @throws AppError `file-empty`, `too-many-rows`, `file-too-large`, `file-unreadable`. */
function refuseUnusable({ table }: CatalogFile): void {
  const whole = table.problems.find((problem) => problem.line === 0 && problem.severity === 'error');
  if (whole?.code === 'too-many-rows') throw new AppError('too-many-rows', whole.params);
  if (whole?.code === 'file-too-large') throw new AppError('file-too-large', whole.params);
  if (whole?.code === 'not-text') throw new AppError('file-unreadable');
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

function draftChoices(ctx: TaskContext, { format, mapping, decimal }: DraftInput) {
  const decimalMark =
    decimal === undefined ? {} : { decimalMark: decimal === 'comma' ? (',' as const) : ('.' as const) };
  return { format, mapping, ...decimalMark, exponent: ctx.shop.currencyExponent, today: ctx.today };
}

async function rememberChoice(ctx: TaskContext, file: CatalogFile, mapping: ColumnMapping): Promise<void> {
  if (!file.table.hasHeader) return;
  const remembered = JSON.stringify(rememberMapping(file.table.headers, mapping));
  await ctx.quietTransaction((db) =>
    keepMapping.run(db, { mappingKey: file.mappingKey, mapping: remembered, updatedAt: ctx.now }),
  );
}
