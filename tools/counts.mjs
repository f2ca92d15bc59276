/**
 * How many tests ran, read from the reports that the runners leave. A runner that died, or that failed outside
 * its tests, counts as one failure: nothing is passed over in silence.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { say } from './fresh-machine.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

function readJson(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  } catch {
    return null;
  }
}

/** Removes an old report, so that a runner that dies cannot be judged by yesterday's. */
export function forget(path) {
  rmSync(path, { force: true });
}

/** Counts of a vitest JSON report. A file that could not be loaded is one failure. @returns {Counts | null} */
export function vitestCounts(path) {
  const report = readJson(path);
  if (!report) return null;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Counts of a Playwright JSON report. Errors outside any test (a config that fails, no tests found) are failures. @returns {Counts | null} */
export function playwrightCounts(path) {
  const report = readJson(path);
  if (!report) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped };
}

/** Counts that a script of ours wrote itself. @returns {Counts | null} */
export function writtenCounts(path) {
  const report = readJson(path);
  return report && { passed: report.passed, failed: report.failed, skipped: report.skipped ?? 0 };
}

/** What a stage counts for: its report, plus one failure where its exit code says more than its report does. */
export function judged(name, counts, code) {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const died = code !== 0 && known.failed === 0;
  const empty = code === 0 && known.passed + known.failed === 0;
  if (died) say(`${name} ended with code ${code} without naming a failed test: counted as one failure.`);
  if (empty) say(`${name} ran no test at all: counted as one failure.`);
  return { ...known, failed: known.failed + (died || empty ? 1 : 0) };
}

/** Prints a line for each stage and then, as the last line, `N passed, N failed`. Returns the exit code. */
export function total(stages) {
  let passed = 0;
  let failed = 0;
  for (const [name, counts] of stages) {
    passed += counts.passed;
    failed += counts.failed;
    const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
    process.stdout.write(`${name}: ${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
