import { useMemo } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Select } from '../../ui/select.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import type { ImportField, ImportPreview } from './import-reducer.ts';
import styles from './mapping-table.module.css';
import type { ProductImport } from './use-import.ts';

const none = 'none';

type MappingRowProps = {
  readonly field: ImportField;
  readonly names: readonly string[];
  readonly load: ProductImport;
  readonly preview: ImportPreview;
};

/** One field: its name, the column that fills it, three values that stand there. */
export function MappingRow({ field, names, load, preview }: MappingRowProps) {
  const text = useText();
  const { mapping, touched } = load.state;
  const column = mapping[field];
  const label = text(`import.field-${field}`);
  const choices = useMemo(
    () => [
      { key: none, label: text('import-screen.not-in-file') },
      ...names.map((name, index) => ({ key: String(index), label: name })),
    ],
    [names, text],
  );
  return (
    <tr>
      <th scope="row">
        <span className={styles.field}>
          {label}
          {column !== undefined && !touched.has(field) && (
            <Badge tone={preview.remembered ? 'positive' : 'info'}>
              {text(preview.remembered ? 'import-screen.remembered' : 'import-screen.guessed')}
            </Badge>
          )}
        </span>
      </th>
      <td className={styles.choice}>
        <Select
          label={text('import-screen.column-of', { field: label })}
          hideLabel
          choices={choices}
          value={column === undefined ? none : String(column)}
          onChange={(key) => load.setField(field, key === none ? null : Number(key))}
        />
      </td>
      <td>
        <Samples values={column === undefined ? null : (preview.columnSamples[column] ?? [])} />
      </td>
    </tr>
  );
}

function Samples({ values }: { readonly values: readonly string[] | null }) {
  const text = useText();
  if (values === null) return null;
  if (values.length === 0) return <span className={styles.empty}>{text('import-screen.column-empty')}</span>;
  return (
    <ul className={styles.samples}>
      {values.map((value) => (
        <li key={value} dir="auto" title={value}>
          {value}
        </li>
      ))}
    </ul>
  );
}
