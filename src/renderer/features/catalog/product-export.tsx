import type { Input } from '../../../shared/contract/index.ts';
import { useListExport } from '../../bridge/use-list-export.ts';
import { useMay } from '../../bridge/use-session.ts';
import { ExportDialog } from '../../ui/export-dialog.tsx';
import { columnKeys } from './column-choice.ts';
import type { ProductList } from './use-product-list.ts';

type Column = Extract<Input<'lists.export'>, { list: 'products' }>['columns'][number];

/** What a file has beside the columns of the table. */
const inFilesOnly = ['unit', 'compare-price', 'reorder-level', 'number'] as const satisfies readonly Column[];

type ProductExportProps = { readonly list: ProductList; readonly onClose: () => void };

/** The table as it is shown, as a file; costs only for who may see them. */
export function ProductExport({ list, onClose }: ProductExportProps) {
  const seesCost = useMay('see-profit');
  const file = useListExport();
  const columns = (all: boolean): Column[] => {
    const listed = columnKeys.filter((key) => (all || list.columns.has(key)) && (seesCost || key !== 'cost'));
    return ['product', 'variant', ...listed, ...(all ? inFilesOnly : [])];
  };
  return (
    <ExportDialog
      list="products"
      busy={file.isBusy}
      progress={file.progress}
      error={file.error}
      onSave={({ allColumns }, onSaved) =>
        file.save(
          { list: 'products', filter: list.asked, ...list.order, columns: columns(allColumns) },
          onSaved,
        )
      }
      onStop={file.stop}
      onClose={onClose}
    />
  );
}
