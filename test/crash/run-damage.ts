import { rmSync } from 'node:fs';
import { type Part, sayRounds, tryFiles } from './damage-parts.ts';
import type { Round, Watcher } from './damage-round.ts';
import { missedGoals, scoreTable, silent } from './damage-score.ts';
import { buildDamageShop } from './damage-shop.ts';
import { createReport, type Report } from './report.ts';

/**
 * A shop file damaged in eight ways, again and again: `node test/crash/run-damage.ts [files]`; every failure names its
 * seed, and `SEED=…` tries that one file. What each file ends in, who noticed, and whether a wrong figure was told in
 * silence. The files are tried in processes of their own: one that dies or hangs is a failure too.
 */
const [, script = '', files = '200', part] = process.argv;
if (part === undefined) await damageAll(Number(files));
else await sayRounds(JSON.parse(part) as Part);

async function damageAll(most: number): Promise<void> {
  const { SEED } = process.env;
  const from = Number(SEED ?? 20261122);
  const count = SEED === undefined ? most : 1;
  const report = createReport();
  const shop = await buildDamageShop();
  try {
    const { rounds, lost } = await tryFiles(script, { shop, from, to: from + count });
    const failures = rounds.flatMap(({ seed, words, failures: found }) =>
      found.map((what) => `SEED=${seed} ${words}: ${what}`),
    );
    process.stdout.write(count > 1 ? `${scoreTable(rounds)}\n` : wordsOf(rounds));
    report.tell(`${count} damaged files: each sells, or its backup is offered and comes back`, [
      ...lost,
      ...failures,
    ]);
    report.tell('no wrong answer that nobody noticed', silent(rounds));
    report.tell('damage is noticed as often as it should be', missedGoals(rounds));
    if (count > 1) showTeeth(report, rounds);
  } finally {
    rmSync(shop.folder, { recursive: true, force: true });
  }
  report.end();
}

/** What would have been told in silence, had some of those who noticed not been there. */
function showTeeth(report: Report, rounds: readonly Round[]): void {
  const blind: Readonly<Record<string, readonly Watcher[]>> = {
    'without seals and the chain': ['look', 'seals', 'backup'],
    'with a quick check alone': ['look', 'proof', 'backup', 'integrity', 'references', 'seals', 'balance'],
  };
  for (const [words, watchers] of Object.entries(blind)) {
    const { length } = silent(rounds, watchers);
    report.tell(`${words}, wrong answers are silent (${length})`, length > 0 ? [] : ['none is']);
  }
}

function wordsOf(rounds: readonly Round[]): string {
  return rounds.map((one) => `${JSON.stringify({ ...one, noticed: [...one.noticed] }, null, 2)}\n`).join('');
}
