import type { DesktopRestore, RestoreRequest } from '../../src/main/app/desktop-restore.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { oneBackup } from './fake-backups.ts';

/** Restores nothing; what was asked is remembered. Real ones are tried in `main/shell/restore`. */
export type FakeRestore = DesktopRestore & { readonly begun: RestoreRequest[] };

export function createFakeRestore(): FakeRestore {
  const begun: RestoreRequest[] = [];
  return {
    begun,
    async begin(request) {
      if (request.source.name !== oneBackup.name) throw new AppError('backup-gone');
      begun.push(request);
    },
    replaced: async () => [
      {
        ...{ name: oneBackup.name, replacedAt: oneBackup.madeAt, bytes: oneBackup.bytes },
        ...{ keptUntil: oneBackup.madeAt + 30 * 86_400_000, facts: oneBackup.facts },
      },
    ],
  };
}
