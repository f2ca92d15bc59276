import { useMemo } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import type { Names } from './subject-words.ts';

/** Everybody who works or worked here, by name, and whether they left. */
export function usePeople() {
  const { data } = useApiQuery('audit.people', {});
  return useMemo(() => {
    const people = data ?? [];
    const names: Names = new Map(people.map(({ staffId, name }) => [staffId, name]));
    return { people, names };
  }, [data]);
}
