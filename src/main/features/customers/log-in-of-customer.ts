import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler, TaskHandler } from '../../app/context.ts';
import { logInSubjects, setCustomerLogIn } from '../kiosk/log-in.ts';
import { requireGoodPassword } from '../staff/require-good-secret.ts';
import { forgetGuesses } from '../staff/throttle.ts';
import { requireLive } from './require-live.ts';

/**
 * Gives a customer a log-in for the customers' screen. Wrong guesses at the old password are forgotten with it: they
 * may use the new one at once.
 * @throws AppError `not-found`, `username-taken`, `password-too-short`, `password-too-common`.
 */
export const setLogIn: TaskHandler<'customers.setLogIn'> = async (
  ctx,
  { customerId, username, password },
) => {
  requireInDirectory(ctx, customerId);
  requireGoodPassword(password);
  const passwordHash = await ctx.secrets.hash(password);
  await ctx.transaction((db, note) => {
    requireInDirectory({ db }, customerId);
    setCustomerLogIn(db, customerId, { username, passwordHash });
    forgetGuesses(db, logInSubjects(ctx.till, username).slice(0, 1));
    note(`customer ${customerId}`, {});
  });
  return {};
};

/** @throws AppError `not-found`. */
export const removeLogIn: CommandHandler<'customers.removeLogIn'> = (ctx, { customerId }) => {
  requireLive(ctx.db, customerId);
  setCustomerLogIn(ctx.db, customerId, null);
  ctx.note(`customer ${customerId}`, {});
  return {};
};

/** An archived customer cannot sign in, so a log-in would be an empty promise. @throws AppError `not-found`. */
function requireInDirectory(
  { db }: { readonly db: Parameters<typeof requireLive>[0] },
  customerId: number,
): void {
  if (requireLive(db, customerId).archivedAt !== null) throw new AppError('not-found', { what: 'customer' });
}
