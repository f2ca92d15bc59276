import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReportInput, ReportKey, ReportResult } from '../../../shared/contract/reports.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useLongQuery } from '../../bridge/use-long-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { changeQuery, usePlace } from '../../ui/router.ts';
import { inputOf, problemOf, type ReportView, readReportView, reportQuery, spanOf } from './report-view.ts';

/** What main said, and what it was asked. */
export type Answer = { readonly result: ReportResult; readonly input: ReportInput };

/** How long an answer may take before it is said that it is being worked out, milliseconds. */
const patience = 300;

/** A report for the range in the window's address. */
export function useReport(report: ReportKey) {
  const { query } = usePlace();
  const today = useToday();
  const view = useMemo(() => readReportView(report, query), [report, query]);
  const { data: state } = useApiQuery('reports.state', {});
  const firstDay = state?.firstDay ?? null;
  const span = useMemo(() => spanOf(view, today, firstDay), [view, today, firstDay]);
  const input = useMemo(() => inputOf(report, view, span), [report, view, span]);
  const problem = problemOf(span);
  // All time begins with a day that main has to say first.
  const isAsked = problem === null && (view.range !== 'all-time' || state !== undefined);
  const asked = useLongQuery('reports.run', input, { enabled: isAsked });
  const answer = useAnswer(asked.data, asked.isPlaceholderData, input);
  const isCurrent = asked.data !== undefined && !asked.isPlaceholderData;
  const isWorking = isAsked && asked.isFetching && !isCurrent;
  return {
    ...{ report, view, span, input, today, problem, progress: asked.progress },
    /** Null before the first answer; of what was asked before while `isCurrent` is false. */
    answer: problem === null ? answer : null,
    isCurrent,
    /** Being worked out for longer than a moment. */
    isSlow: useLasts(isWorking),
    isStopped: isAsked && !asked.isFetching && !isCurrent && !asked.isError,
    /** Nothing was ever sold here. Null until main has said so. */
    isNewShop: state === undefined ? null : state.firstDay === null,
    error: asked.isError && !asked.isFetching ? asked.error : null,
    retry: () => void asked.refetch(),
    stop: asked.stop,
    look: (change: Partial<ReportView>) => changeQuery(reportQuery({ ...view, ...change })),
  };
}
export type Report = ReturnType<typeof useReport>;

/** The last whole answer with what it was asked for: the one before while the next is on its way. */
function useAnswer(result: ReportResult | undefined, isBefore: boolean, input: ReportInput): Answer | null {
  const current = useMemo(
    () => (result !== undefined && !isBefore ? { result, input } : null),
    [result, isBefore, input],
  );
  const kept = useRef<Answer | null>(null);
  useEffect(() => {
    if (current) kept.current = current;
  }, [current]);
  return current ?? (result === undefined ? null : kept.current);
}

/** Whether something has been so for longer than a moment. */
function useLasts(isSo: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasts(true), patience);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo]);
  return isSo && lasts;
}
