import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChosenBackup } from '../../src/shared/contract/backups-restore.ts';
import { ask, backUp, begin, end, folder, later, now, set } from './restoring.ts';

/** A folder of no computer: a stick. */
export let outside: string;

export async function beginOutside(): Promise<void> {
  outside = mkdtempSync(join(tmpdir(), 'orderlla-outside-'));
  await begin();
}

export async function endOutside(): Promise<void> {
  await end();
  rmSync(outside, { recursive: true });
}

/** A backup that somebody took with them. */
export async function takeOut(ending = '.db'): Promise<string> {
  const to = join(outside, `taken${ending}`);
  copyFileSync(join(folder, 'backups', `${await backUp()}${ending}`), to);
  return to;
}

export function choose(file: string): Promise<ChosenBackup | null> {
  set({ asked: file });
  return ask('backups.chooseFile', {});
}

export function chooseFirst(file: string): Promise<ChosenBackup | null> {
  set({ asked: file });
  return ask('setup.chooseBackup', {});
}

/** What comes after the answer. */
export async function putIn(): Promise<void> {
  set({ now: now + 1000 });
  for (const work of later.splice(0)) await work();
}

export async function restoreChosen(token: string, code?: string): Promise<void> {
  const source = { from: 'file', token } as const;
  await ask('backups.restore', { source, passphrase: null, ...(code ? { recoveryCode: code } : {}) });
  await putIn();
}

export function ofKeys(computer: string): string {
  return readFileSync(join(computer, 'keys.json'), 'utf8');
}
