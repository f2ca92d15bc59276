import { type SoakReport, soak } from './soak.ts';

/**
 * Hours of selling in minutes: `node test/long/run-soak.ts [hours] [orders]`. What it must notice comes last, or it
 * proves nothing.
 */
const hours = Number(process.argv[2] ?? 2);
const orders = Number(process.argv[3] ?? 400);
let passed = 0;
let failed = 0;

function tell(name: string, problems: readonly string[]): void {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${problems.length === 0 ? 'pass' : 'FAIL'}  ${name}\n`);
  for (const problem of problems.slice(0, 5)) process.stdout.write(`      ${problem}\n`);
}

const mib = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;

function words(report: SoakReport): string {
  const { held, longestLog, backups, hoursCovered, returns } = report;
  return [
    `${hours} hours: ${report.orders} orders, ${returns} returns, ${hoursCovered} hours of the timer, ${backups} backups`,
    `${mib(held[0])} held after the first hour, ${mib(held[1])} at the end, log of writes ${mib(longestLog)} at most`,
  ].join('; ');
}

const report = await soak({ hours, orders });
tell(words(report), report.failures);
const seeded = {
  'keeps memory': /memory grew/u,
  'forgets a promise': /nobody caught/u,
  'loses an order': /1 of \d+ lost/u,
} as const;
for (const bug of Object.keys(seeded) as (keyof typeof seeded)[]) {
  const { failures } = await soak({ hours: 2, orders: 80 }, bug);
  const isNoticed = failures.some((failure) => seeded[bug].test(failure));
  tell(`the soak notices what ${bug} (${failures.length} findings)`, isNoticed ? [] : ['it does not']);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
