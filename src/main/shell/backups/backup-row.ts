import type { BackupRow, BackupsState } from '../../../shared/contract/backup-fields.ts';
import { isVerified, type KeptBackup } from './shop-backups.ts';

const day = 86_400_000;

/** The last moment of which a backup says how the shop was. */
export function trueAt({ madeAt, manifest }: KeptBackup): number {
  return Math.max(madeAt, manifest?.stillTrueAt ?? 0);
}

export function levelOf(
  verifiedAt: number | null,
  problem: string | null,
  now: number,
): BackupsState['level'] {
  if (verifiedAt === null || problem !== null || now - verifiedAt > 3 * day) return 'bad';
  return now - verifiedAt > day ? 'old' : 'good';
}

export function rowOf(kept: KeptBackup): BackupRow {
  const { name, madeAt, bytes, places, manifest } = kept;
  const { fileId: _f, lastEntry: _l, rows: _r, ...facts } = manifest?.facts ?? {};
  return {
    ...{ name, madeAt, bytes, places: [...places], keptAs: [...kept.keptAs] },
    cause: manifest?.cause ?? 'by-hand',
    state: manifest === null ? 'unknown' : isVerified(kept) ? 'verified' : 'damaged',
    verifiedAt: manifest && manifest.problems.length === 0 ? manifest.checkedAt : null,
    stillTrueAt: manifest?.stillTrueAt ?? null,
    encrypted: manifest?.isEncrypted ?? kept.fileName.endsWith('.age'),
    facts: manifest ? (facts as BackupRow['facts']) : null,
  };
}
