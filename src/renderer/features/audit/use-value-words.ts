import { useMemo } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import type { FieldKind } from './detail-kinds.ts';
import type { Names } from './subject-words.ts';
import { usePeople } from './use-people.ts';
import { fieldWords, valueWords } from './value-words.ts';

/** How fields and their values are written, with the names of people and ways to pay. */
export function useValueWords() {
  const { text, format } = useApp();
  const { names } = usePeople();
  const { data } = useApiQuery('shop.tenders', {});
  return useMemo(() => {
    const tenders: Names = new Map((data ?? []).map(({ id, name }) => [id, name]));
    const words = { text, format, names, tenders };
    return {
      ...words,
      field: (field: string) => fieldWords(field, text),
      value: (kind: FieldKind, value: unknown) => valueWords(kind, value, words),
    };
  }, [text, format, names, data]);
}
export type Words = ReturnType<typeof useValueWords>;
