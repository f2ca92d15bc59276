import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Context } from '../../app/context.ts';
import type { Upload, Uploads } from '../../app/uploads.ts';
import type { OrderllaDraft } from './orderlla-draft.ts';

/** What a preview keeps of an uploaded file; a product import's reading of it is another. */
export type OrderllaReading = {
  readonly orderlla: OrderllaDraft;
  readonly preview: Output<'orderllaImport.preview'>;
  /** What the last run made of it. */
  made: Output<'orderllaImport.run'> | null;
};

type Asking = Context & { readonly uploads: Uploads };

/** The calling window's upload. @throws AppError `upload-gone`. */
export function uploadOf({ actor, uploads }: Asking, uploadId: string): Upload {
  const upload = actor.kind === 'system' ? undefined : uploads.find(actor.windowId, uploadId);
  if (!upload) throw new AppError('upload-gone');
  return upload;
}

/** What the last preview read of it. @throws AppError `upload-gone`. */
export function readingOf(ctx: Asking, uploadId: string): OrderllaReading {
  const { reading } = uploadOf(ctx, uploadId);
  if (typeof reading !== 'object' || reading === null || !('orderlla' in reading)) {
    throw new AppError('upload-gone');
  }
  return reading as OrderllaReading;
}
