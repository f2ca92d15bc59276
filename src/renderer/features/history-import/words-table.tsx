import type { ReactNode } from 'react';
import { Select } from '../../ui/select.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './words-table.module.css';

type WordsTableProps<Key extends string> = {
  /** Heads the columns: the word, how often, what it becomes. */
  readonly headings: readonly [string, string, string];
  readonly rows: readonly {
    readonly word: string;
    /** The word as people read it, where it is not the one of the file. */
    readonly shown?: string;
    readonly count: ReactNode;
    /** What the choice is called when it is read out. */
    readonly label: string;
    /** Says that nobody knows the word. */
    readonly unknown?: string | undefined;
    readonly choices: readonly { readonly key: Key; readonly label: string }[];
    readonly value: Key;
  }[];
  readonly onChange: (word: string, value: Key) => void;
};

/** Words of a file and what each becomes in the shop. */
export function WordsTable<Key extends string>({ headings, rows, onChange }: WordsTableProps<Key>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ word, shown = word, count, label, unknown, choices, value }) => (
            <tr key={word}>
              <th scope="row">
                <span className={styles.word}>
                  <bdi>{shown}</bdi>
                  {unknown !== undefined && <Badge tone="warning">{unknown}</Badge>}
                </span>
              </th>
              <td className={styles.count}>{count}</td>
              <td>
                <Select
                  label={label}
                  hideLabel
                  choices={choices}
                  value={value}
                  onChange={(key) => onChange(word, key)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
