import { dirname, join } from 'node:path';
import { isOutOfRoom } from './no-room.ts';
import { type Trouble, troubleOf } from './open-shop.ts';
import { type BackupBefore, UpgradeError } from './upgrade-shop.ts';

/** Why the shop is not open. */
export type Ongoing = {
  readonly kind: Trouble;
  readonly at: number;
  /** How far what is waited for is. */
  readonly percent?: number;
  /** A backup that was made before it went wrong, and where it lies. */
  readonly backup?: { readonly folder: string; readonly kind: BackupBefore };
};

/** What is said of a shop that could not be opened. */
export function whyNot(
  error: unknown,
  { folder, path, at }: { readonly folder: string; readonly path: string; readonly at: number },
): Ongoing {
  const kind = isOutOfRoom(error, dirname(path)) ? 'no-room' : troubleOf(error);
  const backup = error instanceof UpgradeError ? error.backup : null;
  return {
    kind,
    at,
    ...(backup === null ? {} : { backup: { folder: join(folder, 'backups'), kind: backup } }),
  };
}
