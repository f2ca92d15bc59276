import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
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

/** The backups in a folder, in no order; none where the folder is not there. */
export async function backupsIn(folder: string, auditKey: Uint8Array): Promise<readonly FoundBackup[]> {
  // A place may be far away: whoever sells does not wait for its answer.
  const names = await readdir(folder).catch(() => []);
  const found = names.map(async (fileName): Promise<FoundBackup[]> => {
    const name = ofBackup.exec(fileName)?.groups?.name;
    if (name === undefined) return [];
    const file = await stat(join(folder, fileName)).catch(() => null);
    if (!file?.isFile()) return [];
    const read = await readManifest(join(folder, `${name}${endings.manifest}`), auditKey);
    // A manifest that was put beside another file vouches for nothing.
    const isItsOwn = read?.name === name && read.bytes === file.size && fileName.endsWith(endingOf(read));
    const manifest = isItsOwn ? read : null;
    return [
      { name, fileName, bytes: file.size, madeAt: manifest?.madeAt ?? Math.floor(file.mtimeMs), manifest },
    ];
  });
  return (await Promise.all(found)).flat();
}

function endingOf({ isEncrypted }: Manifest): string {
  return isEncrypted ? endings.locked : endings.plain;
}

/** Takes a backup away, its manifest first: a file without one is no backup any more. */
export function removeBackup(folder: string, { name, fileName }: FoundBackup): void {
  rmSync(join(folder, `${name}${endings.manifest}`), { force: true });
  rmSync(join(folder, fileName), { force: true });
}

/** Takes away what an earlier run did not finish. */
export function tidyFolder(folder: string): void {
  for (const name of namesIn(folder)) {
    if (isUnfinished.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** Takes away what is in a folder that is for passing things alone. */
export function emptyFolder(folder: string): void {
  for (const name of namesIn(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Takes away what a backup that was stopped left of itself. */
export function tidyAfter(folder: string, name: string): void {
  for (const left of namesIn(folder)) {
    if (left.startsWith(`${name}.`) && isUnfinished.test(left)) rmSync(join(folder, left), { force: true });
  }
}

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
