import { useEffect, useRef } from 'react';
import { changeQuery, navigate, usePlace } from '../router.ts';
import type { BuiltInView, ViewQuery, ViewsModel } from './view-model.ts';

/**
 * A list that is entered without a word opens with the view that the person chose for it; one that is cleared while it
 * is open stays cleared. Answers whether the list may be asked for: until then it is not known what it should show.
 */
export function useOpeningView(
  { views, opensWith, isReady }: Pick<ViewsModel, 'views' | 'opensWith' | 'isReady'>,
  builtIn: readonly BuiltInView[],
): boolean {
  const { path, query } = usePlace();
  const isEntered = useRef(false);
  const isBare = Object.values(query).every((value) => value === '');
  const opening = queryOf(opensWith, views, builtIn);
  const isWaiting = isBare && !isEntered.current && (!isReady || opening !== null);
  useEffect(() => {
    if (!isReady) return;
    const isFirst = !isEntered.current;
    isEntered.current = true;
    if (!isBare || opening === null) return;
    // The whole list is a view too; its name in the address keeps Back from opening the other one again.
    if (isFirst) navigate(path, { query: opening, replace: true });
    else changeQuery({ view: wholeList });
  });
  return !isWaiting;
}

/** How an address says that all of the list is meant, where something else would open. */
export const wholeList = 'all';

function queryOf(
  opensWith: string | null,
  views: ViewsModel['views'],
  builtIn: readonly BuiltInView[],
): ViewQuery | null {
  const saved = views.find(({ id }) => String(id) === opensWith);
  if (saved) return { ...saved.query, view: String(saved.id) };
  const query = builtIn.find(({ key }) => key === opensWith)?.query ?? {};
  return Object.keys(query).length === 0 ? null : query;
}
