import { type KeyboardEvent, type Ref, useMemo } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { type AppliedFilter, FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import { type ProductFilter, shows, stockFilters } from './product-filter.ts';
import styles from './product-filters.module.css';
import { useCategoryChoices } from './use-category-choices.ts';
import type { ProductList } from './use-product-list.ts';

type ProductFiltersProps = {
  readonly list: ProductList;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onCommit: () => void;
  readonly onIntoList: () => void;
};

/** Search and what narrows the table; under them what is applied, and how many fit. */
export function ProductFilters({ list, searchRef, onCommit, onIntoList }: ProductFiltersProps) {
  const text = useText();
  const { filter, change } = list;
  const choices = useFilterChoices();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onIntoList();
  };
  return (
    <FilterBar applied={useApplied(list, choices)} onClear={list.clear} summary={useSummary(list)}>
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
          choices={choices.categories}
          value={categoryKey(filter.category)}
          onChange={(key) =>
            change({ category: key === 'all' ? null : key === 'none' ? 'none' : Number(key) })
          }
        />
      </div>
      <Narrowing list={list} choices={choices} />
    </FilterBar>
  );
}

type NarrowingProps = {
  readonly list: ProductList;
  readonly choices: ReturnType<typeof useFilterChoices>;
};

/** Stock, tax class, what is missing, and whether archived ones are meant. */
function Narrowing({ list: { filter, change }, choices }: NarrowingProps) {
  const text = useText();
  return (
    <>
      <div className={styles.narrow}>
        <Select
          label={text('catalog.stock')}
          hideLabel
          choices={choices.stock}
          value={filter.stock}
          onChange={(stock) => change({ stock })}
        />
      </div>
      {choices.taxes.length > 2 && (
        <div className={styles.narrow}>
          <Select
            label={text('catalog.tax-class')}
            hideLabel
            choices={choices.taxes}
            value={String(filter.taxClassId ?? 'all')}
            onChange={(key) => change({ taxClassId: key === 'all' ? null : Number(key) })}
          />
        </div>
      )}
      <div className={styles.narrow}>
        <Select
          label={text('catalog.missing')}
          hideLabel
          choices={choices.missing}
          value={filter.missing ?? 'none'}
          onChange={(key) => change({ missing: key === 'none' ? null : key })}
        />
      </div>
      <div className={styles.narrow}>
        <Select
          label={text('catalog.show')}
          hideLabel
          choices={choices.shows}
          value={filter.show}
          onChange={(show) => change({ show })}
        />
      </div>
    </>
  );
}

function categoryKey(category: ProductFilter['category']): string {
  return category === null ? 'all' : String(category);
}

function useFilterChoices() {
  const text = useText();
  const before = useMemo(
    () => [
      { key: 'all', label: text('catalog.category-all') },
      { key: 'none', label: text('catalog.no-category') },
    ],
    [text],
  );
  const categories = useCategoryChoices(before);
  const classes = useApiQuery('shop.taxClasses', {}).data ?? [];
  const missing = ['none', 'barcode', 'price', 'picture'] as const;
  return {
    categories,
    taxes: [
      { key: 'all', label: text('catalog.tax-class-all') },
      ...classes.map(({ id, name }) => ({ key: String(id), label: name })),
    ] as readonly Choice<string>[],
    stock: stockFilters.map((key) => ({ key, label: text(`catalog.stock-${key}`) })),
    missing: missing.map((key) => ({ key, label: text(`catalog.missing-${key}`) })),
    shows: shows.map((key) => ({ key, label: text(`catalog.show-${key}`) })),
  };
}

function useSummary({ count, rows, hasMore, isLoading }: ProductList): string {
  const text = useText();
  if (isLoading) return '';
  if (count === null)
    return text(hasMore ? 'catalog.count-and-more' : 'catalog.count', { count: rows.length });
  return text(count.atLeast ? 'catalog.count-and-more' : 'catalog.count', { count: count.count });
}

/** Each filter that narrows the table, by its name, and what takes it away. */
function useApplied(
  { filter, change }: ProductList,
  choices: ReturnType<typeof useFilterChoices>,
): readonly AppliedFilter[] {
  const text = useText();
  const applied: AppliedFilter[] = [];
  const add = (key: string, label: string, without: Partial<ProductFilter>) =>
    applied.push({ key, label, onRemove: () => change(without) });
  const words = filter.text.trim();
  if (words !== '') add('text', text('catalog.containing', { words }), { text: '' });
  if (filter.category !== null) {
    const named = choices.categories.find(({ key }) => key === String(filter.category));
    add('category', named?.label ?? text('catalog.category-gone'), { category: null });
  }
  if (filter.stock !== 'all') add('stock', text(`catalog.stock-${filter.stock}`), { stock: 'all' });
  if (filter.taxClassId !== null) {
    const named = choices.taxes.find(({ key }) => key === String(filter.taxClassId));
    add('tax', named?.label ?? text('catalog.tax-class'), { taxClassId: null });
  }
  if (filter.missing !== null) add('missing', text(`catalog.missing-${filter.missing}`), { missing: null });
  if (filter.show !== 'live') add('show', text(`catalog.show-${filter.show}`), { show: 'live' });
  return applied;
}
