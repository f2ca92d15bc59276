import { Copy, MoreHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Dialog } from '../dialog.tsx';
import { IconButton } from '../icon-button.tsx';
import { Menu } from '../menu.tsx';
import { TextField } from '../text-field.tsx';
import { toast } from '../toast-queue.ts';
import styles from './gallery.module.css';

export function OverlaysPage() {
  const [shown, setShown] = useState<'none' | 'form' | 'confirm'>('none');
  const [name, setName] = useState('');
  const close = () => setShown('none');
  const notify = () => {
    toast('Order 1042 cancelled. 3 items went back to stock. 24.00 to refund by card.', {
      action: { label: 'Give refund', run: () => {} },
    });
    toast('The receipt could not be printed. The sale is safe.', { tone: 'danger' });
  };
  return (
    <>
      <h1>Overlays</h1>
      <div className={styles.row}>
        <Button onPress={() => setShown('form')}>Open dialog</Button>
        <Button onPress={() => setShown('confirm')}>Open question</Button>
        <Button onPress={notify}>Show notices</Button>
        <Menu
          label="More"
          trigger={<IconButton label="More actions" icon={<MoreHorizontal />} />}
          actions={[
            { key: 'copy', label: 'Copy order', icon: <Copy />, keys: 'Mod+D', onAction: notify },
            {
              key: 'cancel',
              label: 'Cancel order',
              icon: <Trash2 />,
              danger: true,
              separated: true,
              onAction: notify,
            },
          ]}
        />
      </div>
      <Dialog
        open={shown === 'form'}
        onClose={close}
        title="New customer"
        onSubmit={close}
        footer={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button type="submit" variant="primary">
              Add customer
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <TextField label="Name" value={name} onChange={setName} autoFocus />
          <TextField label="Phone" type="tel" value="" onChange={setName} optional />
        </div>
      </Dialog>
      <ConfirmDialog
        open={shown === 'confirm'}
        danger
        title="Cancel order 1042"
        action="Cancel order"
        keep="Keep order"
        onConfirm={close}
        onClose={close}
      >
        3 items go back to stock. 24.00 is to be refunded by card.
      </ConfirmDialog>
    </>
  );
}
