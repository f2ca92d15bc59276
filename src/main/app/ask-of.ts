import { AppError } from '../../shared/contract/errors.ts';
import type { CallName } from '../../shared/contract/index.ts';
import type { ReadDb } from '../database/connection.ts';
import { createContext, shopReader } from './call-context.ts';
import { findEntry } from './find-entry.ts';
import { handlers } from './handlers.ts';
import { parseInput } from './parse-input.ts';
import { requireNeed } from './require-need.ts';
import type { AnyHandler, DoorParts, Visit } from './visit.ts';

/** A question of the contract, of another shop file than the one that is open. */
export type OtherQuestion = { readonly db: ReadDb; readonly call: CallName; readonly input: unknown };

/**
 * Answers it as the door would, with the rights of who asks. @throws AppError as the call itself, `not-found` for what
 * is no question.
 */
export function askOf(parts: DoorParts, { ctx }: Visit, { db, call, input }: OtherQuestion): unknown {
  const entry = findEntry(call);
  if (entry?.kind !== 'query' || entry.long) throw new AppError('not-found');
  requireNeed(entry, ctx.actor, parts.sessions, ctx.now);
  const other = createContext({ ...parts, db, shops: shopReader(db), now: ctx.now, actor: ctx.actor });
  const value = (handlers[call] as AnyHandler)(other, parseInput(entry, input));
  return parts.strict ? entry.output.parse(value) : value;
}
