import { useMemo } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';
import {
  type ExceptionsView,
  exceptionsQuery,
  exceptionsSpan,
  isTooLong,
  readExceptionsView,
} from './exceptions-range.ts';

/** The figures to look at twice, for the days in the window's address, and the one that is open. */
export function useExceptions() {
  const { query } = usePlace();
  const today = useToday();
  const view = useMemo(() => readExceptionsView(query), [query]);
  const span = useMemo(() => exceptionsSpan(view, today), [view, today]);
  const tooLong = isTooLong(span);
  const { data, error, refetch } = useApiQuery('audit.exceptions', span, {
    enabled: !tooLong,
    keepPrevious: true,
  });
  const change = (changed: Partial<ExceptionsView>) => changeQuery(exceptionsQuery({ ...view, ...changed }));
  return {
    view,
    span,
    today,
    tooLong,
    data: tooLong ? undefined : data,
    error: data ? null : error,
    retry: () => void refetch(),
    /** Other days close the figure that is open: it may not be there on them. */
    look: (changed: Partial<ExceptionsView>) => change({ kind: null, person: 'all', ...changed }),
    open: (kind: ExceptionsView['kind'], person: ExceptionsView['person']) => change({ kind, person }),
    close: () => change({ kind: null, person: 'all' }),
  };
}
export type Exceptions = ReturnType<typeof useExceptions>;
