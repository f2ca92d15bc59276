// biome-ignore-all lint/a11y/useFocusableInteractive: the tree holds the focus and points at its active row
import { ChevronRight } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useId, useState } from 'react';
import { useApp } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Badge } from '../../ui/status-pill.tsx';
import { placeAfterStep, placeOfDrop } from './category-moves.ts';
import { CategoryName } from './category-name.tsx';
import styles from './category-tree-view.module.css';
import { stepOfKey, treeMove } from './tree-keys.ts';
import type { CategoryTree, TreeRow } from './use-category-tree.ts';

type CategoryTreeViewProps = { readonly tree: CategoryTree; readonly onNew: () => void };
type Zone = 'before' | 'after' | 'inside';
type Over = { readonly id: number; readonly zone: Zone };

/** The categories as a tree: arrows walk and fold, with Alt they move what is chosen; dragging does too. */
export function CategoryTreeView({ tree, onNew }: CategoryTreeViewProps) {
  const { text, direction } = useApp();
  const id = useId();
  const { rows, chosen, choose } = tree;
  const dragging = useDragging(tree);
  const active = rows.findIndex((row) => row.id === chosen?.id);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    if (event.altKey) {
      const step = stepOfKey(event.key, direction);
      if (step === null || row === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      tree.moveTo(row, placeAfterStep(tree.shown, row.id, step));
      return;
    }
    if (event.key === 'Insert') onNew();
    const move = treeMove(event.key, rows, active, direction);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'fold') tree.fold(move.id, move.isFolded);
    else choose(move.id);
  };
  return (
    <div
      role="tree"
      aria-label={text('categories.tree')}
      tabIndex={0}
      aria-activedescendant={active < 0 ? undefined : `${id} ${rows[active]?.id}`}
      className={styles.tree}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active < 0 && rows[0]) choose(rows[0].id);
      }}
    >
      {rows.map((row) => (
        <Row
          key={row.id}
          id={`${id} ${row.id}`}
          row={row}
          tree={tree}
          zone={dragging.over?.id === row.id ? dragging.over.zone : null}
          onDragStart={() => dragging.start(row)}
          onDragOver={(event) => dragging.overRow(event, row)}
          onDrop={dragging.drop}
        />
      ))}
    </div>
  );
}

/** A row on its way by mouse, and where it would go if it were let go now. */
function useDragging(tree: CategoryTree) {
  const [dragged, setDragged] = useState<TreeRow | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  return {
    over,
    start: setDragged,
    overRow: (event: DragEvent, row: TreeRow) => {
      const zone = zoneOf(event);
      if (!dragged || placeOfDrop(tree.shown, dragged.id, row.id, zone) === null) return setOver(null);
      event.preventDefault();
      if (over?.id !== row.id || over.zone !== zone) setOver({ id: row.id, zone });
    },
    drop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged && over) tree.moveTo(dragged, placeOfDrop(tree.shown, dragged.id, over.id, over.zone));
      setDragged(null);
      setOver(null);
    },
  };
}

type RowProps = {
  readonly id: string;
  readonly row: TreeRow;
  readonly tree: CategoryTree;
  readonly zone: Zone | null;
  readonly onDragStart: () => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
};

function Row({ id, row, tree, zone, onDragStart, onDragOver, onDrop }: RowProps) {
  const { text } = useApp();
  const isChosen = tree.chosen?.id === row.id;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree walks and folds by keyboard
    <div
      id={id}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={isChosen}
      aria-expanded={row.hasChildren ? row.isOpen : undefined}
      data-zone={zone ?? undefined}
      className={joinClasses(styles.row, isChosen && styles.chosen)}
      style={{ paddingInlineStart: `${row.depth * 1.5 + 0.5}rem` }}
      draggable
      onDragStart={onDragStart}
      onDragOver={onDragOver}
      onDrop={onDrop}
      onClick={() => tree.choose(row.id)}
    >
      <span
        aria-hidden="true"
        className={joinClasses(styles.fold, row.isOpen && styles.unfolded)}
        onClick={(event) => {
          event.stopPropagation();
          if (row.hasChildren) tree.fold(row.id, row.isOpen);
        }}
      >
        {row.hasChildren && <ChevronRight />}
      </span>
      <span className={styles.name}>
        <CategoryName name={row.name} colour={row.colour} />
      </span>
      {row.archived && <Badge>{text('categories.is-archived')}</Badge>}
      <span className={styles.count}>{text('categories.products', { count: row.productCount })}</span>
    </div>
  );
}

/** Above, onto or under the row, by where in its height the pointer is. */
function zoneOf(event: DragEvent): Zone {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const share = height === 0 ? 0.5 : (event.clientY - top) / height;
  return share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'inside';
}
