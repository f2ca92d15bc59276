import type { DesktopRestore, RestoreRequest } from '../../src/main/app/desktop-restore.ts';
import type { ChosenBackup } from '../../src/shared/contract/backups-restore.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { oneBackup } from './fake-backups.ts';

/** Restores nothing; what was asked is remembered. Real ones are tried in `main/shell/restore`. */
export type FakeRestore = DesktopRestore & {
  readonly begun: RestoreRequest[];
  /** What the system's dialog leads to; null where the person thinks better of it. */
  chosen: ChosenBackup | null;
};

export const chosenBackupToken = 'c'.repeat(32);

export const chosenFile: ChosenBackup = {
  ...{ token: chosenBackupToken, path: '/stick/shop.db', bytes: oneBackup.bytes, kind: 'shop-file' },
  ...{ problem: null, found: null, facts: oneBackup.facts, asOf: oneBackup.madeAt, needsRecoveryCode: false },
};

export function createFakeRestore(): FakeRestore {
  const begun: RestoreRequest[] = [];
  const fake: FakeRestore = {
    begun,
    chosen: chosenFile,
    async begin(request) {
      const { source } = request;
      if (source.from === 'file') requireChosen(source.token);
      else if (source.name !== oneBackup.name) throw new AppError('backup-gone');
      begun.push(request);
    },
    replaced: async () => [
      {
        ...{ name: oneBackup.name, replacedAt: oneBackup.madeAt, bytes: oneBackup.bytes },
        ...{ keptUntil: oneBackup.madeAt + 30 * 86_400_000, facts: oneBackup.facts },
      },
    ],
    choose: async () => fake.chosen,
    async chooseKept(name) {
      if (name !== oneBackup.name || fake.chosen === null) throw new AppError('backup-gone');
      return fake.chosen;
    },
    seenFailure: () => undefined,
    async openChosen(token) {
      requireChosen(token);
      return { ...chosenFile, kind: 'encrypted' };
    },
  };
  return fake;
}

function requireChosen(token: string): void {
  if (token !== chosenBackupToken) throw new AppError('choice-gone');
}
