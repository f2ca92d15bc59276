import type { ReactNode } from 'react';
import styles from './list.module.css';

type ListProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  /** Makes each row a button. */
  readonly onOpen?: ((item: Item) => void) | undefined;
  /** Stands at the end of the row, beside the button: the action in the row. */
  readonly action?: ((item: Item) => ReactNode) | undefined;
  readonly empty?: ReactNode;
};

/** A short list: what needs a person, recent orders, held carts. For thousands of rows see Table. */
export function List<Item>({ label, items, itemKey, children, onOpen, action, empty }: ListProps<Item>) {
  if (items.length === 0 && empty !== undefined) return <div className={styles.empty}>{empty}</div>;
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={itemKey(item)} className={styles.item}>
          {onOpen ? (
            <button type="button" className={styles.row} onClick={() => onOpen(item)}>
              {children(item)}
            </button>
          ) : (
            <div className={styles.row}>{children(item)}</div>
          )}
          {action?.(item)}
        </li>
      ))}
    </ul>
  );
}
