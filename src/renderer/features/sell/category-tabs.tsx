import { type ReactNode, useMemo } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CategoryChips } from './category-chips.tsx';
import { categoryChoice } from './category-tree.ts';
import type { ProductSearch } from './use-product-search.ts';

type CategoryTabsProps = { readonly search: ProductSearch; readonly children: ReactNode };

const all = 'all';

/** The top categories as tabs, and below them the parts of the chosen one. */
export function CategoryTabs({ search, children }: CategoryTabsProps) {
  const text = useText();
  const categories = useApiQuery('catalog.categories', {}).data;
  const { categoryId, chooseCategory } = search;
  const choice = useMemo(() => categoryChoice(categories ?? [], categoryId), [categories, categoryId]);
  const tabs = [
    { key: all, label: text('sell.all') },
    ...choice.tops.map(({ id, name }) => ({ key: String(id), label: name })),
  ];
  return (
    <Tabs
      label={text('sell.categories')}
      size="touch"
      tabs={tabs}
      value={choice.top === null ? all : String(choice.top.id)}
      onChange={(key) => chooseCategory(key === all ? null : Number(key))}
    >
      {choice.whole !== null && !search.isSearching && (
        <CategoryChips
          whole={choice.whole}
          parts={choice.parts}
          chosenId={categoryId}
          onChoose={chooseCategory}
        />
      )}
      {children}
    </Tabs>
  );
}
