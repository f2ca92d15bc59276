import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useText } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './toast.module.css';
import { dismissToast, shownToasts, subscribeToasts, type Toast } from './toast-queue.ts';

const icons = { info: Info, positive: CircleCheck, danger: CircleAlert } as const;

/** Where notices appear. Stands once in the window, above dialogs too. */
export function ToastRegion() {
  const text = useText();
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts);
  return (
    <section className={styles.region} aria-label={text('ui.notices')} data-react-aria-top-layer="true">
      <ol className={styles.list} aria-live="polite" aria-relevant="additions">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  );
}

function ToastItem({ toast }: { readonly toast: Toast }) {
  const text = useText();
  const [held, setHeld] = useState(false);
  const { id, tone, staysFor, action } = toast;
  useEffect(() => {
    if (held || staysFor === null) return;
    const timer = setTimeout(() => dismissToast(id), staysFor);
    return () => clearTimeout(timer);
  }, [id, held, staysFor]);
  const Icon = icons[tone];
  return (
    <li
      className={joinClasses(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden="true" className={styles.icon} />
      <p className={styles.message}>{toast.message}</p>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={text('ui.dismiss-notice')}
        onClick={() => dismissToast(id)}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}
