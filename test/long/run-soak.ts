import { createReport } from '../crash/report.ts';
import { type SoakReport, soak } from './soak.ts';

/**
 * Hours of selling in minutes: `node test/long/run-soak.ts [hours] [orders]`. What it must notice comes last, or it
 * proves nothing.
 */
const hours = Number(process.argv[2] ?? 2);
const orders = Number(process.argv[3] ?? 400);
const report = createReport();

const mib = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;

function words({ held, longestLog, backups, hoursCovered, returns, orders: placed }: SoakReport): string {
  return [
    `${hours} hours: ${placed} orders, ${returns} returns, ${hoursCovered} hours of the timer, ${backups} backups`,
    `${mib(held[0])} held after the first hour, ${mib(held[1])} at the end, log of writes ${mib(longestLog)} at most`,
  ].join('; ');
}

const soaked = await soak({ hours, orders });
report.tell(words(soaked), soaked.failures);
const seeded = {
  'keeps memory': /memory grew/u,
  'forgets a promise': /nobody caught/u,
  'loses an order': /1 of \d+ lost/u,
} as const;
for (const bug of Object.keys(seeded) as (keyof typeof seeded)[]) {
  const { failures } = await soak({ hours: 2, orders: 80 }, bug);
  const isNoticed = failures.some((failure) => seeded[bug].test(failure));
  report.tell(`the soak notices what ${bug} (${failures.length} findings)`, isNoticed ? [] : ['it does not']);
}
report.end();
