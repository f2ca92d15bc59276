import type { RowProblem } from '../csv/row-problem.ts';

/** Problems kept with their words; beyond this they are only counted. */
const mostKept = 50_000;

export type ProblemList = {
  readonly add: (problem: RowProblem) => void;
  /** Marks a row as left out. The same line counts once. */
  readonly leaveOut: (line: number) => void;
  readonly leftOutCount: () => number;
  /** In the order of lines, with a last one that counts what is not listed. */
  readonly sorted: () => readonly RowProblem[];
};

/** Collects the problems of one file. A problem of severity `error` with a line leaves its row out. */
export function createProblemList(first: readonly RowProblem[] = []): ProblemList {
  const kept: RowProblem[] = [];
  const leftOut = new Set<number>();
  let more = 0;
  const add = (problem: RowProblem) => {
    if (problem.severity === 'error' && problem.line > 0) leftOut.add(problem.line);
    if (kept.length < mostKept) kept.push(problem);
    else more += 1;
  };
  for (const problem of first) add(problem);
  return {
    add,
    leaveOut: (line) => leftOut.add(line),
    leftOutCount: () => leftOut.size,
    sorted: () => {
      const sorted = kept.toSorted((a, b) => a.line - b.line);
      if (more > 0) {
        sorted.push({
          line: 0,
          code: 'more-problems',
          params: { count: more },
          severity: 'note',
        });
      }
      return sorted;
    },
  };
}
