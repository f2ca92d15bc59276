import { HandHelping, History, Keyboard, PackageOpen, PencilLine } from 'lucide-react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { navigate } from '../../ui/router.ts';
import { sellKeys } from './sell-keys.ts';
import styles from './shelf-bar.module.css';

export type ShelfDialog = 'held' | 'recent' | 'custom-item' | 'help';

type ShelfBarProps = {
  readonly maySeeOrders: boolean;
  readonly onOpen: (dialog: ShelfDialog) => void;
};

/** What else the till can do: carts on hold, orders of before, things in no catalogue, goods that come back. */
export function ShelfBar({ maySeeOrders, onOpen }: ShelfBarProps) {
  const text = useText();
  const mayTakeBack = useMay('refund');
  const held = useApiQuery('carts.listHeld', {}).data?.length ?? 0;
  const open = (dialog: ShelfDialog) => () => onOpen(dialog);
  return (
    <div className={styles.bar}>
      <Button variant="quiet" icon={<HandHelping />} keys={sellKeys.held} onPress={open('held')}>
        {text('sell.held')} {held > 0 && <span className={styles.count}>{held}</span>}
      </Button>
      <Button
        variant="quiet"
        icon={<History />}
        keys={sellKeys.recent}
        onPress={open('recent')}
        disabledReason={maySeeOrders ? undefined : text('sell.no-orders-right')}
      >
        {text('sell.recent')}
      </Button>
      <Button variant="quiet" icon={<PencilLine />} keys={sellKeys.customItem} onPress={open('custom-item')}>
        {text('sell.custom-item')}
      </Button>
      {mayTakeBack && (
        <Button
          variant="quiet"
          icon={<PackageOpen />}
          keys={sellKeys.goodsBack}
          onPress={() => navigate('/returns')}
        >
          {text('sell.goods-back')}
        </Button>
      )}
      <span className={styles.space} />
      <IconButton icon={<Keyboard />} label={text('sell.keys')} onPress={open('help')} />
    </div>
  );
}
