import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { requireLive } from './require-live.ts';

/** Writes a note of now, by whoever asks. @throws AppError `not-found`, `card-number-in-text`. */
export const addNote: CommandHandler<'customers.addNote'> = (ctx, { customerId, note }) => {
  if (looksLikeCardNumber(note)) throw new AppError('card-number-in-text');
  requireLive(ctx.db, customerId);
  const row = { customerId, note, staffId: staffOf(ctx.actor), at: ctx.now };
  const noteId = ctx.db.run(query.insertInto('customerNotes').values(row)).lastId;
  ctx.note(`customer ${customerId}`, {});
  return { noteId };
};

/** @throws AppError `not-found`. */
export const removeNote: CommandHandler<'customers.removeNote'> = (ctx, { noteId }) => {
  const found = ctx.db.get(query.selectFrom('customerNotes').select('customerId').where('id', '=', noteId));
  if (!found) throw new AppError('not-found', { what: 'note' });
  ctx.db.run(query.deleteFrom('customerNotes').where('id', '=', noteId));
  ctx.note(`customer ${found.customerId}`, {});
  return {};
};
