import { hueOf } from '../../ui/initials.ts';
import styles from './category-name.module.css';

type CategoryNameProps = { readonly name: string; readonly colour: number };

/** A category with the dot of its colour: the one that stand-in pictures of its products have. */
export function CategoryName({ name, colour }: CategoryNameProps) {
  return (
    <span className={styles.category}>
      <span
        aria-hidden="true"
        className={styles.dot}
        style={{ background: `var(--hue-${hueOf(String(colour))})` }}
      />
      <span dir="auto" className={styles.name} title={name}>
        {name}
      </span>
    </span>
  );
}
