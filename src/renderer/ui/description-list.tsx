import type { ReactNode } from 'react';
import styles from './description-list.module.css';

type DescriptionListProps = {
  readonly items: readonly { readonly term: string; readonly detail: ReactNode }[];
};

/** Facts about one thing: term and detail. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className={styles.list}>
      {items.map(({ term, detail }) => (
        <div key={term} className={styles.item}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.detail}>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
