import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { ImportPreview } from './import-reducer.ts';
import styles from './known-products.module.css';
import type { ProductImport } from './use-import.ts';

type KnownProductsProps = { readonly load: ProductImport; readonly preview: ImportPreview };

/** What may happen to products that the shop already has. */
export function KnownProducts({ load, preview }: KnownProductsProps) {
  const text = useText();
  const { details, stock } = preview.changeCounts;
  const { updateExisting, setStock } = load.state;
  return (
    <Card>
      <div className={styles.options}>
        <Switch
          on={updateExisting && details > 0}
          disabled={details === 0}
          onChange={(on) => load.setOption('updateExisting', on)}
          description={text('import-screen.update-existing-more', { count: details })}
        >
          {text('import-screen.update-existing')}
        </Switch>
        <Switch
          on={setStock && stock > 0}
          disabled={stock === 0}
          onChange={(on) => load.setOption('setStock', on)}
          description={text('import-screen.set-stock-more', { count: stock })}
        >
          {text('import-screen.set-stock')}
        </Switch>
      </div>
    </Card>
  );
}
