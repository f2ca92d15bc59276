/** What a harness says of itself: a line for each thing it tried, and how many of them held. */
export type Report = {
  /** `problems` are what was found wrong; the first few are said. */
  readonly tell: (name: string, problems: readonly string[]) => void;
  readonly skip: (name: string) => void;
  /** Says the sum and sets how the process ends. */
  readonly end: () => void;
};

const mostSaid = 5;

export function createReport(): Report {
  let passed = 0;
  let failed = 0;
  return {
    tell(name, problems) {
      if (problems.length === 0) passed += 1;
      else failed += 1;
      process.stdout.write(`${problems.length === 0 ? 'pass' : 'FAIL'}  ${name}\n`);
      for (const problem of problems.slice(0, mostSaid)) process.stdout.write(`      ${problem}\n`);
    },
    skip: (name) => void process.stdout.write(`skipped  ${name}\n`),
    end() {
      process.stdout.write(`${passed} passed, ${failed} failed\n`);
      process.exitCode = failed === 0 ? 0 : 1;
    },
  };
}
