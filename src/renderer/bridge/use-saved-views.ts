import type { Input, Output } from '../../shared/contract/index.ts';
import { useApiQuery } from './api-query.ts';
import { useCommand } from './use-command.ts';
import { useMay } from './use-session.ts';

type List = Input<'views.list'>['list'];
type SavedView = Output<'views.list'>['views'][number];
type Query = SavedView['query'];

const none: readonly SavedView[] = [];

/** The views of a list that the person has, and all that is done to them. Each change answers when main has. */
export function useSavedViews(list: List) {
  const { data, isPending } = useApiQuery('views.list', { list });
  const create = useCommand('views.create');
  const update = useCommand('views.update');
  const move = useCommand('views.move');
  const remove = useCommand('views.delete');
  const openWith = useCommand('views.openWith');
  const mayShare = useMay('change-settings');
  const views = data?.views ?? none;
  const opensWith = data?.opensWith ?? null;
  const isBusy = [create, update, move, remove, openWith].some((command) => command.isPending);
  return {
    views,
    /** The key of what the list opens with; null for all of it. */
    opensWith,
    /** Known, or not to be had: the list need not wait any longer. */
    isReady: !isPending,
    mayShare,
    isBusy,
    create: async (name: string, query: Query, shared: boolean) =>
      (await create.mutateAsync({ list, name, query, shared })).viewId,
    update: async (viewId: number, change: Omit<Input<'views.update'>, 'viewId'>) => {
      await update.mutateAsync({ viewId, ...change });
    },
    move: async (viewId: number, by: -1 | 1) => {
      await move.mutateAsync({ viewId, by });
    },
    remove: async (viewId: number) => {
      await remove.mutateAsync({ viewId });
    },
    openWith: async (view: string | null) => {
      await openWith.mutateAsync({ list, view });
    },
  };
}
