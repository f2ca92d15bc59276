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
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChosenSecondPlace } from '../../app/desktop-backups.ts';
import { placeWarnings } from '../place-warnings.ts';

/** The folder that is made in whatever folder was chosen. */
const folderName = 'Orderlla backups';
/**
 * Lies in it. A stick that was taken out may leave an empty folder behind where it was: without this file nothing is
 * written there.
 */
const markName = '.orderlla-backups';

/** A network drive that does not answer for so long, in milliseconds, is not there. */
const patience = 2000;

/**
 * Whether the second place is there now: the stick is in, the network drive is connected. Never waits long, and never
 * holds up anything else meanwhile.
 */
export async function isThere(place: string): Promise<boolean> {
  let given: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    given = setTimeout(() => resolve(false), patience);
  });
  const found = access(join(place, markName)).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(given);
  }
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
export function secondWarnings(place: string, first: string): ChosenSecondPlace['warnings'] {
  const near = existsSync(place) ? place : dirname(place);
  const isNetwork = placeWarnings(place).includes('network');
  return [
    ...(isNetwork ? (['network'] as const) : []),
    ...(isSameDisk(near, first) ? (['same-disk'] as const) : []),
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
    warnings: secondWarnings(path, first),
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
