import { PackageOpen } from 'lucide-react';
import { useRef } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { navigate } from '../../ui/router.ts';
import { MoreMenu } from './more-menu.tsx';
import { isOffered } from './order-abilities.ts';
import styles from './order-actions.module.css';
import { orderKeys } from './order-keys.ts';
import { useOrderWork } from './order-work.ts';
import { PaperMenu } from './paper-menu.tsx';
import { StepButtons } from './step-buttons.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useOrderAbilities } from './use-order-abilities.ts';

/** What can be done with an order, the next step last. What does not belong to it is not there. */
export function OrderActions({ order }: { readonly order: OrderDetail }) {
  const { text, format } = useApp();
  const { open } = useOrderWork();
  const box = useRef<HTMLDivElement>(null);
  useKeptFocus(box, order.status);
  const abilities = useOrderAbilities(order);
  const pay = () => open({ kind: 'pay', orderId: order.id });
  const goBack = () => navigate('/returns', { query: { order: String(order.id) } });
  useHotkeys([
    {
      ...{ keys: orderKeys.pay, label: text('orders.pay'), run: pay, enabled: isOffered(abilities.pay) },
      asksManager: abilities.pay.kind === 'ask',
    },
    {
      ...{ keys: orderKeys.goBack, label: text('orders.take-back'), run: goBack },
      enabled: abilities.goBack.kind === 'yes',
    },
  ]);
  return (
    <div ref={box} tabIndex={-1} className={styles.actions}>
      <MoreMenu order={order} abilities={abilities} />
      <PaperMenu orderId={order.id} abilities={abilities} />
      {abilities.goBack.kind !== 'absent' && (
        <Button
          icon={<PackageOpen />}
          keys={orderKeys.goBack}
          onPress={goBack}
          disabledReason={abilities.goBack.kind === 'yes' ? undefined : text('orders.no-right')}
        >
          {text('orders.take-back')}
        </Button>
      )}
      {isOffered(abilities.giveBack) && order.dueBack > 0 && (
        <Button keys={orderKeys.giveBack} onPress={() => open({ kind: 'give-back', orderId: order.id })}>
          {text('orders.give-back', { amount: format.money(order.dueBack) })}
        </Button>
      )}
      {isOffered(abilities.pay) && (
        <Button
          keys={orderKeys.pay}
          onPress={pay}
          variant={abilities.next === null ? 'primary' : 'secondary'}
        >
          {text('orders.pay')}
        </Button>
      )}
      <StepButtons order={order} next={abilities.next} others={abilities.others} />
    </div>
  );
}
