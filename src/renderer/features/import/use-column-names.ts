import { useMemo } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { columnNames } from '../../ui/column-names.ts';
import type { ImportPreview } from './import-reducer.ts';

/** What the file's columns are called. */
export function useColumnNames({ headers }: Pick<ImportPreview, 'headers'>): readonly string[] {
  const text = useText();
  return useMemo(
    () => columnNames(headers, (number) => text('import-screen.column-number', { number })),
    [headers, text],
  );
}
