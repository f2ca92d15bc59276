import { AppError } from '../../../shared/contract/errors.ts';
import type { Context, TaskHandler } from '../../app/context.ts';
import type { Upload, Uploads } from '../../app/uploads.ts';
import { csvLimits } from '../csv/csv-limits.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { CatalogDraft } from './catalog-draft.ts';
import type { CatalogFile, OpenChoices } from './read-catalog.ts';

/** Takes the next piece of a file. The first one (offset 0) begins a new file and drops the window's last. */
export const uploadFile: TaskHandler<'import.upload'> = async (ctx, { uploadId, fileName, offset, data }) => {
  const windowId = windowOf(ctx);
  if (offset === 0) {
    ctx.uploads.put({ uploadId, windowId, fileName, pieces: [], size: 0, reading: null, stopReading: null });
  }
  const upload = ctx.uploads.find(windowId, uploadId);
  if (!upload || upload.size !== offset) throw new AppError('upload-out-of-order');
  const piece = Buffer.from(data, 'base64');
  if (upload.size + piece.length > csvLimits.bytes) {
    ctx.uploads.remove(windowId, uploadId);
    throw new AppError('file-too-large', { most: csvLimits.bytes / (1024 * 1024) });
  }
  // What is being read of the file so far is not the whole of it.
  upload.stopReading?.();
  upload.pieces.push(piece);
  upload.size += piece.length;
  upload.reading = null;
  return { received: upload.size };
};

/** What a preview keeps: the opened file, and the draft that the import will run, once there is one. */
export type Reading = {
  readonly file: CatalogFile;
  /** How a person said that the file is to be read. */
  readonly choices: OpenChoices;
  readonly draft: CatalogDraft | null;
  /** As the preview told them. */
  readonly problems: readonly RowProblem[];
};

/** The calling window's upload. @throws AppError `upload-gone`. */
export function requireUpload(
  ctx: Context & { readonly uploads: Uploads },
  uploadId: string,
): Upload<Reading> {
  const upload = ctx.uploads.find(windowOf(ctx), uploadId);
  if (!upload) throw new AppError('upload-gone');
  return upload as Upload<Reading>;
}

function windowOf({ actor }: Context): number {
  return actor.kind === 'system' ? 0 : actor.windowId;
}

/** Stops what this window reads or imports; nothing of it stays. The file is kept unless told otherwise. */
export const cancelImport: TaskHandler<'import.cancel'> = async (ctx, { uploadId, forget }) => {
  const windowId = windowOf(ctx);
  ctx.cancelLong();
  ctx.uploads.find(windowId, uploadId)?.stopReading?.();
  if (forget) ctx.uploads.remove(windowId, uploadId);
  return {};
};
