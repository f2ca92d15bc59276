import styles from './raw-rows.module.css';

/** Columns that are drawn; a file may have a thousand. */
const mostColumns = 100;

type RawRowsProps = {
  readonly label: string;
  /** What the columns are called, each once. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The first rows of a file as they stand, for a look at whether it was read rightly. */
export function RawRows({ label, names, rows }: RawRowsProps) {
  const shown = names.slice(0, mostColumns);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields; the card around it is the section
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard
      tabIndex={0}
      className={styles.scroller}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {shown.map((name) => (
              <th key={name} scope="col" dir="auto" title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name and never move
            <tr key={row}>
              {shown.map((name, column) => (
                <td key={name} dir="auto" title={cells[column]}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
