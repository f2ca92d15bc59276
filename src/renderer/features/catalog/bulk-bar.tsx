import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './bulk-bar.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { ProductList } from './use-product-list.ts';
import type { TableSelection } from './use-product-selection.ts';

type BulkBarProps = { readonly list: ProductList; readonly selection: TableSelection };

/** Under the table while products are chosen: how many, all that fit, and changing them together. */
export function BulkBar({ list, selection }: BulkBarProps) {
  const text = useText();
  const [isEditing, setEditing] = useState(false);
  const { count, atLeast, bulk } = selection;
  if (bulk === null || count === 0) return null;
  const total = list.count?.count ?? list.rows.length;
  const isMore = !selection.isEverything && (list.count?.atLeast || count < total);
  return (
    <section className={styles.bar} aria-label={text('bulk.bar')}>
      <span role="status" className={styles.count}>
        {text(atLeast ? 'bulk.chosen-many' : 'bulk.chosen', { count })}
      </span>
      {isMore && (
        <Button variant="quiet" size="small" onPress={selection.chooseAll}>
          {list.count?.atLeast ? text('bulk.choose-all-many') : text('bulk.choose-all', { count: total })}
        </Button>
      )}
      <Button variant="quiet" size="small" onPress={selection.clear}>
        {text('bulk.clear')}
      </Button>
      <span className={styles.gap} />
      <Button variant="primary" icon={<PencilLine />} onPress={() => setEditing(true)}>
        {atLeast ? text('bulk.edit-many') : text('bulk.edit', { count })}
      </Button>
      {isEditing && (
        <BulkDialog
          selection={bulk}
          isArchived={list.filter.show === 'archived'}
          onDone={selection.clear}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
}
