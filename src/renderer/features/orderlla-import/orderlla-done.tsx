import { useEffect, useRef } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { navigate } from '../../ui/router.ts';
import styles from './orderlla-done.module.css';
import type { OrderllaImport } from './use-orderlla-import.ts';

/** What came in, its report, and where to go from here. */
export function OrderllaDone({ load }: { readonly load: OrderllaImport }) {
  const text = useText();
  const maySeeOrders = useMay('see-orders');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { made } = load;
  if (made === null) return null;
  return (
    <div className={styles.done}>
      <Drawing name="done" size="large" />
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {text('orderlla-import.done', { count: made.created.orders })}
      </h2>
      <p className={styles.more}>{text('orderlla-import.done-more')}</p>
      <div className={styles.actions}>
        <Button onPress={load.saveReport} pending={load.isSaving}>
          {text('orderlla-import.save-report')}
        </Button>
        {maySeeOrders && (
          <Button variant="primary" onPress={() => navigate('/orders')}>
            {text('orderlla-import.see-orders')}
          </Button>
        )}
      </div>
    </div>
  );
}
