import { Ban, CalendarClock, Ellipsis, HandCoins, NotebookPen, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { navigate } from '../../ui/router.ts';
import { type Ability, isOffered, type OrderAbilities } from './order-abilities.ts';
import { orderKeys } from './order-keys.ts';
import { type OrderDialog, useOrderWork } from './order-work.ts';

type MoreMenuProps = { readonly order: OrderDetail; readonly abilities: OrderAbilities };

/** Changes of an order that are not the next step; what cannot be done now says why. */
export function MoreMenu({ order, abilities }: MoreMenuProps) {
  const text = useText();
  const items = useItems(order, abilities);
  useHotkeys(
    items.map(({ key, label, ability, onAction }) => ({
      keys: orderKeys[key],
      label,
      run: onAction,
      enabled: isOffered(ability),
      asksManager: ability.kind === 'ask',
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
      actions={items.map((one) => menuAction(one, text))}
    />
  );
}

function useItems(order: OrderDetail, abilities: OrderAbilities): readonly Item[] {
  const text = useText();
  const work = useOrderWork();
  const open = (kind: OrderDialog['kind']) => () => work.open({ kind, orderId: order.id });
  const change = text(order.kind === 'delivery' ? 'orders.change-delivery' : 'orders.change-pickup');
  const onEdit = () => navigate(`/orders/${order.id}/edit`);
  const { edit, cancel } = abilities;
  const items: readonly Item[] = [
    { key: 'edit', icon: <Pencil />, label: text('orders.edit'), ability: edit, onAction: onEdit },
    {
      ...{ key: 'reschedule', icon: <CalendarClock />, label: change },
      ...{ ability: abilities.reschedule, onAction: open('reschedule') },
    },
    {
      ...{ key: 'note', icon: <NotebookPen />, label: text('orders.add-note') },
      ...{ ability: abilities.note ? { kind: 'yes' } : { kind: 'absent' }, onAction: open('note') },
    },
    {
      ...{ key: 'giveBack', icon: <HandCoins />, label: text('orders.give-back-ask') },
      ...{ ability: abilities.giveBack, onAction: open('give-back') },
    },
    {
      ...{ key: 'cancel', icon: <Ban />, label: text('orders.cancel-ask') },
      ...{ ability: cancel, onAction: open('cancel') },
    },
  ];
  return items.filter(({ ability }) => ability.kind !== 'absent');
}

function menuAction({ key, icon, label, ability, onAction }: Item, text: AppText): MenuAction {
  const isCancel = key === 'cancel';
  const isBlocked = ability.kind === 'blocked';
  return {
    ...{ key, icon, label, onAction, keys: orderKeys[key] },
    disabled: isBlocked,
    description: whyWords(ability, text),
    danger: isCancel && !isBlocked,
    separated: isCancel,
  };
}

type ItemKey = 'edit' | 'reschedule' | 'note' | 'giveBack' | 'cancel';

type Item = {
  readonly key: ItemKey;
  readonly icon: ReactNode;
  readonly label: string;
  readonly ability: Ability;
  readonly onAction: () => void;
};

/** What stands in the way, or who has to be asked. */
function whyWords(ability: Ability, text: AppText): string | undefined {
  if (ability.kind === 'ask') return text('orders.needs-approval');
  if (ability.kind !== 'blocked') return undefined;
  if (ability.why === 'invoiced') return text('orders.edit-invoiced');
  return text(ability.why === 'shipped' ? 'orders.edit-shipped' : 'orders.no-right');
}
