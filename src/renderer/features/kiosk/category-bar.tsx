import type { Output } from '../../../shared/contract/index.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './choose-step.module.css';

type CategoryBarProps = {
  readonly categories: Output<'kiosk.categories'>;
  readonly chosen: number | null;
  readonly onChoose: (categoryId: number | null) => void;
};

/** Categories as large buttons: those at the top, and below the chosen one those that it holds. */
export function CategoryBar({ categories, chosen, onChoose }: CategoryBarProps) {
  const text = useText();
  const parentOf = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const way: number[] = [];
  for (let at = chosen; at !== null && !way.includes(at); at = parentOf.get(at) ?? null) way.push(at);
  const top = categories.filter(({ parentId }) => parentId === null);
  const below = categories.filter(({ parentId }) => parentId !== null && way.includes(parentId));
  if (categories.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields, these are buttons
    <div className={styles.categories} role="group" aria-label={text('kiosk.step-choose')}>
      <Button size="touch" variant={chosen === null ? 'primary' : 'secondary'} onPress={() => onChoose(null)}>
        {text('kiosk.all')}
      </Button>
      {[...top, ...below].map(({ id, name }) => (
        <Button
          key={id}
          size="touch"
          variant={way.includes(id) ? 'primary' : 'secondary'}
          onPress={() => onChoose(id)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
