import { useMemo } from 'react';
import { useApp, useText } from './app-context.tsx';

/** What each column of a table file is called: by its header, else by its place. Two of the same name carry their place too. */
export function useColumnNames(headers: readonly string[]): readonly string[] {
  const text = useText();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1);
    return headers.map((header, index) => {
      const place = text('ui.column-number', { number: index + 1 });
      if (header === '') return place;
      return (counts.get(header) ?? 0) > 1 ? `${header} (${place})` : header;
    });
  }, [headers, text]);
}

/** Columns left aside that are named; more are counted. */
const mostNamed = 8;

/** A sentence about columns with something in them that fill no field; undefined where there are none. */
export function useUnusedColumns(
  names: readonly string[],
  columnSamples: readonly (readonly string[])[],
  mapping: Readonly<Record<string, number>>,
): string | undefined {
  const { text, format } = useApp();
  const used = new Set(Object.values(mapping));
  const unused = names.filter((_, index) => (columnSamples[index]?.length ?? 0) > 0 && !used.has(index));
  if (unused.length === 0) return undefined;
  const named = unused.slice(0, mostNamed);
  const more = unused.length - mostNamed;
  const columns =
    more > 0
      ? text('ui.unused-columns-more', { columns: named.join(', '), count: more })
      : format.list(named);
  return text('ui.unused-columns', { columns });
}
