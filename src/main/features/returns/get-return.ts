import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import { refundsOfReturn } from '../refunds/refund-rows.ts';
import { findReturn } from './return-rows.ts';

/** A return with its lines and the money that went back for it. @throws AppError `not-found`. */
export const getReturn: QueryHandler<'returns.get'> = ({ db }, { returnId }) => {
  const found = findReturn(db, returnId);
  if (!found) throw new AppError('not-found', { what: 'return', returnId });
  return { ...found, refunds: refundsOfReturn(db, returnId) };
};
