import { AppError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../app/context.ts';

/** Whose data it is: the customer of the session, never anybody an input names. @throws AppError `sign-in-first`. */
export function requireCustomer({ actor }: Pick<Context, 'actor'>): number {
  if (actor.kind !== 'customer') throw new AppError('sign-in-first');
  return actor.customerId;
}
