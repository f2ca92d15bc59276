import { AppError } from '../../../shared/contract/errors.ts';
import type { ListExport } from '../../../shared/contract/lists.ts';
import { isoDate } from '../../../shared/domain/calendar.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { documentWords } from '../documents/document-words.ts';
import { customerFile } from './customer-file.ts';
import { type ListFile, listPieces, type Written } from './list-file.ts';
import { orderFile } from './order-file.ts';
import { productFile } from './product-file.ts';

/**
 * Saves a list as it is shown. Nothing is written before the person has said where; the log learns of every file
 * that was made, with how many rows it has.
 * @throws AppError `forbidden`, `cancelled`, `save-failed`.
 */
export const exportList: TaskHandler<'lists.export'> = async (ctx, wish) => {
  const file = await fileOf(ctx, wish);
  const written: Written = { rows: 0 };
  const { text } = documentWords(ctx);
  const name = `${text(`lists.file-${wish.list}`)} ${isoDate(ctx.today)}.csv`;
  const { saved, fileName } = await save(ctx, name, () => listPieces(ctx, file, written));
  if (saved)
    await ctx.transaction((_db, note) => note(`list ${wish.list}`, { rows: written.rows, fileName }));
  return { saved, fileName, rows: written.rows };
};

async function fileOf(ctx: TaskContext, wish: ListExport): Promise<ListFile> {
  switch (wish.list) {
    case 'orders':
      return orderFile(ctx, wish);
    case 'products':
      return productFile(ctx, wish);
    case 'customers':
      return customerFile(ctx, wish);
  }
}

async function save(ctx: TaskContext, name: string, pieces: () => AsyncGenerator<Uint8Array>) {
  try {
    return await ctx.desktop.savePieces(pieces, name);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('save-failed', { reason: error instanceof Error ? error.message : '' });
  }
}

/** Stops this window's export; what was written of it is taken away again. */
export const cancelExport: TaskHandler<'lists.cancelExport'> = async (ctx) => {
  ctx.cancelLong();
  return {};
};
