import styles from './spinner.module.css';

/** Turns while something is under way. Only where no progress can be told and no skeleton fits. */
export function Spinner({ label }: { readonly label: string }) {
  return <span className={styles.spinner} role="img" aria-label={label} />;
}
