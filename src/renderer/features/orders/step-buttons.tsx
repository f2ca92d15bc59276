import { ArrowRight, ChevronDown } from 'lucide-react';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useActions, useHotkeys } from '../../ui/hotkeys.ts';
import { Menu } from '../../ui/menu.tsx';
import { orderKeys } from './order-keys.ts';
import { stepWords } from './order-steps.ts';
import { useOrderWork } from './order-work.ts';
import styles from './step-buttons.module.css';
import type { Movable } from './use-advance.ts';

type StepButtonsProps = {
  readonly order: Movable;
  readonly next: OrderStatus | null;
  readonly others: readonly OrderStatus[];
};

/** The next step in one press, and behind the arrow the steps that leave one out. */
export function StepButtons({ order, next, others }: StepButtonsProps) {
  const text = useText();
  const { advance, busyId, hasChosen } = useOrderWork();
  const label = next === null ? '' : stepWords(next, order, text);
  const go = () => {
    if (next !== null) advance(order, next);
  };
  useHotkeys([{ keys: orderKeys.next, label, run: go, enabled: next !== null && !hasChosen }]);
  useActions(others.map((to) => ({ label: stepWords(to, order, text), run: () => advance(order, to) })));
  if (next === null) return null;
  return (
    <div className={styles.steps} data-split={others.length > 0 || undefined}>
      <Button
        variant="primary"
        keys={hasChosen ? undefined : orderKeys.next}
        onPress={go}
        pending={busyId === order.id}
      >
        {label}
      </Button>
      {others.length > 0 && (
        <Menu
          label={text('orders.other-steps')}
          trigger={
            <Button variant="primary" label={text('orders.other-steps')} disabled={busyId === order.id}>
              <ChevronDown aria-hidden="true" className={styles.arrow} />
            </Button>
          }
          actions={others.map((to) => ({
            key: to,
            label: stepWords(to, order, text),
            icon: <ArrowRight />,
            onAction: () => advance(order, to),
          }))}
        />
      )}
    </div>
  );
}
