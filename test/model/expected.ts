import type { CommandName, TaskName } from '../../src/shared/contract/index.ts';
import type { ModelShop, Role } from './model-shop.ts';

/**
 * Says what must come of a command: changes the model as the command must change the shop, and answers what it must
 * answer, or `refuse`s. It is given a draft of the model, which is dropped when it refuses.
 */
export type Oracle<I> = (shop: ModelShop, input: I, role: Role) => Readonly<Record<string, unknown>>;

/** The refusal that must come. */
export class Refusal extends Error {}

/** Ends the thinking of an oracle. */
export function refuse(code: string): never {
  throw new Refusal(code);
}

/** A command, or a task that writes. */
export type DeedName = CommandName | TaskName;

/** One on its way: what is sent, and by whom. */
export type Deed = { readonly name: DeedName; readonly input: unknown; readonly role: Role };
