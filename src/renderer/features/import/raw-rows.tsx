import { useMemo } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { columnNames } from './column-names.ts';
import type { ImportPreview } from './import-reducer.ts';
import styles from './raw-rows.module.css';

/** Columns that are drawn; a file may have a thousand. */
const mostColumns = 100;

/** The first rows of the file as they stand, for a look at whether it was read rightly. */
export function RawRows({ preview }: { readonly preview: ImportPreview }) {
  const text = useText();
  const names = useMemo(() => columnNames(preview, text).slice(0, mostColumns), [preview, text]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields; the card around it is the section
    <div
      role="group"
      aria-label={text('import-screen.first-rows', { count: preview.sample.length })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard
      tabIndex={0}
      className={styles.scroller}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col" dir="auto" title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name and never move
            <tr key={row}>
              {names.map((name, column) => (
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
