import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext } from '../../app/context.ts';
import { needsPasswordFirst, type TileRow } from './people.ts';
import { countGuess } from './throttle.ts';

type Given = { readonly pin?: string | undefined; readonly password?: string | undefined };
type Person = Pick<TileRow, 'id' | 'pinHash' | 'passwordHash'>;
type Proof = {
  readonly by: 'pin' | 'password';
  /** What the guess was counted for: forgotten in the transaction that follows. */
  readonly subjects: readonly string[];
};

/**
 * Demands that the PIN or password is this person's. The guess is counted before it is looked at.
 * @throws AppError `password-needed`, `pin-not-set`, `wait-before-guess`, `wrong-pin`, `wrong-password`.
 */
export async function proveIdentity(ctx: TaskContext, person: Person, given: Given): Promise<Proof> {
  const { pin, password } = given;
  const by = password === undefined ? 'pin' : 'password';
  if (by === 'pin' && needsPasswordFirst(ctx, person)) throw new AppError('password-needed');
  if (by === 'pin' && person.pinHash === null) throw new AppError('pin-not-set');
  return prove(ctx, person, by, (by === 'pin' ? pin : password) ?? '');
}

/**
 * Demands the person's password, whatever day it is.
 * @throws AppError `password-not-set`, `wait-before-guess`, `wrong-password`.
 */
export async function provePassword(ctx: TaskContext, person: Person, password: string): Promise<Proof> {
  if (person.passwordHash === null) throw new AppError('password-not-set');
  return prove(ctx, person, 'password', password);
}

/** Demands the one secret that a person has for changing another: the password, or where there is none the PIN. */
export async function proveOwner(ctx: TaskContext, person: Person, secret: string): Promise<Proof> {
  return prove(ctx, person, person.passwordHash === null ? 'pin' : 'password', secret);
}

/** Guesses count for the person and for this till, so that trying everybody in turn gains nothing. */
async function prove(ctx: TaskContext, person: Person, by: Proof['by'], secret: string): Promise<Proof> {
  const subjects = [`staff:${person.id}`, `till:${ctx.till}`];
  await countGuess(ctx, subjects);
  const isRight = await ctx.secrets.matches(secret, by === 'pin' ? person.pinHash : person.passwordHash);
  if (!isRight) throw new AppError(by === 'pin' ? 'wrong-pin' : 'wrong-password');
  return { by, subjects };
}
