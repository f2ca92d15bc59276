import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { LogInDialog } from './log-in-dialog.tsx';
import { MergeFindDialog } from './merge-find-dialog.tsx';
import { RemoveLogInDialog } from './remove-log-in-dialog.tsx';

export type CustomerDialogKey = 'archive' | 'erase' | 'log-in' | 'remove-log-in' | 'merge';

export type RecordDialogProps = { readonly customer: CustomerDetail; readonly onClose: () => void };

const dialogs = {
  archive: ArchiveDialog,
  erase: EraseDialog,
  'log-in': LogInDialog,
  'remove-log-in': RemoveLogInDialog,
  merge: MergeFindDialog,
} as const;

/** The dialog of one thing that is done with a customer's record. */
export function CustomerRecordDialogs({
  opened,
  ...props
}: RecordDialogProps & { readonly opened: CustomerDialogKey }) {
  const Opened = dialogs[opened];
  return <Opened {...props} />;
}
