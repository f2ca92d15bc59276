import { useMemo } from 'react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { columnNames, unusedColumns } from './column-names.ts';
import { fieldGroups } from './field-groups.ts';
import type { ImportPreview } from './import-reducer.ts';
import { MappingGroup } from './mapping-group.tsx';
import styles from './mapping-table.module.css';
import type { ProductImport } from './use-import.ts';

/** Columns left aside that are named; more are counted. */
const mostNamed = 8;

type MappingTableProps = { readonly load: ProductImport; readonly preview: ImportPreview };

/** Each field of a product, the column that fills it, and what stands there. */
export function MappingTable({ load, preview }: MappingTableProps) {
  const text = useText();
  const names = useMemo(() => columnNames(preview, text), [preview, text]);
  const isGuessed = load.state.touched.size === 0;
  return (
    <Card title={text('import-screen.mapping')} flush>
      {isGuessed && (
        <p className={styles.intro}>
          {text(preview.remembered ? 'import-screen.mapping-remembered' : 'import-screen.mapping-guessed')}
        </p>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('import-screen.field')}</th>
            <th scope="col">{text('import-screen.column')}</th>
            <th scope="col">{text('import-screen.sample')}</th>
          </tr>
        </thead>
        {fieldGroups.map((group) => (
          <MappingGroup key={group.key} group={group} names={names} load={load} preview={preview} />
        ))}
      </table>
      <Unused load={load} preview={preview} names={names} />
    </Card>
  );
}

function Unused({ load, preview, names }: MappingTableProps & { readonly names: readonly string[] }) {
  const text = useText();
  const format = useFormat();
  const unused = unusedColumns(preview, load.state.mapping).map((index) => names[index] ?? '');
  if (unused.length === 0) return null;
  const named = format.list(unused.slice(0, mostNamed));
  const more = unused.length - mostNamed;
  const columns =
    more > 0
      ? text('import-screen.unused-more', { columns: unused.slice(0, mostNamed).join(', '), count: more })
      : named;
  return <p className={styles.unused}>{text('import-screen.unused', { columns })}</p>;
}
