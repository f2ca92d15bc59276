import { useRef } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useText } from '../../ui/app-context.tsx';
import { ScrollEnds } from '../../ui/scroll-ends.tsx';
import styles from './category-bar.module.css';

type CategoryBarProps = {
  readonly categories: Output<'kiosk.categories'>;
  readonly chosen: number | null;
  readonly onChoose: (categoryId: number | null) => void;
};

/** Categories as large buttons: those at the top, and below the chosen one those that it holds. */
export function CategoryBar({ categories, chosen, onChoose }: CategoryBarProps) {
  const text = useText();
  const row = useRef<HTMLDivElement>(null);
  const parentOf = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const way: number[] = [];
  for (let at = chosen; at !== null && !way.includes(at); at = parentOf.get(at) ?? null) way.push(at);
  const top = categories.filter(({ parentId }) => parentId === null);
  const below = categories.filter(({ parentId }) => parentId !== null && way.includes(parentId));
  if (categories.length === 0) return null;
  const chip = (id: number | null, name: string) => (
    <button
      key={id}
      type="button"
      className={styles.chip}
      aria-pressed={id === null ? chosen === null : way.includes(id)}
      onClick={() => onChoose(id)}
    >
      {name}
    </button>
  );
  return (
    <div className={styles.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields, these are buttons */}
      <div ref={row} className={styles.row} role="group" aria-label={text('kiosk.categories')}>
        {chip(null, text('kiosk.all'))}
        {[...top, ...below].map(({ id, name }) => chip(id, name))}
      </div>
      <ScrollEnds row={row} />
    </div>
  );
}
