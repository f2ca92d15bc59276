import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexCustomer } from '../customers/index-customer.ts';
import { refuseCardNumber } from '../customers/refuse-card-number.ts';
import { requireGoodPassword } from '../staff/require-good-secret.ts';
import { countGuess, forgetGuesses } from '../staff/throttle.ts';
import { findLogIn, logInSubjects, setCustomerLogIn } from './log-in.ts';
import { requireCustomer } from './require-customer.ts';

/** Signs a customer in; who is not known is refused like who guessed wrong, after the same work. */
export const signInCustomer: TaskHandler<'kiosk.signIn'> = async (ctx, { username, password }) => {
  const subjects = logInSubjects(ctx.till, username);
  await countGuess(ctx, subjects);
  const logIn = findLogIn(ctx.db, username);
  const isRight = await ctx.secrets.matches(password, logIn?.passwordHash ?? null);
  if (!logIn || !isRight) throw new AppError('wrong-log-in');
  await ctx.transaction((db, note) => {
    forgetGuesses(db, subjects);
    note(`customer ${logIn.customerId}`, { customerId: logIn.customerId });
  });
  ctx.customer.signIn(logIn.customerId);
  return {};
};

/** Forgets who was there. */
export const signOutCustomer: TaskHandler<'kiosk.signOut'> = async (ctx) => {
  ctx.customer.signOut();
  return {};
};

/** Somebody is there. */
export const touchKiosk: TaskHandler<'kiosk.touch'> = async (ctx) => {
  ctx.customer.touch();
  return {};
};

/** A new customer with a log-in, signed in at once. */
export const registerCustomer: TaskHandler<'kiosk.register'> = async (ctx, input) => {
  const { username, password, name, phone, address } = input;
  refuseCardNumber({ note: '', address });
  requireGoodPassword(password);
  // Asked before the slow hash too; the file itself has the last word.
  if (findLogIn(ctx.db, username)) throw new AppError('username-taken');
  const passwordHash = await ctx.secrets.hash(password);
  const customerId = await ctx.transaction((db, note) => {
    const row = { name, phone, email: '', address, note: '', createdAt: ctx.now, archivedAt: null };
    const { lastId } = db.run(query.insertInto('customers').values(row));
    setCustomerLogIn(db, lastId, { username, passwordHash });
    indexCustomer(db, lastId);
    note(`customer ${lastId}`, { customerId: lastId });
    return lastId;
  });
  ctx.customer.signIn(customerId);
  return {};
};

/** Changes one's own password; the one so far is a guess like any other. */
export const changePassword: TaskHandler<'kiosk.changePassword'> = async (ctx, { current, password }) => {
  const customerId = requireCustomer(ctx);
  const row = ctx.db.get(
    query.selectFrom('customers').select(['username', 'passwordHash']).where('id', '=', customerId),
  );
  const username = row?.username ?? '';
  const subjects = logInSubjects(ctx.till, username);
  await countGuess(ctx, subjects);
  if (!(await ctx.secrets.matches(current, row?.passwordHash ?? null))) throw new AppError('wrong-log-in');
  requireGoodPassword(password);
  const passwordHash = await ctx.secrets.hash(password);
  await ctx.transaction((db, note) => {
    forgetGuesses(db, subjects);
    setCustomerLogIn(db, customerId, { username, passwordHash });
    note(`customer ${customerId}`, {});
  });
  return {};
};
