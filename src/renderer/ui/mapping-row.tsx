import { type ReactNode, useMemo } from 'react';
import styles from './mapping-table.module.css';
import { Select } from './select.tsx';

const none = 'none';

/** Words of a table that says which column of a file fills which field. */
export type MappingWords = {
  /** No column fills a field. */
  readonly notInFile: string;
  /** Nothing stands in the column. */
  readonly columnEmpty: string;
  readonly columnOf: (field: string) => string;
};

type MappingRowProps = {
  readonly words: MappingWords;
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
export function MappingRow({ words, label, aside, names, column, samples, onChange }: MappingRowProps) {
  const choices = useMemo(
    () => [
      { key: none, label: words.notInFile },
      ...names.map((name, index) => ({ key: String(index), label: name })),
    ],
    [names, words.notInFile],
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
          label={words.columnOf(label)}
          hideLabel
          choices={choices}
          value={column === null ? none : String(column)}
          onChange={(key) => onChange(key === none ? null : Number(key))}
        />
      </td>
      <td>{column !== null && <Samples values={samples} empty={words.columnEmpty} />}</td>
    </tr>
  );
}

function Samples({ values, empty }: { readonly values: readonly string[]; readonly empty: string }) {
  if (values.length === 0) return <span className={styles.empty}>{empty}</span>;
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
