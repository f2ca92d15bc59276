import type { ReactNode } from 'react';
import styles from './section.module.css';

/** Fields side by side where there is room. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
