import type { Output } from '../../../shared/contract/index.ts';

export type Category = Output<'catalog.categories'>[number];

export type CategoryChoice = {
  /** The categories that stand at the top and have something to sell. */
  readonly tops: readonly Category[];
  /** The top one that the chosen category belongs to; null for all products. */
  readonly top: Category | null;
  /** The chips under the tabs: the chosen category's siblings, or what is below the chosen top. */
  readonly parts: readonly Category[];
  /** The category that "all of …" among the chips stands for. */
  readonly whole: Category | null;
};

/** What to show of the tree of categories while one of them is chosen. Ones without products are left out. */
export function categoryChoice(categories: readonly Category[], chosenId: number | null): CategoryChoice {
  const filled = categories.filter((category) => category.productCount > 0);
  const byId = new Map(filled.map((category) => [category.id, category]));
  const childrenOf = (id: number) => filled.filter((category) => category.parentId === id);
  const chosen = chosenId === null ? undefined : byId.get(chosenId);
  let top = chosen;
  // Never longer than the tree is deep, even where a damaged one bites its own tail.
  for (let step = 0; top && top.parentId !== null && step < filled.length; step += 1)
    top = byId.get(top.parentId);
  const below = chosen ? childrenOf(chosen.id) : [];
  const whole =
    below.length > 0 ? chosen : chosen && chosen !== top ? byId.get(chosen.parentId ?? 0) : undefined;
  return {
    tops: filled.filter((category) => category.parentId === null || !byId.has(category.parentId)),
    top: top ?? null,
    parts: whole ? childrenOf(whole.id) : [],
    whole: whole ?? null,
  };
}
