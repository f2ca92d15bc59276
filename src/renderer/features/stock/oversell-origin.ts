import type { Output } from '../../../shared/contract/index.ts';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';

export type Category = Output<'catalog.categories'>[number];

/** Who says what happens when more is sold than there is. */
export type OversellOrigin =
  | { readonly by: 'category'; readonly policy: OversellPolicy; readonly category: string }
  | { readonly by: 'shop'; readonly policy: OversellPolicy };

/**
 * What holds for whatever says nothing of its own: the category, else the nearest above it that says something,
 * else the shop.
 */
export function inheritedOversell(
  categoryId: number | null,
  categories: readonly Category[],
  shop: OversellPolicy,
): OversellOrigin {
  const byId = new Map(categories.map((category) => [category.id, category]));
  // A damaged tree may bite its own tail.
  const seen = new Set<number>();
  for (let at = categoryId; at !== null && !seen.has(at); ) {
    seen.add(at);
    const category = byId.get(at);
    if (!category) break;
    if (category.oversell !== null)
      return { by: 'category', policy: category.oversell, category: category.name };
    at = category.parentId;
  }
  return { by: 'shop', policy: shop };
}
