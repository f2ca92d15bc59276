import type { AppText } from '../../../shared/text/english.ts';
import type { ColumnMapping, ImportPreview } from './import-reducer.ts';

/** What each column is called: by its header, else by its place. Two of the same name carry their place too. */
export function columnNames({ headers }: Pick<ImportPreview, 'headers'>, text: AppText): readonly string[] {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1);
  return headers.map((header, index) => {
    const place = text('import-screen.column-number', { number: index + 1 });
    if (header === '') return place;
    return (counts.get(header) ?? 0) > 1 ? `${header} (${place})` : header;
  });
}

/** Columns with something in them that fill no field. */
export function unusedColumns(
  { columnSamples }: Pick<ImportPreview, 'columnSamples'>,
  mapping: ColumnMapping,
): readonly number[] {
  const used = new Set(Object.values(mapping));
  return columnSamples.flatMap((samples, index) => (samples.length > 0 && !used.has(index) ? [index] : []));
}
