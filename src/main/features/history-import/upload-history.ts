import { AppError } from '../../../shared/contract/errors.ts';
import type { HistorySlot } from '../../../shared/contract/history-choices.ts';
import type { TaskHandler } from '../../app/context.ts';
import { openStaging } from '../../database/open-staging.ts';
import { dropPieces, keepPiece } from './file-pieces.ts';
import { historyLimits } from './history-limits.ts';
import {
  findHistory,
  type HistoryReading,
  type HistoryUpload,
  requireHistory,
  windowOf,
} from './history-upload.ts';
import { stagingSchema } from './staging-tables.ts';

type Ctx = Parameters<TaskHandler<'historyImport.upload'>>[0];

/** Takes the next piece of a file; the first one (offset 0) begins the file anew. */
export const uploadHistory: TaskHandler<'historyImport.upload'> = async (ctx, input) => {
  const { uploadId, slot, fileName, offset, data } = input;
  const found = findHistory(ctx, uploadId) ?? (offset === 0 ? begin(ctx, uploadId, fileName) : null);
  if (!found) throw new AppError('upload-out-of-order');
  const { reading } = found;
  found.stopReading?.();
  if (offset === 0) {
    forget(reading, slot);
    reading.files.set(slot, { fileName, size: 0, pieces: 0, isUnpacked: false, place: slot });
  }
  const file = reading.files.get(slot);
  if (!file || file.size !== offset || file.isUnpacked) throw new AppError('upload-out-of-order');
  const piece = Buffer.from(data, 'base64');
  if (file.size + piece.length > historyLimits.bytes) {
    forget(reading, slot);
    throw new AppError('file-too-large', { most: historyLimits.bytes / (1024 * 1024) });
  }
  keepPiece(reading.staging.db, slot, file.pieces, piece);
  file.pieces += 1;
  file.size += piece.length;
  reading.looks.delete(slot);
  reading.understood = null;
  return { received: file.size };
};

function begin(ctx: Ctx, uploadId: string, fileName: string): HistoryUpload | null {
  const windowId = windowOf(ctx);
  const staging = openStaging(stagingSchema);
  const reading: HistoryReading = {
    ...{
      history: true,
      staging,
      files: new Map(),
      looks: new Map(),
      understood: null,
      tally: null,
      unreadRows: 0,
      unpackings: 0,
    },
  };
  ctx.uploads.put({
    ...{ uploadId, windowId, fileName, pieces: [], size: 0, reading, stopReading: null },
    letGo: () => staging.close(),
  });
  const begun = findHistory(ctx, uploadId);
  // Another window has files under this very id.
  if (begun?.reading !== reading) staging.close();
  return begun;
}

function forget(reading: HistoryReading, slot: HistorySlot): void {
  const place = reading.files.get(slot)?.place;
  if (place !== undefined) dropPieces(reading.staging.db, place);
  reading.files.delete(slot);
  reading.looks.delete(slot);
  reading.understood = null;
}

export const dropHistoryFile: TaskHandler<'historyImport.dropFile'> = async (ctx, { uploadId, slot }) => {
  const upload = requireHistory(ctx, uploadId);
  upload.stopReading?.();
  forget(upload.reading, slot);
  return {};
};

/** Stops what this window reads or imports. The files are kept unless told otherwise. */
export const cancelHistory: TaskHandler<'historyImport.cancel'> = async (
  ctx,
  { uploadId, forget: isDone },
) => {
  ctx.cancelLong();
  findHistory(ctx, uploadId)?.stopReading?.();
  if (isDone && findHistory(ctx, uploadId)) ctx.uploads.remove(windowOf(ctx), uploadId);
  return {};
};
