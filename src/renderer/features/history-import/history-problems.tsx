import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProblemRows } from '../../ui/problem-rows.tsx';
import styles from './history-preview-step.module.css';
import type { HistoryPreview } from './history-state.ts';

type Problem = HistoryPreview['problems'][number];

/** What was found in the rows: those that stay out first, then what was only noted. */
export function HistoryProblems({ preview }: { readonly preview: HistoryPreview }) {
  const text = useText();
  const format = useFormat();
  const { problems, problemCount, errorCount, files } = preview;
  const say = text as unknown as (key: string, params: Problem['params']) => string;
  const shown = (problem: Problem) => {
    const line = text('import-screen.line', { line: format.number(problem.line) });
    return {
      place: files.length > 1 ? `${text(`history-import.slot-${problem.slot}`)}, ${line}` : line,
      words: say(`history-import.problem.${problem.code}`, problem.params),
      column: problem.column === null ? null : text('import-screen.in-column', { column: problem.column }),
    };
  };
  const of = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).map(shown);
  const hidden = problemCount - problems.length;
  return (
    <div className={styles.problems}>
      <ProblemRows
        label={text('history-screen.problem-rows')}
        sections={[
          {
            title: text('import-screen.rows-left-out', { count: errorCount }),
            isError: true,
            problems: of('error'),
          },
          {
            title: text('import-screen.rows-noted', { count: problemCount - errorCount }),
            isError: false,
            problems: of('note'),
          },
        ]}
        more={hidden > 0 ? text('import-screen.more-problems', { count: hidden }) : undefined}
      />
    </div>
  );
}
