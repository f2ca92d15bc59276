import type { Actor } from '../../app/context.ts';

/** Whose cart it is: the person who sells, or nobody when the application does. */
export function sellerOf(actor: Actor): number | null {
  return actor.kind === 'staff' ? actor.staffId : null;
}
