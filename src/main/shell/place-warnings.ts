import { statfsSync } from 'node:fs';
import type { PlaceWarning } from '../app/desktop.ts';

/** Folders that a program keeps copying to the cloud, by what they are called. */
const syncedNames =
  /^(?:onedrive(?: - .+)?|dropbox(?: \(.+\))?|google ?drive(?: \(.+\))?|googledrive-.+|my drive|icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage|nextcloud|owncloud|pcloud ?drive|syncthing|sync|box(?: sync)?|megasync|mega|yandex\.?disk|kdrive|tresorit)$/iu;

/** Kinds of file systems that lie on another computer (Linux: `statfs`). */
const networkKinds: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x65735546, // FUSE: sshfs, cloud drives
  0x01021997, // 9p
  0x5346414f, // AFS
  0x00c36400, // Ceph
]);

type Looked = {
  readonly platform: NodeJS.Platform;
  /** The kind of file system, or null where the system does not say. */
  readonly kindOf: (path: string) => number | null;
};

/**
 * What is dangerous about a place for a file that is written all day: a program that copies it to the cloud copies it
 * half written, and on another computer's disk the locks that keep it whole do not hold.
 */
export function placeWarnings(folder: string, looked: Looked = here): readonly PlaceWarning[] {
  const parts = folder.split(/[\\/]/u);
  const isNetwork =
    /^(?:\\\\|\/\/)[^\\/?.]/u.test(folder) ||
    (looked.platform === 'linux' && networkKinds.has(looked.kindOf(folder) ?? 0));
  return [
    ...(parts.some((part) => syncedNames.test(part)) ? (['synced'] as const) : []),
    ...(isNetwork ? (['network'] as const) : []),
  ];
}

const here: Looked = {
  platform: process.platform,
  kindOf(path) {
    try {
      return statfsSync(path).type;
    } catch {
      return null;
    }
  },
};
