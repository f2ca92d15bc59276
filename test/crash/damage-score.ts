import { type DamageKind, damageKinds } from './damage-kinds.ts';
import { type Round, type Watcher, watchers } from './damage-round.ts';

/** Damage of whole pages, of sectors, and of single bits where orders, payments and stock are. */
const goals: Readonly<Partial<Record<DamageKind, number>>> = {
  'zeroed page': 1,
  'swapped page': 1,
  'page header byte': 1,
  'zeroed sector': 0.99,
  'one bit': 0.9,
};

/** Whether anybody could read otherwise what was damaged; single bits count where a shop lives. */
function matters({ kind, touched }: Round): boolean {
  return kind === 'one bit' || kind === 'one byte' ? touched === 'living' : touched !== 'nothing';
}

function isNoticed({ noticed }: Round, blind: readonly Watcher[]): boolean {
  return [...noticed.keys()].some((by) => !blind.includes(by));
}

/** Wrong answers that nobody noticed, had the `blind` watchers not been there. */
export function silent(rounds: readonly Round[], blind: readonly Watcher[] = []): readonly string[] {
  return rounds
    .filter((round) => round.differs.length > 0 && !isNoticed(round, blind))
    .map(
      ({ seed, words, differs }) => `SEED=${seed} ${words}: ${differs.length} wrong answers, ${differs[0]}`,
    );
}

/** The goals that were missed. */
export function missedGoals(rounds: readonly Round[]): readonly string[] {
  return damageKinds.flatMap((kind) => {
    const goal = goals[kind];
    const counted = rounds.filter((round) => round.kind === kind && matters(round));
    const unnoticed = counted.filter((round) => !isNoticed(round, []));
    if (goal === undefined || counted.length - unnoticed.length >= goal * counted.length) return [];
    return unnoticed.map(({ seed, words, touched }) => `SEED=${seed} nobody noticed ${words} (${touched})`);
  });
}

/** Which watcher noticed how much of what mattered, by kind. */
export function scoreTable(rounds: readonly Round[]): string {
  const head = ['', 'files', 'matters', ...watchers, 'noticed', 'sells', 'recovery'];
  const rows = damageKinds.map((kind) => {
    const all = rounds.filter((round) => round.kind === kind);
    const counted = all.filter(matters);
    const by = watchers.map((watcher) => counted.filter(({ noticed }) => noticed.has(watcher)).length);
    const noticed = counted.filter((round) => isNoticed(round, [])).length;
    const ends = (['sells', 'recovery'] as const).map(
      (end) => all.filter((round) => round.end === end).length,
    );
    return [kind, all.length, counted.length, ...by, share(noticed, counted.length), ...ends].map(String);
  });
  const widths = head.map((word, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0), word.length),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
