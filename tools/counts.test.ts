import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judged, playwrightCounts, vitestCounts } from './counts.mjs';
import { projectRoot } from './source-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'orderlla-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(value: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

describe('the counts of a stage', () => {
  const good = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, testResults: [] };

  it('are those of the report', () => {
    expect(vitestCounts(report(good))).toEqual({ passed: 5, failed: 0, skipped: 1 });
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts(report({ stats, errors: [] }))).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('count a file that could not be loaded, and an error outside any test', () => {
    const broken = { ...good, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(vitestCounts(report(broken))?.failed).toBe(1);
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(playwrightCounts(report({ stats, errors: [{}] }))?.failed).toBe(1);
  });

  it('are none where the runner left none, or half of one', () => {
    expect(vitestCounts(join(folder, 'absent.json'))).toBeNull();
    expect(vitestCounts(report('{"numPassed'))).toBeNull();
  });

  it('hold a failure where the runner died, said nothing, or ran nothing', () => {
    const passed = { passed: 5, failed: 0, skipped: 0 };
    expect(judged('a', passed, 0)).toEqual(passed);
    expect(judged('a', passed, 1).failed).toBe(1);
    expect(judged('a', null, 0).failed).toBe(1);
    expect(judged('a', { passed: 0, failed: 0, skipped: 9 }, 0).failed).toBe(1);
    expect(judged('a', { passed: 1, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  });
});

/** Runs .ci/run in a folder of its own, where `npm` is a script that does what the case asks. */
function ciRun(npm: string): { readonly last: string; readonly code: number | null; readonly end: string } {
  const root = mkdtempSync(join(folder, 'ci-'));
  mkdirSync(join(root, '.ci'));
  mkdirSync(join(root, 'bin'));
  copyFileSync(join(projectRoot, '.ci/run'), join(root, '.ci/run'));
  writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\n${npm}\n`);
  chmodSync(join(root, 'bin/npm'), 0o755);
  const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}` };
  const { stdout, status } = spawnSync('bash', [join(root, '.ci/run')], { encoding: 'utf8', env });
  const [, end = ''] = stdout.split('All stages once more:');
  return { last: stdout.trimEnd().split('\n').at(-1) ?? '', code: status, end };
}

describe.skipIf(process.platform !== 'linux')('.ci/run (on Linux, where it is used)', () => {
  it.each([
    ['adds what the stages counted', 'echo "3 passed, 0 failed"', '9 passed, 0 failed', 0],
    ['fails when a test failed', 'echo "3 passed, 1 failed"; exit 1', '9 passed, 3 failed', 1],
    ['counts a stage that died', 'echo half; kill -9 $$', '0 passed, 3 failed', 1],
    [
      'counts a stage that failed without a name',
      'echo "3 passed, 0 failed"; exit 7',
      '9 passed, 3 failed',
      1,
    ],
    [
      'believes the last count of a stage',
      'echo "1 passed, 9 failed"; echo "4 passed, 0 failed"',
      '12 passed, 0 failed',
      0,
    ],
  ])('%s', (_, npm, last, code) => {
    expect(ciRun(npm)).toMatchObject({ last, code });
  });

  it('says at its end once more what failed', () => {
    const failing = [
      'printf "\\033[31m FAIL \\033[0m node a.test.ts > adds up\\nit is 3\\n"',
      'printf "  1) b.spec.ts:4:1 \u203a a sale\\n"',
      'printf "FAIL  5 kills\\n      order 3 lost\\n"',
      'echo "1 passed, 3 failed"',
      'exit 1',
    ].join('; ');
    const { end } = ciRun(failing);
    for (const words of ['a.test.ts > adds up', 'it is 3', 'b.spec.ts', 'FAIL  5 kills', 'order 3 lost'])
      expect(end).toContain(words);
    expect(ciRun('echo "4 passed, 0 failed"').end).not.toContain('FAIL');
  });
});
