/**
 * What each column of a table file is called: by its header, else by its place (`placeName(1)` for the first). Two of
 * the same name carry their place too.
 */
export function columnNames(
  headers: readonly string[],
  placeName: (number: number) => string,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1);
  return headers.map((header, index) => {
    const place = placeName(index + 1);
    if (header === '') return place;
    return (counts.get(header) ?? 0) > 1 ? `${header} (${place})` : header;
  });
}

/** Columns with something in them that fill no field. */
export function unusedColumns(
  columnSamples: readonly (readonly string[])[],
  mapping: Readonly<Record<string, number>>,
): readonly number[] {
  const used = new Set(Object.values(mapping));
  return columnSamples.flatMap((samples, index) => (samples.length > 0 && !used.has(index) ? [index] : []));
}
