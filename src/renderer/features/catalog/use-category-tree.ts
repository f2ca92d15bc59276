import { useMemo, useState } from 'react';
import { categoryTree } from '../../../shared/domain/category-tree.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { type CategoryNode, type CategoryPlace, isWithin } from './category-moves.ts';

export type TreeRow = CategoryNode & {
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
};

/** The tree as it is shown: what is folded, what is chosen, and moving a category in it. */
export function useCategoryTree() {
  const text = useText();
  const errorText = useErrorText();
  const answer = useApiQuery('catalog.allCategories', {});
  const move = useCommand('catalog.moveCategory');
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [chosenId, choose] = useState<number | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const [said, setSaid] = useState('');
  const all = answer.data ?? nothing;
  const shown = useMemo(() => all.filter(({ archived }) => withArchived || !archived), [all, withArchived]);
  const rows = useMemo(() => treeRows(shown, folded), [shown, folded]);
  const chosen = all.find(({ id }) => id === chosenId) ?? null;

  const fold = (categoryId: number, isFolded: boolean) => {
    const next = new Set(folded);
    if (isFolded) next.add(categoryId);
    else next.delete(categoryId);
    setFolded(next);
  };
  const moveTo = (category: CategoryNode, place: CategoryPlace | null) => {
    if (place === null || move.isPending) return;
    move.mutate(
      { categoryId: category.id, ...place },
      {
        onSuccess: () => {
          if (place.parentId !== null) fold(place.parentId, false);
          const nameOf = (id: number) => all.find((one) => one.id === id)?.name ?? '';
          const { name } = category;
          if (place.beforeId !== null)
            setSaid(text('categories.moved-before', { name, other: nameOf(place.beforeId) }));
          else if (place.parentId !== null)
            setSaid(text('categories.moved-below', { name, other: nameOf(place.parentId) }));
          else setSaid(text('categories.moved-last', { name }));
        },
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  };
  return {
    all,
    shown,
    rows,
    chosen,
    choose: (categoryId: number | null) => choose(categoryId),
    fold,
    moveTo,
    /** The last move, for whoever does not see it. */
    said,
    withArchived,
    setWithArchived,
    isLoading: answer.isPending,
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}
export type CategoryTree = ReturnType<typeof useCategoryTree>;

const nothing: readonly CategoryNode[] = [];

/** The rows that are seen: none below a folded one. */
function treeRows(shown: readonly CategoryNode[], folded: ReadonlySet<number>): readonly TreeRow[] {
  const parents = new Set(shown.map(({ parentId }) => parentId));
  const hiding = [...folded];
  return categoryTree(shown)
    .filter((row) => !hiding.some((id) => id !== row.id && isWithin(shown, row.id, id)))
    .map((row) => ({ ...row, hasChildren: parents.has(row.id), isOpen: !folded.has(row.id) }));
}
