import { X } from 'lucide-react';
import { useState } from 'react';
import { useApiPages, useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchPick } from '../../ui/search-pick.tsx';
import styles from './product-filter.module.css';

type ProductFilterProps = {
  readonly productId: number | null;
  readonly onChange: (productId: number | null) => void;
};

const mostFound = 6;

const anyProduct = { category: null, stock: 'all', taxClassId: null, show: 'live', missing: null } as const;

/** The product that orders are looked for by: searched, then named with the way to take it away. */
export function ProductFilter({ productId, onChange }: ProductFilterProps) {
  const text = useText();
  const { data } = useApiQuery(
    'catalog.product',
    { productId: productId ?? 1 },
    { enabled: productId !== null },
  );
  if (productId === null) return <ProductSearch onPick={onChange} />;
  const name = data ? fullName(data) : String(productId);
  return (
    <div className={styles.chosen}>
      <span className={styles.label}>{text('orders.product')}</span>
      <span className={styles.name}>
        <bdi>{name}</bdi>
        <IconButton
          size="small"
          label={text('ui.remove-filter', { filter: name })}
          icon={<X />}
          onPress={() => onChange(null)}
        />
      </span>
    </div>
  );
}

function ProductSearch({ onPick }: { readonly onPick: (productId: number) => void }) {
  const text = useText();
  const [words, setWords] = useState('');
  const typed = words.trim().slice(0, 200);
  const filter = { ...anyProduct, text: typed };
  const pages = useApiPages(
    'catalog.table',
    { filter, sort: 'name', descending: false, limit: mostFound },
    { enabled: typed !== '' },
  );
  const items = typed === '' ? [] : pages.items;
  const isNone = typed !== '' && !pages.isPending && !pages.isPlaceholderData && items.length === 0;
  return (
    <SearchPick
      label={text('orders.product')}
      placeholder={text('orders.product-hint')}
      listLabel={text('orders.edit-found')}
      words={words}
      onType={setWords}
      items={items}
      itemKey={(row) => String(row.id)}
      onPick={(row) => {
        // What stands there still answers what was typed before.
        if (!pages.isPlaceholderData) onPick(row.id);
      }}
      instead={isNone && <p role="status">{text('orders.edit-found-none', { words: typed })}</p>}
    >
      {(row) => <bdi>{fullName(row)}</bdi>}
    </SearchPick>
  );
}

function fullName({ name, variantLabel }: { readonly name: string; readonly variantLabel: string | null }) {
  return [name, variantLabel].filter(Boolean).join(', ');
}
