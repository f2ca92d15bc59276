import { type ReactNode, useMemo } from 'react';
import { useText } from './app-context.tsx';
import styles from './mapping-table.module.css';
import { Select } from './select.tsx';

const none = 'none';

type MappingRowProps = {
  readonly label: string;
  /** Beside the label: whether it was guessed, what it means. */
  readonly aside?: ReactNode;
  /** What the file's columns are called. */
  readonly names: readonly string[];
  /** The column that fills the field, counted from 0; null for none. */
  readonly column: number | null;
  readonly samples: readonly string[];
  readonly onChange: (column: number | null) => void;
};

/** One field: its name, the column that fills it, and values that stand there. */
export function MappingRow({ label, aside, names, column, samples, onChange }: MappingRowProps) {
  const text = useText();
  const choices = useMemo(
    () => [
      { key: none, label: text('ui.not-in-file') },
      ...names.map((name, index) => ({ key: String(index), label: name })),
    ],
    [names, text],
  );
  return (
    <tr>
      <th scope="row">
        <span className={styles.field}>
          {label}
          {aside}
        </span>
      </th>
      <td className={styles.choice}>
        <Select
          label={text('ui.column-of', { field: label })}
          hideLabel
          choices={choices}
          value={column === null ? none : String(column)}
          onChange={(key) => onChange(key === none ? null : Number(key))}
        />
      </td>
      <td>{column !== null && <Samples values={samples} />}</td>
    </tr>
  );
}

function Samples({ values }: { readonly values: readonly string[] }) {
  const text = useText();
  if (values.length === 0) return <span className={styles.empty}>{text('ui.column-empty')}</span>;
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
