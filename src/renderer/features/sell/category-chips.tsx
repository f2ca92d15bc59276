import { useText } from '../../ui/app-context.tsx';
import styles from './category-chips.module.css';
import type { Category } from './category-tree.ts';

type CategoryChipsProps = {
  readonly whole: Category;
  readonly parts: readonly Category[];
  readonly chosenId: number | null;
  readonly onChoose: (categoryId: number) => void;
};

/** The parts of a category, one of which is shown. */
export function CategoryChips({ whole, parts, chosenId, onChoose }: CategoryChipsProps) {
  const text = useText();
  const chip = (category: Category, label: string) => (
    <button
      key={category.id}
      type="button"
      className={styles.chip}
      aria-pressed={category.id === chosenId}
      onClick={() => onChoose(category.id)}
    >
      {label}
    </button>
  );
  return (
    <nav className={styles.chips} aria-label={text('sell.subcategories', { category: whole.name })}>
      {chip(whole, text('sell.whole-category', { category: whole.name }))}
      {parts.map((part) => chip(part, part.name))}
    </nav>
  );
}
