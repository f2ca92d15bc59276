import type { BackupRow, BackupsState } from '../../../shared/contract/backup-fields.ts';
import { isVerified, type KeptBackup } from './shop-backups.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The last moment of which a backup says how the shop was. */
export function trueAt({ madeAt, manifest }: KeptBackup): number {
  return Math.max(madeAt, manifest?.stillTrueAt ?? 0);
}

/** The newest that verified. What was made before the clock was set back lies in the future, and does not count. */
export function newestOf(kept: readonly KeptBackup[], now: number): KeptBackup | undefined {
  return kept.find((one) => isVerified(one) && trueAt(one) <= now + hour);
}

export function levelOf(
  verifiedAt: number | null,
  rehearsal: BackupsState['rehearsal'],
  now: number,
): BackupsState['level'] {
  const hasFallen = rehearsal?.isBalanced === false;
  if (verifiedAt === null || hasFallen || now - verifiedAt > 3 * day) return 'bad';
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
