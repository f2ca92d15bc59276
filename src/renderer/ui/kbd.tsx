import { keysLabel } from './hotkey-combo.ts';
import styles from './kbd.module.css';

/** A key cap. Silent to screen readers: the control beside it carries `aria-keyshortcuts`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.kbd} aria-hidden="true">
      {keysLabel(keys)}
    </span>
  );
}
