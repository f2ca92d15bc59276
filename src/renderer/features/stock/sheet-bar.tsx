import type { RefObject } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './sheet-bar.module.css';
import { type Sheet, sheetParts } from './use-sheet.ts';

type SheetBarProps = {
  readonly count: Output<'stockCounts.get'>;
  readonly sheet: Sheet;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onCommit: () => void;
};

/** Search, what is shown, and how far the counting is. */
export function SheetBar({ count, sheet, field, onCommit }: SheetBarProps) {
  const text = useText();
  const format = useFormat();
  const { products, counted, different } = count;
  const search = text(count.state === 'open' ? 'stock-take.sheet-search' : 'stock-take.sheet-find');
  const progress = text('stock-take.count-progress', {
    counted: format.number(counted),
    products: format.number(products),
  });
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField
          label={search}
          placeholder={search}
          keys="F2"
          autoFocus={count.state === 'open'}
          value={sheet.words}
          inputRef={field}
          onChange={sheet.search}
          onCommit={onCommit}
        />
      </div>
      <Segmented
        label={text('stock-take.sheet-show')}
        choices={sheetParts.map((key) => ({ key, label: text(`stock-take.sheet-${key}`) }))}
        value={sheet.part}
        onChange={sheet.show}
      />
      <div className={styles.progress}>
        <ProgressBar
          label={progress}
          value={counted}
          most={Math.max(1, products)}
          words={text('stock-take.sheet-differ', { count: different })}
        />
      </div>
    </div>
  );
}
