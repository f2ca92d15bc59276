import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { damageKinds } from './damage-kinds.ts';
import { damageRound, prepareBench, type Round } from './damage-round.ts';
import type { DamageShop } from './damage-shop.ts';

/** Files to be tried in one process: by their seeds, the last not included. */
export type Part = { readonly shop: DamageShop; readonly from: number; readonly to: number };

export type Tried = {
  readonly rounds: readonly Round[];
  /** A sentence for each file over which a process died or hung. */
  readonly lost: readonly string[];
};

/** Milliseconds that one file may take. */
const patience = 300_000;
const most = 2;

/** What a process of its own does: says one line of JSON for each file. */
export async function sayRounds({ shop, from, to }: Part): Promise<void> {
  const unheard: string[] = [];
  process.on('unhandledRejection', (reason) => void unheard.push(`a promise that nobody caught: ${reason}`));
  const bench = await prepareBench(shop);
  for (let seed = from; seed < to; seed += 1) {
    const round = await damageRound(bench, seed);
    const failures = [...round.failures, ...unheard.splice(0)];
    process.stdout.write(`${JSON.stringify({ ...round, failures, noticed: [...round.noticed] })}\n`);
  }
}

/** Tries files in processes of their own, two at once where the computer can. `script` says rounds of a part. */
export async function tryFiles(script: string, { shop, from, to }: Part): Promise<Tried> {
  const processes = Math.min(most, availableParallelism(), to - from);
  const size = Math.ceil((to - from) / processes);
  const parts = Array.from({ length: processes }, (_, at) => {
    const begin = from + at * size;
    return tryPart(script, { shop, from: begin, to: Math.min(to, begin + size) });
  });
  const tried = await Promise.all(parts);
  return {
    rounds: tried.flatMap(({ rounds }) => rounds),
    lost: tried.flatMap(({ lost }) => lost),
  };
}

async function tryPart(script: string, { shop, from, to }: Part): Promise<Tried> {
  const rounds: Round[] = [];
  const lost: string[] = [];
  for (let next = from; next < to; ) {
    const heard = await hearRounds(script, { shop, from: next, to });
    rounds.push(...heard.rounds);
    next += heard.rounds.length;
    if (heard.end === null) break;
    if (rounds.length === 0) throw new Error(`the harness itself fails: ${heard.end}`);
    lost.push(`SEED=${next} ${damageKinds[next % damageKinds.length]}: ${heard.end}`);
    next += 1;
  }
  return { rounds, lost };
}

type Heard = {
  readonly rounds: readonly Round[];
  /** How the process ended, where that was too soon. */
  readonly end: string | null;
};

async function hearRounds(script: string, part: Part): Promise<Heard> {
  const child = spawn(process.execPath, [script, '0', JSON.stringify(part)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const rounds: Round[] = [];
  let isHanging = false;
  const stop = (): void => {
    isHanging = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(stop, patience);
  for await (const text of createInterface({ input: child.stdout })) {
    const round = JSON.parse(text) as Omit<Round, 'noticed'> & { readonly noticed: [never, string][] };
    rounds.push({ ...round, noticed: new Map(round.noticed) });
    clearTimeout(timer);
    timer = setTimeout(stop, patience);
  }
  clearTimeout(timer);
  const [code, signal] = (await ended) as [number | null, string | null];
  if (rounds.length === part.to - part.from) return { rounds, end: null };
  return { rounds, end: isHanging ? 'it hung' : `its process ended by ${signal ?? `code ${code}`}` };
}
