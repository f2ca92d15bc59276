import { AppError } from '../../../shared/contract/errors.ts';
import type { HistorySlot } from '../../../shared/contract/history-choices.ts';
import type { Context } from '../../app/context.ts';
import type { Upload, Uploads } from '../../app/uploads.ts';
import type { Staging } from '../../database/open-staging.ts';
import type { FileLook } from './look-at-file.ts';
import type { Tally } from './tally.ts';
import type { Understanding } from './understand.ts';

export type HistoryFile = {
  readonly fileName: string;
  size: number;
  pieces: number;
  isUnpacked: boolean;
  /** Under which name its pieces lie in the staging. */
  place: string;
};

/** What is kept of the files that a window sent: they lie in the staging, and so does what was read of them. */
export type HistoryReading = {
  readonly history: true;
  readonly staging: Staging;
  readonly files: Map<HistorySlot, HistoryFile>;
  /** What each file looks like, by how it was asked to be opened. */
  readonly looks: Map<HistorySlot, { readonly asked: string; readonly look: FileLook }>;
  /** How the rows in the staging were understood; null where they were not read to the end. */
  understood: Understanding | null;
  tally: Tally | null;
  unreadRows: number;
  /** How often a file was unpacked. */
  unpackings: number;
};

type Asking = Context & { readonly uploads: Uploads };

export function windowOf({ actor }: Context): number {
  return actor.kind === 'system' ? 0 : actor.windowId;
}

export type HistoryUpload = Upload & { readonly reading: HistoryReading };

export function findHistory(ctx: Asking, uploadId: string): HistoryUpload | null {
  const upload = ctx.uploads.find(windowOf(ctx), uploadId);
  const reading = upload?.reading;
  const isHistory = typeof reading === 'object' && reading !== null && 'history' in reading;
  return isHistory ? (upload as HistoryUpload) : null;
}

/** The calling window's files. @throws AppError `upload-gone`. */
export function requireHistory(ctx: Asking, uploadId: string): HistoryUpload {
  const upload = findHistory(ctx, uploadId);
  if (!upload) throw new AppError('upload-gone');
  return upload;
}
