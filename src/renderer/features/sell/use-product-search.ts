import { useCallback, useMemo, useReducer } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useApiPages } from '../../bridge/api-query.ts';

/** What is looked for and where one is in what was found. */
type SearchState = {
  readonly words: string;
  readonly categoryId: number | null;
  /** The product that the keys are at; null while nobody walks. */
  readonly active: number | null;
};

type SearchAction =
  | { readonly type: 'type'; readonly words: string }
  | { readonly type: 'choose-category'; readonly categoryId: number | null }
  | { readonly type: 'walk'; readonly to: number | null };

const startOfSearch: SearchState = { words: '', categoryId: null, active: null };

function searchReducer(state: SearchState, action: SearchAction): SearchState {
  switch (action.type) {
    case 'type':
      return state.words === action.words ? state : { ...state, words: action.words, active: null };
    case 'choose-category':
      return { words: '', categoryId: action.categoryId, active: null };
    case 'walk':
      return { ...state, active: action.to };
  }
}

const pageSize = 60;

export type ProductSearch = SearchState & {
  readonly isSearching: boolean;
  readonly items: readonly ProductTile[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly loadMore: () => void;
  readonly type: (words: string) => void;
  readonly chooseCategory: (categoryId: number | null) => void;
  readonly walk: (to: number | null) => void;
};

/** Products by words over the whole catalogue, or those of a category; what was there stays until the next comes. */
export function useProductSearch(): ProductSearch {
  const [state, dispatch] = useReducer(searchReducer, startOfSearch);
  const words = state.words.trim();
  const isSearching = words !== '';
  const pages = useApiPages('catalog.search', {
    text: words.slice(0, 200),
    categoryId: isSearching ? null : state.categoryId,
    limit: pageSize,
  });
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  const type = useCallback((next: string) => dispatch({ type: 'type', words: next }), []);
  const chooseCategory = useCallback(
    (categoryId: number | null) => dispatch({ type: 'choose-category', categoryId }),
    [],
  );
  const walk = useCallback((to: number | null) => dispatch({ type: 'walk', to }), []);
  const { isPending: isLoading, error } = pages;
  // The same object while nothing about it changed: a line in the cart draws no product anew.
  return useMemo(
    () => ({
      ...state,
      active: state.active !== null && state.active < items.length ? state.active : null,
      isSearching,
      items,
      hasMore: hasNextPage,
      isLoading,
      error,
      retry,
      loadMore,
      type,
      chooseCategory,
      walk,
    }),
    [state, isSearching, items, hasNextPage, isLoading, error, retry, loadMore, type, chooseCategory, walk],
  );
}
