import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useApp, useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { SearchKeys } from './product-pane.tsx';
import { sellKeys } from './sell-keys.ts';
import type { ProductSearch } from './use-product-search.ts';
import type { TakeCode } from './use-scan.ts';
import { walkGrid } from './walk-grid.ts';

type SearchBoxProps = {
  readonly search: ProductSearch;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly take: TakeCode;
  readonly add: (tile: ProductTile) => void;
  readonly keys: SearchKeys;
  readonly shelfId: string;
  readonly columns: number;
};

/** The one search box. Arrows walk through the products under it; Enter adds; with nothing typed, Enter pays. */
export function SearchBox(props: SearchBoxProps) {
  const { search, field, keys, shelfId, columns } = props;
  const { text, direction } = useApp();
  const commit = useCommit(props);
  const { active, items, words, walk } = search;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = walkGrid(event.key, active, items.length, { columns, direction });
    if (to !== null) walk(to === 'leave' ? null : to);
    else if (event.key === 'Escape' && active !== null) walk(null);
    else if (words !== '') return;
    else if (event.key === '+') keys.step(1);
    else if (event.key === '-') keys.step(-1);
    else if (event.key === 'Delete') keys.remove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <SearchField
      label={text('sell.search')}
      placeholder={text('sell.search-hint')}
      size="touch"
      keys={sellKeys.search}
      autoFocus
      value={words}
      onChange={search.type}
      onCommit={(typed) => void commit(typed)}
      onKeyDown={onKeyDown}
      inputRef={field}
      controls={shelfId}
      activeDescendant={active === null ? undefined : `${shelfId}-${active}`}
    />
  );
}

/** Enter: the product that the arrows are at, else the product of the typed code, else the best match. */
function useCommit({ search, take, add, keys }: SearchBoxProps): (typed: string) => Promise<void> {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const latest = useRef(search);
  latest.current = search;

  const find = async (words: string): Promise<boolean> => {
    if (await take(words)) return true;
    const input = { text: words.slice(0, 200), categoryId: null, cursor: null, limit: 1 };
    const [best] = (await client.ask('catalog.search', input)).items;
    if (best) add(best);
    return best !== undefined;
  };
  return async (typed) => {
    const words = typed.trim();
    const chosen = search.active === null ? undefined : search.items[search.active];
    if (chosen) {
      add(chosen);
      if (words !== '') search.type('');
      return;
    }
    if (words === '') return keys.pay();
    try {
      if (!(await find(words.slice(0, 120)))) toast(text('sell.nothing-for-code', { words }));
      // Whoever typed on meanwhile is looking for the next thing already.
      else if (latest.current.words === typed) latest.current.type('');
    } catch (error) {
      toast(errorText(error), { tone: 'danger' });
    }
  };
}
