import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  type HistoryChoices,
  type HistorySlot,
  historySlots,
} from '../../../shared/contract/history-choices.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { runInSlices, type Steps } from '../csv/steps.ts';
import { mappingKey } from '../import/header.ts';
import { rowsAbout, unpack } from './file-pieces.ts';
import { historyLimits } from './history-limits.ts';
import type { Read } from './history-read.ts';
import { type HistoryReading, type HistoryUpload, requireHistory } from './history-upload.ts';
import { type FileLook, type LookFault, lookAtFileSteps } from './look-at-file.ts';
import { matchShopSteps } from './match-shop.ts';
import { viewOf } from './preview-view.ts';
import { recallChoices, rememberChoices } from './remember-choices.ts';
import { guessReturnMarkSteps } from './return-mark.ts';
import { settleDocsSteps } from './settle-docs.ts';
import { stageCustomersSteps, stagePaymentsSteps } from './stage-joined.ts';
import { stageSalesSteps } from './stage-sales.ts';
import { clearStaging } from './staging-tables.ts';
import {
  type FileTerms,
  lacking,
  type Understanding,
  understand,
  understandFileSteps,
} from './understand.ts';

/**
 * Reads the files and says what bringing them in would make. Goes in slices of a few milliseconds beside the till, over
 * rows that lie in a database of their own; another preview, another file or `historyImport.cancel` ends it. How a person
 * had the files read is remembered.
 */
export const previewHistory: TaskHandler<'historyImport.preview'> = async (ctx, input) => {
  const { uploadId, choices, afresh = false } = input;
  const upload = requireHistory(ctx, uploadId);
  if (!upload.reading.files.has('sales')) throw new AppError('file-empty');
  upload.stopReading?.();
  const stop = new AbortController();
  const stopReading = () => stop.abort(new AppError('cancelled'));
  upload.stopReading = stopReading;
  try {
    return await readAll(ctx, upload, { choices, afresh }, stop.signal);
  } finally {
    if (upload.stopReading === stopReading) upload.stopReading = null;
  }
};

type Asked = { readonly choices: HistoryChoices; readonly afresh: boolean };

async function readAll(ctx: TaskContext, upload: HistoryUpload, asking: Asked, signal: AbortSignal) {
  const { reading } = upload;
  const asked = asking.choices;
  const run = createRunner(ctx, signal);
  reading.understood = null;
  const { files, choices, sourceKey } = await openFiles(ctx, reading, asking, run, signal);
  const understood = understand({ files, choices, shop: ctx.shop, thisYear: yearOf(ctx), sourceKey });
  if (!understood) throw new AppError('file-empty');
  const isReady = lacking(understood).length === 0;
  const read = isReady ? await readRows(ctx, reading, understood, run) : null;
  const understanding = read?.understanding ?? understood;
  signal.throwIfAborted();
  if (asking.afresh || Object.keys(asked).length > 0) await remember(ctx, files, asked, choices);
  reading.understood = read ? understanding : null;
  reading.tally = read?.tally ?? null;
  reading.unreadRows = read?.sales.unreadRows ?? 0;
  return viewOf(ctx, upload, understanding, read);
}

const yearOf = ({ today }: TaskContext): number => Math.floor(today / 10_000);

/** Works step by step over so many rows; what is no walk over rows has none, and is not told of. */
type Runner = <T>(steps: Steps<T>, rows?: number) => Promise<T>;

const perWalk = 1000;
const walksInAll = 3;

/** Walks over the rows a few times; the window hears of every half per cent. */
function createRunner(ctx: TaskContext, signal: AbortSignal): Runner {
  const total = perWalk * walksInAll;
  let walks = 0;
  let told = -1;
  return async (steps, rows) => {
    if (rows === undefined) return runInSlices(steps, { signal });
    const before = Math.min(walks, walksInAll - 1) * perWalk;
    walks += 1;
    const onProgress = (counted: number): void => {
      const done = before + Math.floor((Math.min(counted, rows) * perWalk) / Math.max(1, rows));
      if (done - told < total / 200) return;
      told = done;
      ctx.progress({ done, total });
    };
    return runInSlices(steps, { signal, onProgress });
  };
}

async function openFiles(
  ctx: TaskContext,
  reading: HistoryReading,
  { choices: asked, afresh }: Asked,
  run: Runner,
  signal: AbortSignal,
) {
  const files = new Map<HistorySlot, FileTerms>();
  let recalledChoices: Omit<HistoryChoices, 'files'> | null = null;
  let sourceKey = '';
  for (const slot of historySlots) {
    if (!reading.files.has(slot)) continue;
    await unpack(reading, slot, signal);
    const look = await openFile(ctx, reading, slot, asked, run);
    const recalled =
      look.hasHeader && !afresh ? recallChoices(ctx.db, slot, look.headers) : { file: null, choices: null };
    const chosen = asked.files?.[slot] ?? {};
    files.set(slot, await run(understandFileSteps(slot, look, chosen, recalled.file, ctx.shop)));
    if (slot !== 'sales') continue;
    recalledChoices = recalled.choices;
    sourceKey = mappingKey(look.headers);
  }
  return { files, choices: { ...recalledChoices, ...asked }, sourceKey };
}

/** @throws AppError `file-empty`, `too-many-rows`, `file-unreadable`. */
async function openFile(
  ctx: TaskContext,
  reading: HistoryReading,
  slot: HistorySlot,
  { files }: HistoryChoices,
  run: Runner,
): Promise<FileLook> {
  const { encoding, delimiter, hasHeader } = files?.[slot] ?? {};
  const as = { encoding, delimiter, hasHeader };
  const asked = JSON.stringify(as);
  const kept = reading.looks.get(slot);
  if (kept?.asked === asked) return kept.look;
  const file = reading.files.get(slot);
  const { db } = reading.staging;
  if (!file || file.size === 0) throw new AppError('file-empty', { slot });
  const look: FileLook | LookFault = await run(
    lookAtFileSteps(db, file.place, as, { thisYear: yearOf(ctx) }),
    rowsAbout(db, file.place, file.size),
  );
  if (look === 'too-many-rows') throw new AppError(look, { slot, most: historyLimits.rows });
  if (typeof look === 'string') throw new AppError(look, { slot });
  reading.looks.set(slot, { asked, look });
  return look;
}

/** Reads the rows of all files into the staging and works out what comes of them. */
async function readRows(
  ctx: TaskContext,
  { staging }: HistoryReading,
  understood: Understanding,
  run: Runner,
): Promise<Read> {
  await run(clearSteps(staging));
  const { files } = understood;
  const { shop, today, now } = ctx;
  const [salesFile, paymentsFile, customersFile] = historySlots.map((slot) => files.get(slot));
  if (!salesFile) throw new AppError('file-empty');
  const { rowCount } = salesFile.look;
  const sales = await run(
    stageSalesSteps({ staging, file: salesFile, understanding: understood, shop, today, now }),
    rowCount,
  );
  const payments = paymentsFile ? await run(stagePaymentsSteps({ staging, file: paymentsFile, shop })) : null;
  const customers = customersFile
    ? await run(stageCustomersSteps({ staging, file: customersFile, shop }))
    : null;
  const returnMark = understood.returnMark ?? (await run(guessReturnMarkSteps(staging.db)));
  const understanding = { ...understood, returnMark };
  const { problems } = sales;
  const tally = await run(settleDocsSteps({ staging, shopDb: ctx.db, understanding, problems }), rowCount);
  const matched = await run(matchShopSteps(staging, ctx.db, understanding.sourceKey));
  return { understanding, sales, payments, customers, tally, matched };
}

/** What was read before goes, a table at a time: all of a large file at once would hold up a till. */
function* clearSteps({ db, together }: HistoryReading['staging']): Steps<void> {
  for (const statement of clearStaging) {
    together(() => db.run(sql.raw(statement)));
    yield 0;
  }
}

async function remember(
  ctx: TaskContext,
  files: ReadonlyMap<HistorySlot, FileTerms>,
  asked: HistoryChoices,
  choices: HistoryChoices,
): Promise<void> {
  await ctx.quietTransaction((db) => {
    for (const [slot, file] of files) {
      const isAsked = slot === 'sales' || asked.files?.[slot] !== undefined;
      if (file.look.hasHeader && isAsked) rememberChoices(db, slot, file, choices, ctx.now);
    }
  });
}
