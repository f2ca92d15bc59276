import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createReport } from '../crash/report.ts';
import { bombs } from './bombs.ts';
import type { BombBug, BombReport } from './run-one-bomb.ts';

/**
 * Files that are made to hold up, fill or break whoever reads them, each in a process of its own beside a till that
 * sells: `node test/long/run-bombs.ts [mebibytes]`, 64 of which a list may have at most. What the harness must notice
 * comes last, or it proves nothing.
 */
const mebibyte = 1024 * 1024;
const size = Number(process.argv[2] ?? 64) * mebibyte;
const report = createReport();

/** A fault on any machine. What is aimed at is a tenth of it, and told. */
const mostHeld = 1000;
/** The application itself, and what of a file it may hold at once. */
const mostPeak = (bytes: number): number => 600 * mebibyte + bytes * 16;
const smallest = 8 * mebibyte;

async function meet(index: number, bytes: number, bug: BombBug = 'none'): Promise<BombReport> {
  const script = join(import.meta.dirname, 'run-one-bomb.ts');
  const child = spawn(process.execPath, [script, String(index), String(bytes), bug], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const [code] = await once(child, 'close');
  if (code === 0) return JSON.parse(out.trim().split('\n').at(-1) ?? '') as BombReport;
  const failures = [`its process ended with ${code}`];
  return { outcome: 'none', peak: 0, keeperPeak: 0, held: 0, sold: 0, failures };
}

function problemsOf({ outcome, peak, keeperPeak, held, failures }: BombReport, index: number, bytes: number) {
  const most = mostPeak(bytes);
  return [
    ...failures,
    ...(bombs[index]?.outcome.test(outcome) ? [] : [`it was answered by: ${outcome}`]),
    ...(held > mostHeld ? [`the till was held for ${Math.ceil(held)} ms`] : []),
    ...(Math.max(peak, keeperPeak) > most
      ? [`it took ${mib(Math.max(peak, keeperPeak))}, more than ${mib(most)}`]
      : []),
  ];
}

const mib = (bytes: number): string => `${Math.ceil(bytes / mebibyte)} MiB`;

function words({ outcome, peak, keeperPeak, held, sold }: BombReport): string {
  const keeper = keeperPeak === 0 ? '' : ` and ${mib(keeperPeak)} beside it`;
  return `${outcome}; ${mib(peak)}${keeper} at most, held for ${Math.ceil(held)} ms, ${sold} sales meanwhile`;
}

for (const [index, { name }] of bombs.entries()) {
  const met = await meet(index, size);
  report.tell(`${name}: ${words(met)}`, problemsOf(met, index, size));
}
const seeded = {
  'holds the till': /the till was held/u,
  'fills the memory': /it took \d+ MiB/u,
  'leaves a file': /left\.part was left/u,
  'loses a sale': /1 of \d+ sales/u,
} as const;
for (const bug of Object.keys(seeded) as (keyof typeof seeded)[]) {
  const problems = problemsOf(await meet(0, smallest, bug), 0, smallest);
  const isNoticed = problems.some((problem) => seeded[bug].test(problem));
  report.tell(`the harness notices what ${bug}`, isNoticed ? [] : ['it does not']);
}
report.end();
