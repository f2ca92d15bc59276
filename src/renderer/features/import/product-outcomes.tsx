import { useMemo, useRef, useState } from 'react';
import { useApp, useText } from '../../ui/app-context.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { Table } from '../../ui/table.tsx';
import type { ImportPreview } from './import-reducer.ts';
import { outcomeColumns } from './outcome-columns.tsx';
import { filterRows, type PreviewRow, previewRows, type RowFilter } from './preview-rows.ts';
import styles from './product-outcomes.module.css';
import { RowPanel } from './row-panel.tsx';
import { rowName } from './row-words.ts';
import type { ProductImport } from './use-import.ts';

/** As many of each outcome main shows. */
const mostOfEach = 500;

type ProductOutcomesProps = {
  readonly load: ProductImport;
  readonly preview: ImportPreview;
  readonly filter: RowFilter;
};

const rowKey = (row: PreviewRow) => row.key;

/** What happens to each product of the file; a row opens what is said of it. */
export function ProductOutcomes({ load, preview, filter }: ProductOutcomesProps) {
  const { text, format } = useApp();
  const { updateExisting, setStock } = load.state;
  const [openKey, setOpenKey] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(
    () => previewRows(preview, { updateExisting, setStock }),
    [preview, updateExisting, setStock],
  );
  const hasChanges = preview.counts.change > 0;
  const rows = useMemo(() => filterRows(all, filter), [all, filter]);
  const columns = useFittingColumns(
    list,
    useMemo(() => outcomeColumns(text, format, hasChanges), [text, format, hasChanges]),
  );
  const openIndex = rows.findIndex((row) => row.key === openKey);
  const open = rows[openIndex];
  const openAt = (index: number) => {
    const row = rows[index];
    return row === undefined ? undefined : () => setOpenKey(row.key);
  };
  const { create, change, leave } = preview.counts;
  return (
    <div className={styles.outcomes}>
      {Math.max(create, change, leave) > mostOfEach && (
        <p className={styles.first}>{text('import-screen.only-first', { count: mostOfEach })}</p>
      )}
      <div className={styles.split}>
        <div ref={list} className={styles.list}>
          <Table
            label={text('import-screen.products')}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            rowName={(row) => rowName(text, row)}
            onOpen={(row) => setOpenKey(row.key)}
            openKey={open?.key ?? null}
            empty={<Nothing />}
          />
        </div>
        {open !== undefined && (
          <RowPanel
            row={open}
            onClose={() => setOpenKey(null)}
            onPrevious={openAt(openIndex - 1)}
            onNext={openAt(openIndex + 1)}
          />
        )}
      </div>
    </div>
  );
}

function Nothing() {
  const text = useText();
  return text('import-screen.no-rows');
}
