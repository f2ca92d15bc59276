import { DatabaseBackup, FileSpreadsheet, History, ShoppingBag, Store } from 'lucide-react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { navigate } from '../../ui/router.ts';
import styles from './choose-step.module.css';
import { RefusalNote } from './refusal-note.tsx';
import type { ProductImport } from './use-import.ts';

/** Mebibytes; what main takes at most. */
const mostMegabytes = 64;

const kinds = [
  { key: 'shopify', Icon: ShoppingBag },
  { key: 'woocommerce', Icon: Store },
  { key: 'list', Icon: FileSpreadsheet },
] as const;

type ChooseStepProps = { readonly load: ProductImport; readonly onChoose: () => void };

/** Step 1: a file by drop or dialog, and which ones are understood. */
export function ChooseStep({ load, onChoose }: ChooseStepProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles.step}>
      <RefusalNote load={load} onChoose={onChoose} />
      <DropZone
        label={text('import-screen.drop')}
        description={text('import-screen.drop-more', { most: format.number(mostMegabytes) })}
        onDrop={load.choose}
        onChoose={onChoose}
      />
      <section aria-labelledby="import-understood">
        <h2 id="import-understood" className={styles.title}>
          {text('import-screen.understood')}
        </h2>
        <ul className={styles.kinds}>
          {kinds.map(({ key, Icon }) => (
            <li key={key} className={styles.kind}>
              <Icon aria-hidden="true" />
              <h3 className={styles.name}>{text(`import-screen.from-${key}`)}</h3>
              <p className={styles.more}>{text(`import-screen.from-${key}-more`)}</p>
            </li>
          ))}
          <li className={styles.kind}>
            <History aria-hidden="true" />
            <h3 className={styles.name}>{text('import-screen.from-history')}</h3>
            <p className={styles.more}>{text('import-screen.from-history-more')}</p>
            <div className={styles.more}>
              <Button size="small" onPress={() => navigate('/import/history/new')}>
                {text('import-screen.go-to-history')}
              </Button>
            </div>
          </li>
          <li className={styles.kind}>
            <DatabaseBackup aria-hidden="true" />
            <h3 className={styles.name}>{text('import-screen.from-orderlla')}</h3>
            <p className={styles.more}>{text('import-screen.from-orderlla-more')}</p>
            <div className={styles.more}>
              <Button size="small" onPress={() => navigate('/orderlla-import')}>
                {text('import-screen.go-to-orderlla')}
              </Button>
            </div>
          </li>
        </ul>
      </section>
    </div>
  );
}
