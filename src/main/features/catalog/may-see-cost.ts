import type { Context } from '../../app/context.ts';

/** Whether who asks may see what goods cost; every cost in an answer passes here. */
export function maySeeCost({ actor }: Pick<Context, 'actor'>): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.rights.has('see-profit'));
}
