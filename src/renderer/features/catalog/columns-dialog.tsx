import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { ColumnsDialog } from '../../ui/columns-dialog.tsx';
import { type ColumnKey, columnKeys, productColumnChoice } from './column-choice.ts';
import type { ProductList } from './use-product-list.ts';

type ColumnsDialogProps = { readonly list: ProductList; readonly onClose: () => void };

const names = {
  sku: 'catalog.sku',
  barcodes: 'catalog.barcode-column',
  category: 'catalog.category',
  'tax-class': 'catalog.tax-class',
  price: 'catalog.price',
  cost: 'catalog.cost',
  'on-hand': 'catalog.on-hand',
  reserved: 'catalog.reserved',
  available: 'catalog.available',
  created: 'catalog.created',
} as const satisfies Record<ColumnKey, string>;

/** Which columns the table has; each shows or goes at once. */
export function ProductColumnsDialog({ list, onClose }: ColumnsDialogProps) {
  const text = useText();
  const seesCost = useMay('see-profit');
  const offered = columnKeys.filter((key) => key !== 'cost' || seesCost);
  return (
    <ColumnsDialog
      help={text('catalog.columns-help')}
      columns={offered.map((key) => ({ key, label: text(names[key]) }))}
      chosen={list.columns}
      usual={productColumnChoice.usual}
      onChoose={list.chooseColumns}
      onClose={onClose}
    />
  );
}
