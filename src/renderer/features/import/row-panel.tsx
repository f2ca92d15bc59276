import { useApp } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import { actionTones } from './outcome-columns.tsx';
import type { PreviewRow } from './preview-rows.ts';
import styles from './row-panel.module.css';
import { linesWords, rowName, valueWords } from './row-words.ts';

type RowPanelProps = {
  readonly row: PreviewRow;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

/** One product of the file: what it would be, and each change with what stands in the shop now. */
export function RowPanel({ row, onClose, onPrevious, onNext }: RowPanelProps) {
  const { text, format } = useApp();
  const { sku, category, price, stock, changes } = row;
  const facts = [
    ['sku', sku],
    ['category', category],
    ['price', price === null || row.kind === 'parent' ? null : format.money(price)],
    ['stock', stock === null ? null : format.quantity(stock)],
  ] as const;
  return (
    <SidePanel title={rowName(text, row)} onClose={onClose} onPrevious={onPrevious} onNext={onNext}>
      <div className={styles.panel}>
        <p className={styles.head}>
          <Badge tone={actionTones[row.action]}>{text(`import-screen.action-${row.action}`)}</Badge>
          <span>{row.isKept ? text('import-screen.not-changed-now') : linesWords(text, format, row)}</span>
        </p>
        {changes.length > 0 && (
          <table className={styles.changes}>
            <thead>
              <tr>
                <th scope="col">{text('import-screen.changes')}</th>
                <th scope="col">{text('import-screen.before')}</th>
                <th scope="col">{text('import-screen.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.field}>
                  <th scope="row">{text(`import-screen.changed-${change.field}`)}</th>
                  <td dir="auto">{valueWords(text, change, change.from)}</td>
                  <td dir="auto">{valueWords(text, change, change.to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <DescriptionList
          items={facts.flatMap(([key, detail]) =>
            detail === null ? [] : [{ term: text(`import-screen.${key}`), detail: <bdi>{detail}</bdi> }],
          )}
        />
      </div>
    </SidePanel>
  );
}
