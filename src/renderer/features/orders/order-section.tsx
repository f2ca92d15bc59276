import { type ReactNode, useId } from 'react';
import styles from './order-section.module.css';

/** A part of an order in the side panel. */
export function OrderSection({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
      )}
      {children}
    </section>
  );
}
