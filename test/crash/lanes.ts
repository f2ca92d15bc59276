import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';

/** Rounds that one process of its own does. */
export type Lane = { readonly rounds: number; readonly seed: number };

const most = 2;

/** What a script that is a lane was told to do, or null where it was only imported. */
export function givenLane<T>(script: string): T | null {
  const [, started, given] = process.argv;
  return started === script && given !== undefined ? (JSON.parse(given) as T) : null;
}

/** A lane says what it found. */
export function sayLane(found: unknown): void {
  process.stdout.write(JSON.stringify(found));
}

/**
 * Rounds shared out to two processes where the computer has room for them: in one something starts while the other looks
 * at what is left. The second's seed is the next one. `script` is told of `shared` and its lane.
 */
export function inLanes<Found>(script: string, { rounds, seed }: Lane, shared: object): Promise<Found[]> {
  const lanes = Math.min(most, availableParallelism(), rounds);
  const size = Math.ceil(rounds / Math.max(1, lanes));
  return Promise.all(
    Array.from({ length: lanes }, async (_, at) => {
      const lane = { ...shared, rounds: Math.min(size, rounds - at * size), seed: seed + at };
      const child = spawn(process.execPath, [script, JSON.stringify(lane)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
      if (code !== 0) throw new Error(`${script} ended by code ${code}, ${JSON.stringify(lane)}`);
      return JSON.parse(said) as Found;
    }),
  );
}
