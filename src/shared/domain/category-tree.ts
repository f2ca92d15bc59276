type InTree = { readonly id: number; readonly parentId: number | null };

/**
 * Categories as a tree is read: each followed by those below it, in the order given. One whose parent is not
 * there stands at the top; where a damaged tree bites its own tail, each still stands in the list once.
 */
export function categoryTree<Category extends InTree>(
  categories: readonly Category[],
): readonly (Category & { readonly depth: number })[] {
  const ids = new Set(categories.map((category) => category.id));
  const below = Map.groupBy(categories, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const tree: (Category & { readonly depth: number })[] = [];
  const placed = new Set<number>();
  const place = (category: Category, depth: number): void => {
    if (placed.has(category.id)) return;
    placed.add(category.id);
    tree.push({ ...category, depth });
    for (const child of below.get(category.id) ?? []) place(child, depth + 1);
  };
  for (const category of below.get(null) ?? []) place(category, 0);
  for (const category of categories) place(category, 0);
  return tree;
}
