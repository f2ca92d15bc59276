import { type KeyboardEvent, type Ref, useMemo } from 'react';
import { categoryTree } from '../../../shared/domain/category-tree.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { type AppliedFilter, FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import { stockFilters } from './product-filter.ts';
import styles from './product-filters.module.css';
import type { ProductList } from './use-product-list.ts';

type ProductFiltersProps = {
  readonly list: ProductList;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onCommit: () => void;
  readonly onIntoList: () => void;
};

/** Search, category, stock; under them what is applied. */
export function ProductFilters({ list, searchRef, onCommit, onIntoList }: ProductFiltersProps) {
  const text = useText();
  const { filter, change } = list;
  const categories = useApiQuery('catalog.categories', {}).data;
  const choices = useMemo(
    (): readonly Choice<string>[] => [
      { key: 'all', label: text('catalog.category-all') },
      ...categoryTree(categories ?? []).map(({ id, name, depth, productCount }) => ({
        key: String(id),
        label: name,
        depth,
        description: text('catalog.category-count', { count: productCount }),
      })),
    ],
    [categories, text],
  );
  const chosen = filter.categoryId === null ? 'all' : String(filter.categoryId);
  const categoryName =
    choices.find((choice) => choice.key === chosen)?.label ?? text('catalog.category-gone');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onIntoList();
  };
  const count = list.rows.length;
  return (
    <FilterBar
      applied={useApplied(list, categoryName)}
      onClear={list.clear}
      summary={
        list.isLoading ? '' : text(list.hasMore ? 'catalog.count-and-more' : 'catalog.count', { count })
      }
    >
      <SearchField
        label={text('catalog.search')}
        placeholder={text('catalog.search-hint')}
        keys="F2"
        value={filter.text}
        inputRef={searchRef}
        onChange={(typed) => change({ text: typed })}
        onCommit={onCommit}
        onKeyDown={onKeyDown}
      />
      <div className={styles.category}>
        <Select
          label={text('catalog.category')}
          hideLabel
          choices={choices}
          value={chosen}
          onChange={(key) => change({ categoryId: key === 'all' ? null : Number(key) })}
        />
      </div>
      <div className={styles.stock}>
        <Select
          label={text('catalog.stock')}
          hideLabel
          choices={stockFilters.map((key) => ({ key, label: text(`catalog.stock-${key}`) }))}
          value={filter.stock}
          onChange={(stock) => change({ stock })}
        />
      </div>
    </FilterBar>
  );
}

function useApplied({ filter, change }: ProductList, categoryName: string): readonly AppliedFilter[] {
  const text = useText();
  const words = filter.text.trim();
  const applied: AppliedFilter[] = [];
  if (words !== '') {
    const label = text('catalog.containing', { words });
    applied.push({ key: 'text', label, onRemove: () => change({ text: '' }) });
  }
  if (filter.categoryId !== null)
    applied.push({ key: 'category', label: categoryName, onRemove: () => change({ categoryId: null }) });
  if (filter.stock !== 'all') {
    const label = text(`catalog.stock-${filter.stock}`);
    applied.push({ key: 'stock', label, onRemove: () => change({ stock: 'all' }) });
  }
  return applied;
}
