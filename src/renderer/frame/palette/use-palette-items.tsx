import { Zap } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type ApiQueryResult, useApiQuery } from '../../bridge/api-query.ts';
import type { Session } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { screenActions } from '../../ui/hotkeys.ts';
import { useEverywhereItems } from './everywhere-actions.tsx';
import { foundItems, recalledItems } from './found-items.tsx';
import { groupItems } from './group-items.ts';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import { screenItems } from './screen-items.tsx';
import { favourites, readUses } from './used-before.ts';

/** How many of each kind main is asked for. */
const mostFound = 6;

export type PaletteUse = {
  readonly session: Session;
  readonly onLock: () => void;
  readonly onShowKeys: () => void;
};

export type PaletteList = {
  readonly groups: readonly PaletteGroup[];
  /** What is listed fits what was typed; while it is not, Enter waits. */
  readonly isSettled: boolean;
  readonly hasFailed: boolean;
};

/** Everything that the person may go to or do, for what is typed. */
export function usePaletteItems(typed: string, use: PaletteUse): PaletteList {
  const { text, format } = useApp();
  const { rights, staffId } = use.session;
  const words = typed.trim();
  const found = useApiQuery(
    'palette.find',
    { text: words, limit: mostFound },
    { enabled: words !== '', keepPrevious: true },
  );
  const [used] = useState(() => favourites(readUses(staffId)));
  const recalled = useRecalled(used).data;
  const everywhere = useEverywhereItems({ rights, onLock: use.onLock, onShowKeys: use.onShowKeys });
  const places = useMemo(() => screenItems(rights, text), [rights, text]);
  const here = hereItems();
  const isHere = new Set(here.map(({ label }) => label));
  const items = [
    ...here,
    ...everywhere.filter(({ label }) => !isHere.has(label)),
    ...places,
    ...(words === '' && recalled ? recalledItems(recalled, { text, format }) : []),
    ...(words !== '' && found.data ? foundItems(found.data, words, { text, format }) : []),
  ];
  return {
    groups: groupItems(items, words, used),
    isSettled: words === '' || isAnswered(found),
    hasFailed: words !== '' && found.isError,
  };
}

function isAnswered(found: ApiQueryResult<'palette.find'>): boolean {
  return found.isError || (found.isSuccess && !found.isPlaceholderData);
}

/** What the screen itself offers: the same register that its keys stand in. */
function hereItems(): readonly PaletteItem[] {
  return screenActions().map(({ label, keys, asksManager, run }) => ({
    ...{ key: `here ${label}`, group: 'here' as const, label, keys, asksManager, run },
    lead: <Zap />,
  }));
}

/** What was opened before is kept by number; its name is asked for. */
function useRecalled(used: readonly string[]) {
  const idsOf = (kind: string) =>
    used.flatMap((key) => {
      const id = new RegExp(`^${kind} ([1-9]\\d{0,14})$`, 'u').exec(key)?.[1];
      return id === undefined ? [] : [Number(id)];
    });
  const ids = { orderIds: idsOf('order'), productIds: idsOf('product'), customerIds: idsOf('customer') };
  const isAny = Object.values(ids).some((some) => some.length > 0);
  return useApiQuery('palette.recall', ids, { enabled: isAny });
}
