import { type RefObject, useState } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useApiPages } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SearchPick } from '../../ui/search-pick.tsx';
import { FoundProduct } from './found-product.tsx';
import { orderKeys } from './order-keys.ts';
import styles from './product-search.module.css';

type ProductSearchProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onPick: (tile: ProductTile) => void;
};

const mostFound = 20;

/** Products by name, SKU or barcode; nothing is shown before something is typed. */
export function ProductSearch({ field, onPick }: ProductSearchProps) {
  const text = useText();
  const errorText = useErrorText();
  const [words, setWords] = useState('');
  const typed = words.trim().slice(0, 200);
  const pages = useApiPages(
    'catalog.search',
    { text: typed, categoryId: null, limit: mostFound },
    { enabled: typed !== '' },
  );
  const items = typed === '' ? [] : pages.items;
  const isNone = typed !== '' && !pages.isPending && items.length === 0;
  useHotkeys([{ keys: orderKeys.search, label: text('orders.edit-add'), run: () => field.current?.focus() }]);
  return (
    <SearchPick
      label={text('orders.edit-add')}
      placeholder={text('orders.edit-search-hint')}
      listLabel={text('orders.edit-found')}
      keys={orderKeys.search}
      words={words}
      onType={setWords}
      items={items}
      itemKey={(tile) => String(tile.id)}
      onPick={(tile) => {
        // What stands there still answers what was typed before.
        if (pages.isPlaceholderData) return;
        setWords('');
        onPick(tile);
      }}
      inputRef={field}
      instead={
        pages.error ? (
          <ProblemNote>{errorText(pages.error)}</ProblemNote>
        ) : (
          isNone && (
            <p className={styles.none} role="status">
              {text('orders.edit-found-none', { words: typed })}
            </p>
          )
        )
      }
    >
      {(tile) => <FoundProduct tile={tile} />}
    </SearchPick>
  );
}
