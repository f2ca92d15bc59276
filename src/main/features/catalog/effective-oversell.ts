import { effectivePolicy, type OversellPolicy } from '../../../shared/domain/oversell.ts';
import type { ReadDb } from '../../database/connection.ts';
import { oversellOfCategories } from './category-tree.ts';

/**
 * What holds when more is sold than there is, of a product that says nothing of its own: the policy of its
 * category or of the nearest category above which has one, else the shop's.
 */
export function effectiveOversell(
  db: ReadDb,
  categoryId: number | null,
  shopPolicy: OversellPolicy,
): OversellPolicy {
  const nearest = categoryId === null ? undefined : oversellOfCategories(db, [categoryId]).get(categoryId);
  return effectivePolicy(null, nearest ?? null, shopPolicy);
}
