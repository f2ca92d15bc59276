/**
 * What the tests of real disks use: file systems to be made and shut down, and a trace of what a process asks of the
 * system. Where they cannot be had those tests are skipped, and say so.
 */
import { existsSync } from 'node:fs';
import { debianPackages, say } from './fresh-machine.mjs';

/** Which package brings which program; disks are for root alone. */
const wanted = [
  { program: 'strace', from: 'strace', isForRoot: false },
  { program: 'mkfs.ext4', from: 'e2fsprogs', isForRoot: true },
  { program: 'xfs_io', from: 'xfsprogs', isForRoot: true },
];

function isThere(program) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(`${folder}/${program}`));
}

/** Installs what is missing, where this machine is Debian's and may be changed. */
export function ensureDiskPrograms() {
  if (process.platform !== 'linux') return;
  const asRoot = process.getuid() === 0;
  const missing = wanted
    .filter(({ program, isForRoot }) => (asRoot || !isForRoot) && !isThere(program))
    .map(({ from }) => from);
  const debian = missing.length > 0 ? debianPackages() : null;
  if (!debian) return;
  say(`Installing ${missing.join(', ')} for the tests of real disks (apt-get install).`);
  if (debian.install(...missing)) return;
  debian.update();
  debian.install(...missing);
}
