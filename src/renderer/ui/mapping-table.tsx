import type { ReactNode } from 'react';
import styles from './mapping-table.module.css';

type MappingTableProps = {
  /** Heads the three columns: the field, the column of the file, what stands there. */
  readonly headings: readonly [string, string, string];
  readonly intro?: ReactNode;
  /** Groups of rows. */
  readonly children: ReactNode;
  readonly outro?: ReactNode;
};

/** Which column of a file fills which field; stands in a card without padding. */
export function MappingTable({ headings, intro, children, outro }: MappingTableProps) {
  return (
    <>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
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
        {children}
      </table>
      {outro !== undefined && <p className={styles.unused}>{outro}</p>}
    </>
  );
}
