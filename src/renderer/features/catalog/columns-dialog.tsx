import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type ColumnKey, columnKeys, readColumns } from './column-choice.ts';
import styles from './columns-dialog.module.css';
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
export function ColumnsDialog({ list, onClose }: ColumnsDialogProps) {
  const text = useText();
  const seesCost = useMay('see-profit');
  const toggle = (key: ColumnKey, isShown: boolean) => {
    const next = new Set(list.columns);
    if (isShown) next.add(key);
    else next.delete(key);
    list.chooseColumns(next);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('catalog.columns')}
      size="small"
      footer={
        <>
          <Button variant="quiet" onPress={() => list.chooseColumns(readColumns(undefined))}>
            {text('catalog.columns-usual')}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {text('catalog.columns-done')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <p className={styles.help}>{text('catalog.columns-help')}</p>
        {columnKeys
          .filter((key) => key !== 'cost' || seesCost)
          .map((key) => (
            <Checkbox key={key} checked={list.columns.has(key)} onChange={(checked) => toggle(key, checked)}>
              {text(names[key])}
            </Checkbox>
          ))}
      </div>
    </Dialog>
  );
}
