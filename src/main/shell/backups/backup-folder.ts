import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { endings } from '../../keeper/make-backup.ts';
import { type Manifest, readManifest } from '../../keeper/manifest.ts';
import { stampOf } from '../clock.ts';

/** A backup's file in a folder, and what vouches for it; without a manifest of ours nothing does. */
export type FoundBackup = {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: number;
  /** Milliseconds UTC: as the manifest says, or else the file's own time. */
  readonly madeAt: number;
  readonly manifest: Manifest | null;
};

const ofBackup = /^(?<name>shop-\d{8}T\d{6}Z(?:-\d{1,3})?)(?<ending>\.db(?:\.age)?)$/u;

/**
 * The backups in a folder, in no order; none where the folder is not there. One file is read after the other: a
 * place that is far away and hangs holds one thread, and whoever sells does not wait for its answer.
 */
export async function backupsIn(
  folder: string,
  auditKey: Uint8Array,
  stillAnswers: () => void = () => undefined,
): Promise<readonly FoundBackup[]> {
  const found: FoundBackup[] = [];
  for (const fileName of await readdir(folder).catch(() => [])) {
    stillAnswers();
    const one = await backupOf(folder, fileName, auditKey);
    if (one) found.push(one);
  }
  return found;
}

async function backupOf(folder: string, fileName: string, auditKey: Uint8Array): Promise<FoundBackup | null> {
  const name = ofBackup.exec(fileName)?.groups?.name;
  if (name === undefined) return null;
  const file = await stat(join(folder, fileName)).catch(() => null);
  if (!file?.isFile()) return null;
  const read = await readManifest(join(folder, `${name}${endings.manifest}`), auditKey);
  // A manifest that was put beside another file vouches for nothing.
  const isItsOwn = read?.name === name && read.bytes === file.size && fileName.endsWith(endingOf(read));
  const manifest = isItsOwn ? read : null;
  return { name, fileName, bytes: file.size, madeAt: manifest?.madeAt ?? Math.floor(file.mtimeMs), manifest };
}

function endingOf({ isEncrypted }: Manifest): string {
  return isEncrypted ? endings.locked : endings.plain;
}

/** Takes a backup away, its manifest first: a file without one is no backup any more. */
export async function removeBackup(folder: string, { name, fileName }: FoundBackup): Promise<void> {
  await rm(join(folder, `${name}${endings.manifest}`), { force: true });
  await rm(join(folder, fileName), { force: true });
}

/** Takes away what an earlier run did not finish. */
export function tidyFolder(folder: string): void {
  takeBackUnvouched(folder);
  for (const name of namesIn(folder)) {
    if (isUnfinished.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** Takes away what is in a folder that is for passing things alone. */
export function emptyFolder(folder: string): void {
  for (const name of namesIn(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Takes away what a backup that was stopped left of itself. */
export async function tidyAfter(
  folder: string,
  name: string,
  stillAnswers: () => void = () => undefined,
): Promise<void> {
  for (const left of await readdir(folder).catch(() => [])) {
    stillAnswers();
    if (!left.startsWith(`${name}.`) || !isUnfinished.test(left)) continue;
    await rm(join(folder, left), { force: true });
  }
}

/**
 * Takes away a file of a name that was free before it was begun, where it never got its manifest: nothing would vouch
 * for it, and it would stay for ever.
 */
export function takeBack(folder: string, name: string): void {
  try {
    // A disk that fails says something else than that nothing lies there.
    if (lstatSync(join(folder, `${name}${endings.manifest}`), { throwIfNoEntry: false })) return;
    for (const ending of [endings.plain, endings.locked]) {
      rmSync(join(folder, `${name}${ending}`), { force: true });
    }
  } catch {
    return;
  }
}

/** A manifest that lies ready beside a file without one says that the file is ours, and was stopped at its last step. */
function takeBackUnvouched(folder: string): void {
  for (const left of namesIn(folder)) {
    const name = ofReadyManifest.exec(left)?.groups?.name;
    if (name !== undefined) takeBack(folder, name);
  }
}

const ofReadyManifest = /^(?<name>shop-\d{8}T\d{6}Z(?:-\d{1,3})?)\.json\.part$/u;

const isUnfinished = /\.part(?:-again|-wal|-shm|-journal)?$/u;

/** A name for a shop file that is kept now: by its time, and by a number where one has that name already. */
export function freeName(folder: string, now: number): string {
  const name = `shop-${stampOf(now)}`;
  for (let count = 1; ; count += 1) {
    const wanted = count === 1 ? name : `${name}-${count}`;
    if (!Object.values(endings).some((ending) => existsSync(join(folder, `${wanted}${ending}`))))
      return wanted;
  }
}

/** What is in a folder, so that two looks tell whether anything changed there. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
