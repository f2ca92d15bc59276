import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  FileDown,
  KeyRound,
  Merge,
  Pencil,
  UserRoundX,
} from 'lucide-react';
import { useState } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useActions, useHotkeys } from '../../ui/hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { type CustomerDialogKey, CustomerRecordDialogs } from './customer-record-dialogs.tsx';
import { useRestore } from './use-restore.ts';
import { useSaveData } from './use-save-data.ts';

type Opened = CustomerDialogKey | 'edit' | null;

/** What can be done with a customer, as the person's rights allow. */
export function CustomerActions({ customer }: { readonly customer: CustomerDetail }) {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  const [opened, setOpened] = useState<Opened>(null);
  const isArchived = customer.archivedAt !== null;
  const restore = useRestore(customer);
  const actions = useRecordActions(customer, setOpened);
  useHotkeys([
    {
      keys: 'F4',
      label: text('customers.edit'),
      run: () => setOpened('edit'),
      enabled: mayEdit && !isArchived,
    },
  ]);
  useActions(actions.map(({ label, onAction }) => ({ label, run: onAction })));
  const close = () => setOpened(null);
  return (
    <>
      {mayEdit &&
        (isArchived ? (
          <Button icon={<ArchiveRestore />} pending={restore.isPending} onPress={restore.run}>
            {text('customers.restore')}
          </Button>
        ) : (
          <Button icon={<Pencil />} keys="F4" onPress={() => setOpened('edit')}>
            {text('customers.edit')}
          </Button>
        ))}
      {actions.length > 0 && (
        <Menu
          label={text('customers.more')}
          trigger={<IconButton label={text('customers.more')} icon={<Ellipsis />} />}
          actions={actions}
        />
      )}
      {opened === 'edit' ? (
        <CustomerDialog customer={customer} onClose={close} onSaved={close} />
      ) : (
        opened !== null && <CustomerRecordDialogs opened={opened} customer={customer} onClose={close} />
      )}
    </>
  );
}

function useRecordActions(
  customer: CustomerDetail,
  open: (dialog: CustomerDialogKey) => void,
): readonly MenuAction[] {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  const mayReset = useMay('reset-log-ins');
  const mayExport = useMay('export');
  const mayErase = useMay('erase-customers');
  const saveData = useSaveData(customer);
  const isArchived = customer.archivedAt !== null;
  const logIn: MenuAction = {
    key: 'log-in',
    label: text(customer.username === null ? 'customers.log-in-set' : 'customers.log-in-reset'),
    icon: <KeyRound />,
    onAction: () => open('log-in'),
  };
  const merge: MenuAction = {
    key: 'merge',
    label: text('customers.merge-with'),
    icon: <Merge />,
    onAction: () => open('merge'),
  };
  const data: MenuAction = {
    key: 'data',
    label: text('customers.save-data'),
    icon: <FileDown />,
    onAction: saveData,
  };
  const archive: MenuAction = {
    key: 'archive',
    label: text('customers.archive'),
    icon: <Archive />,
    onAction: () => open('archive'),
    separated: true,
  };
  const erase: MenuAction = {
    key: 'erase',
    label: text('customers.erase'),
    icon: <UserRoundX />,
    onAction: () => open('erase'),
    danger: true,
    separated: !mayEdit || isArchived,
  };
  return [
    ...(mayReset && !isArchived ? [logIn] : []),
    ...(mayEdit ? [merge] : []),
    ...(mayExport ? [data] : []),
    ...(mayEdit && !isArchived ? [archive] : []),
    ...(mayErase ? [erase] : []),
  ];
}
