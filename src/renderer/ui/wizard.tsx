import type { ReactNode } from 'react';
import styles from './wizard.module.css';

/** A screen of several steps, one under the other: header, stepper, step; the step's footer stands at its lower edge. */
export function Wizard({ children }: { readonly children: ReactNode }) {
  return <div className={styles.wizard}>{children}</div>;
}
