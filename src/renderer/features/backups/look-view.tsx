import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { LookCustomers } from './look-customers.tsx';
import { LookOrders } from './look-orders.tsx';
import { LookProducts } from './look-products.tsx';
import styles from './look-view.module.css';

type LookViewProps = { readonly look: Output<'backups.look'>; readonly onClose: () => void };
const parts = ['orders', 'products', 'customers'] as const;

/** A shop as it was, to read: its orders, products and customers. Nothing in it can be changed. */
export function LookView({ look, onClose }: LookViewProps) {
  const { text, format } = useApp();
  const end = useCommand('backups.endLook');
  const [part, setPart] = useState<(typeof parts)[number]>('orders');
  const time = look.asOf === null ? look.facts.shop : format.dateTime(look.asOf);
  const close = () => {
    end.mutate({ token: look.token });
    onClose();
  };
  return (
    <Dialog
      open
      size="full"
      title={text('backups.look-as-of', { shop: look.facts.shop, time })}
      onClose={close}
      footer={<Button onPress={close}>{text('backups.look-close')}</Button>}
    >
      <div className={styles.inside}>
        <Note tone="info">{text('backups.look-read-only', { time })}</Note>
        <Tabs
          label={text('backups.look-parts')}
          tabs={parts.map((key) => ({ key, label: text(`backups.look-${key}`) }))}
          value={part}
          onChange={(next) => setPart(parts.find((one) => one === next) ?? 'orders')}
        >
          {part === 'orders' && <LookOrders look={look} />}
          {part === 'products' && <LookProducts look={look} />}
          {part === 'customers' && <LookCustomers look={look} />}
        </Tabs>
      </div>
    </Dialog>
  );
}
