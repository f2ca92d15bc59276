import type { Input } from '../../../shared/contract/index.ts';
import { useListExport } from '../../bridge/use-list-export.ts';
import { ExportDialog } from '../../ui/export-dialog.tsx';
import type { CustomerList } from './use-customer-list.ts';

type Column = Extract<Input<'lists.export'>, { list: 'customers' }>['columns'][number];

/** As the table has them; those it leaves out for want of room come along. */
const listed: readonly Column[] = ['number', 'name', 'phone', 'email', 'orders', 'spent', 'owed', 'last'];
const inFilesOnly: readonly Column[] = ['cancelled', 'first', 'created'];

type CustomerExportProps = { readonly list: CustomerList; readonly onClose: () => void };

/** The directory as it is shown, as a file. */
export function CustomerExport({ list, onClose }: CustomerExportProps) {
  const file = useListExport();
  const { text, show, sort, descending } = list.filter;
  return (
    <ExportDialog
      list="customers"
      busy={file.isBusy}
      progress={file.progress}
      error={file.error}
      onSave={({ allColumns }, onSaved) =>
        file.save(
          {
            ...{ list: 'customers', text: text.trim(), show, sort, descending },
            columns: [...listed, ...(allColumns ? inFilesOnly : [])],
          },
          onSaved,
        )
      }
      onStop={file.stop}
      onClose={onClose}
    />
  );
}
