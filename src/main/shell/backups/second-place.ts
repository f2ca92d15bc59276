import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChosenSecondPlace } from '../../app/desktop-backups.ts';
import { onceAtATime, type Question } from '../once-at-a-time.ts';
import { placeWarnings } from '../place-warnings.ts';

/** The folder that is made in whatever folder was chosen. */
const folderName = 'Orderlla backups';
/**
 * Lies in it. A stick that was taken out may leave an empty folder behind where it was: without this file nothing is
 * written there.
 */
const markName = '.orderlla-backups';

const ask = onceAtATime();

/**
 * Asks something of the second place, one thing at a time whoever asks; null where it is not there now, as where the
 * stick is out or the network drive does not answer. Never waits long, and never holds up anything else meanwhile.
 * @throws what the question throws.
 */
export function inPlace<T>(place: string, question: Question<T>): Promise<T | null> {
  return ask(place, async (stillAnswers) => {
    const isMarked = await access(join(place, markName)).then(
      () => true,
      () => false,
    );
    if (!isMarked) return null;
    stillAnswers();
    return question(stillAnswers);
  });
}

/** Whether the second place is there now. */
export async function isThere(place: string): Promise<boolean> {
  return (await inPlace(place, async () => true)) ?? false;
}

/** The room in the second place and what is dangerous about it; null where it is not there now. */
export async function lookIntoPlace(
  place: string,
  first: string,
): Promise<{ freeBytes: number; warnings: ChosenSecondPlace['warnings'] } | null> {
  const look = async () => {
    const { bavail, bsize, type } = await statfs(place);
    const { dev } = await stat(place);
    const own = await stat(first).catch(() => null);
    return { freeBytes: bavail * bsize, warnings: warningsOf(place, dev === own?.dev, type) };
  };
  return inPlace(place, look).catch(() => null);
}

/** Makes the folder, and marks it. @throws the system's error. */
export function beginPlace(place: string): void {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, markName), 'Orderlla keeps copies of backups in this folder.\n');
}

/** Bytes that are free there; null where it is not there. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** What is dangerous about a place for a second copy. A folder that is copied to the cloud is fine here. */
function warningsOf(place: string, isSame: boolean, kind?: number): ChosenSecondPlace['warnings'] {
  const looked = kind === undefined ? undefined : { platform: process.platform, kindOf: () => kind };
  return [
    ...(placeWarnings(place, looked).includes('network') ? (['network'] as const) : []),
    ...(isSame ? (['same-disk'] as const) : []),
  ];
}

/** What somebody chose: the place in it, and why it cannot be that. */
export function lookAtPlace(
  chosen: string,
  first: string,
  neededBytes: number,
): Omit<ChosenSecondPlace, 'token'> {
  const path = join(chosen, folderName);
  return {
    path,
    warnings: warningsOf(path, isSameDisk(existsSync(path) ? path : chosen, first)),
    problem: problemOf(chosen, path, first, neededBytes),
  };
}

function problemOf(
  chosen: string,
  path: string,
  first: string,
  neededBytes: number,
): ChosenSecondPlace['problem'] {
  if (realOf(chosen) === realOf(first) || realOf(path) === realOf(first)) return 'same';
  try {
    accessSync(chosen, constants.W_OK);
  } catch {
    return 'not-writable';
  }
  return (freeBytes(chosen) ?? Number.POSITIVE_INFINITY) < neededBytes ? 'no-room' : null;
}

function isSameDisk(one: string, other: string): boolean {
  try {
    return statSync(one).dev === statSync(other).dev;
  } catch {
    return false;
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
