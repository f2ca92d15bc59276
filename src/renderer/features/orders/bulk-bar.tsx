import { ArrowRight, ChevronDown, X } from 'lucide-react';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './bulk-bar.module.css';
import { orderKeys } from './order-keys.ts';
import { nextStep } from './order-steps.ts';
import type { Bulk } from './use-bulk.ts';
import type { OrderRow } from './use-order-list.ts';

type BulkBarProps = {
  readonly rows: readonly OrderRow[];
  readonly bulk: Bulk;
  /** Escape closes the panel first. */
  readonly hasPanel: boolean;
  readonly onClear: () => void;
};

const bulkSteps = ['shipped', 'in-transit', 'delivered'] as const satisfies readonly OrderStatus[];

/** How many orders are chosen, and what can be done to them together. */
export function BulkBar({ rows, bulk, hasPanel, onClear }: BulkBarProps) {
  const text = useText();
  const mayAdvance = useMay('advance-order');
  const movable = rows.filter((row) => nextStep(row) !== null);
  const stays = rows.length - movable.length;
  const label = text('orders.bulk-advance', { count: movable.length });
  const advance = (to: OrderStatus | null) => bulk.advance(movable, { to, leaveUnpaid: false });
  const canAdvance = mayAdvance && movable.length > 0;
  useHotkeys([
    { keys: orderKeys.next, label, run: () => advance(null), enabled: canAdvance },
    { keys: 'Escape', label: text('orders.bulk-clear'), run: onClear, enabled: !hasPanel },
  ]);
  return (
    <section className={styles.bar} aria-label={text('orders.bulk')}>
      <span className={styles.words} role="status">
        <span className={styles.count}>{text('ui.selected', { count: rows.length })}</span>
        {stays > 0 && <span className={styles.detail}>{text('orders.bulk-done', { count: stays })}</span>}
      </span>
      {canAdvance && (
        <div className={styles.steps}>
          <Button variant="primary" keys={orderKeys.next} onPress={() => advance(null)} pending={bulk.isBusy}>
            {label}
          </Button>
          <Menu
            label={text('orders.bulk-other')}
            trigger={
              <Button label={text('orders.bulk-other')} disabled={bulk.isBusy}>
                <ChevronDown aria-hidden="true" className={styles.arrow} />
              </Button>
            }
            actions={bulkSteps.map((to) => ({
              key: to,
              label: text(`orders.bulk-${to}`),
              icon: <ArrowRight />,
              onAction: () => advance(to),
            }))}
          />
        </div>
      )}
      <IconButton label={text('orders.bulk-clear')} icon={<X />} onPress={onClear} />
    </section>
  );
}
