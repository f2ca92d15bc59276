import { useMemo } from 'react';
import { categoryTree } from '../../../shared/domain/category-tree.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import type { Choice } from '../../ui/select.tsx';

/** The categories as choices, in the order of the tree, after those that stand for none or all. */
export function useCategoryChoices(before: readonly Choice<string>[] = noChoices): readonly Choice<string>[] {
  const text = useText();
  const categories = useApiQuery('catalog.categories', {}).data;
  return useMemo(
    () => [
      ...before,
      ...categoryTree(categories ?? []).map(({ id, name, depth, productCount }) => ({
        key: String(id),
        label: name,
        depth,
        description: text('catalog.category-count', { count: productCount }),
      })),
    ],
    [before, categories, text],
  );
}

const noChoices: readonly Choice<string>[] = [];
