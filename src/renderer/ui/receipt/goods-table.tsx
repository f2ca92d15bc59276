import type { DocumentBlock } from '../../../shared/documents/document-block.ts';
import styles from './goods-table.module.css';

type GoodsTableProps = { readonly block: Extract<DocumentBlock, { kind: 'goods' }> };

/** Goods in columns on a wide paper, as the printer draws them. */
export function GoodsTable({ block: { label, columns, rows } }: GoodsTableProps) {
  return (
    <table aria-label={label} className={styles.goods}>
      <thead>
        <tr>
          {columns.map(({ heading, kind }) => (
            <th key={heading} scope="col" className={styles[kind]}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, details }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn whole and its rows have no other name
          <tr key={row}>
            {columns.map(({ heading, kind }, column) => (
              <td key={heading} className={styles[kind]}>
                {kind === 'tick' ? <span className={styles.box} /> : <bdi>{cells[column]}</bdi>}
                {kind === 'wide' &&
                  details.map((detail) => (
                    <p key={detail} className={styles.detail}>
                      <bdi>{detail}</bdi>
                    </p>
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
