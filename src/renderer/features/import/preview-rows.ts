import type { ImportChoices } from '../../../shared/domain/changed-by-import.ts';
import type { ImportPreview } from './import-reducer.ts';

type Row = ImportPreview['rows'][number];
export type Change = Row['changes'][number];
export type RowAction = Row['action'];

/** A product of the file with what happens to it as the person has chosen. */
export type PreviewRow = Omit<Row, 'changes'> & {
  readonly key: string;
  readonly changes: readonly Change[];
  /** The file says something else, but the person keeps what the shop has. */
  readonly isKept: boolean;
};

/** Rows as the two choices make them: a change that may not happen is none. */
export function previewRows(
  { rows }: Pick<ImportPreview, 'rows'>,
  { updateExisting, setStock }: ImportChoices,
): readonly PreviewRow[] {
  return rows.map((row, index) => {
    const changes = row.changes.filter(({ field }) => (field === 'stock' ? setStock : updateExisting));
    const isKept = row.action === 'change' && changes.length === 0;
    return { ...row, key: String(index), changes, isKept, action: isKept ? 'leave' : row.action };
  });
}

export type RowFilter = 'all' | 'create' | 'change' | 'leave';

/** Only products with one outcome; a parent stays above the variants that are left under it. */
export function filterRows(rows: readonly PreviewRow[], filter: RowFilter): readonly PreviewRow[] {
  if (filter === 'all') return rows;
  const shown: PreviewRow[] = [];
  let parent: PreviewRow | null = null;
  for (const row of rows) {
    if (row.kind === 'parent') {
      parent = row;
      if (row.action === filter && filter === 'change') {
        shown.push(row);
        parent = null;
      }
      continue;
    }
    if (row.kind === 'single') parent = null;
    if (row.action !== filter) continue;
    if (parent !== null) shown.push(parent);
    parent = null;
    shown.push(row);
  }
  return shown;
}
