import { sql } from 'kysely';
import type { FindingKind } from '../../../shared/domain/audit-kinds.ts';
import type { WriteDb } from '../connection.ts';

/** Something that was found, not yet written down. */
export type RawFinding = {
  readonly kind: FindingKind;
  /** What exactly was found: of two that are the same only the first is kept. */
  readonly fingerprint: string;
  readonly target: { readonly kind: string; readonly id: number } | null;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Writes findings down in the open transaction, those that are new; answers how many those were. */
export function storeFindings(db: WriteDb, findings: readonly RawFinding[], at: number): number {
  let added = 0;
  for (const { kind, fingerprint, target, params } of findings) {
    added += db.run(sql`INSERT INTO auditFindings (fingerprint, kind, targetKind, targetId, params, at)
      VALUES (${`${kind} ${fingerprint}`}, ${kind}, ${target?.kind ?? null}, ${target?.id ?? null},
        ${JSON.stringify(params)}, ${at}) ON CONFLICT (fingerprint) DO NOTHING`).changes;
  }
  return added;
}
