import { useFormat, useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemRows } from '../../ui/problem-rows.tsx';
import type { ImportPreview } from './import-reducer.ts';
import { problemWords } from './row-words.ts';

type Problem = ImportPreview['problems'][number];

/** What was found in the file: rows that stay out first, then what was only noted. */
export function ProblemList({ preview }: { readonly preview: ImportPreview }) {
  const text = useText();
  const format = useFormat();
  const { problems, problemCount, errorCount } = preview;
  if (problems.length === 0) {
    return (
      <EmptyState drawing="done" title={text('import-screen.no-problems')}>
        {text('import-screen.no-problems-more')}
      </EmptyState>
    );
  }
  const shown = (problem: Problem) => ({
    place:
      problem.line === 0
        ? text('import-screen.whole-file')
        : text('import-screen.line', { line: format.number(problem.line) }),
    words: problemWords(text, problem),
    column: problem.column === null ? null : text('import-screen.in-column', { column: problem.column }),
  });
  const of = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).map(shown);
  const hidden = problemCount - problems.length;
  return (
    <ProblemRows
      label={text('import-screen.problems')}
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
  );
}
