import { Ban, CalendarClock, Ellipsis, NotebookPen, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { navigate } from '../../ui/router.ts';
import type { Ability, OrderAbilities } from './order-abilities.ts';
import { orderKeys } from './order-keys.ts';
import { type OrderDialog, useOrderWork } from './order-work.ts';

type MoreMenuProps = { readonly order: OrderDetail; readonly abilities: OrderAbilities };

/** Changes of an order that are not the next step; what cannot be done now says why. */
export function MoreMenu({ order, abilities }: MoreMenuProps) {
  const text = useText();
  const work = useOrderWork();
  const open = (kind: OrderDialog['kind']) => () => work.open({ kind, orderId: order.id });
  const isDelivery = order.kind === 'delivery';
  const items = [
    item('edit', <Pencil />, text('orders.edit'), abilities.edit, () => navigate(`/orders/${order.id}/edit`)),
    item(
      'reschedule',
      <CalendarClock />,
      text(isDelivery ? 'orders.change-delivery' : 'orders.change-pickup'),
      abilities.reschedule ? yes : absent,
      open('reschedule'),
    ),
    item('note', <NotebookPen />, text('orders.add-note'), abilities.note ? yes : absent, open('note')),
    item('cancel', <Ban />, text('orders.cancel-ask'), abilities.cancel, open('cancel')),
  ].filter(({ ability }) => ability.kind !== 'absent');
  useHotkeys(
    items.map(({ key, label, ability, onAction }) => ({
      keys: orderKeys[key],
      label,
      run: onAction,
      enabled: ability.kind === 'yes',
    })),
  );
  const [only] = items;
  if (only === undefined) return null;
  if (items.length === 1 && only.ability.kind === 'yes') {
    return (
      <Button icon={only.icon} keys={orderKeys[only.key]} onPress={only.onAction}>
        {only.label}
      </Button>
    );
  }
  return (
    <Menu
      label={text('orders.more')}
      trigger={<Button icon={<Ellipsis />}>{text('orders.more')}</Button>}
      actions={items.map((one): MenuAction => {
        const { key, icon, label, ability, onAction } = one;
        const isCancel = key === 'cancel';
        const isBlocked = ability.kind === 'blocked';
        return {
          ...{ key, icon, label, onAction, keys: orderKeys[key] },
          disabled: isBlocked,
          description: isBlocked ? blockedWords(key, ability.why, text) : undefined,
          danger: isCancel && !isBlocked,
          separated: isCancel,
        };
      })}
    />
  );
}

const yes: Ability = { kind: 'yes' };
const absent: Ability = { kind: 'absent' };

type ItemKey = 'edit' | 'reschedule' | 'note' | 'cancel';

function item(key: ItemKey, icon: ReactNode, label: string, ability: Ability, onAction: () => void) {
  return { key, icon, label, ability, onAction };
}

type Why = Extract<Ability, { kind: 'blocked' }>['why'];

function blockedWords(key: ItemKey, why: Why, text: AppText): string {
  if (why === 'invoiced') return text('orders.edit-invoiced');
  if (why === 'shipped') return text('orders.edit-shipped');
  return text(key === 'cancel' ? 'orders.cancel-no-right' : 'orders.no-right');
}
