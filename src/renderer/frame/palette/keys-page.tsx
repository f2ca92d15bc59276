import { useText } from '../../ui/app-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { KeysOf, ListedKeys } from '../../ui/hotkeys.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './keys-page.module.css';

type KeysPageProps = { readonly keys: ListedKeys; readonly onClose: () => void };

/** Every key that worked when it was opened: those of the screen, then those of everywhere. */
export function KeysPage({ keys, onClose }: KeysPageProps) {
  const text = useText();
  return (
    <Dialog open onClose={onClose} title={text('palette.keys-title')} size="large" closeOnOutside>
      <div className={styles.groups}>
        {keys.screen.length > 0 && <Keys title={text('palette.keys-here')} rows={keys.screen} />}
        <Keys title={text('palette.keys-everywhere')} rows={keys.everywhere} />
      </div>
      <p className={styles.scan}>{text('palette.keys-scan')}</p>
    </Dialog>
  );
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly KeysOf[] }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>
        {rows.map((row) => (
          <div key={row.label} className={styles.row}>
            <dt className={styles.label}>{row.label}</dt>
            <dd className={styles.caps}>
              <VisuallyHidden>{row.keys.join(', ')}</VisuallyHidden>
              {row.keys.map((one) => (
                <Kbd key={one} keys={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
