import type BetterSqlite3 from 'better-sqlite3';
import type { Digest } from './digest-rows.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SealedKind } from './sealed-kinds.ts';
import { addSum, partSize, sumText } from './sum.ts';
import type { RowSums } from './sum-rows.ts';

/** Owners that are named one by one; more of them are one finding. */
const mostNamed = 50;

/**
 * What is found where the rows of a kind are not what its digest says. Each finding is known again by the difference
 * alone, which stays the same whatever is lawfully written later.
 */
export function compareDigest(
  database: BetterSqlite3.Database,
  sealed: SealedKind,
  digest: Digest,
  found: RowSums,
): readonly RawFinding[] {
  const difference = Uint32Array.from(found.sum);
  addSum(difference, digest.sum, -1);
  if (difference.every((lane) => lane === 0) && found.rowCount === digest.rowCount) return [];
  const owners = changedOwners(database, sealed, found);
  if (owners.length > 0 && owners.length <= mostNamed) {
    return owners.map(({ owner, change, by }) => ({
      kind: change,
      fingerprint: `${sealed.kind} ${owner} ${by}`,
      target: targetOf(sealed, owner),
      params: { table: sealed.kind },
    }));
  }
  const count = found.rowCount - digest.rowCount;
  return [
    {
      kind: count === 0 ? 'rows-changed' : count < 0 ? 'rows-missing' : 'rows-added',
      fingerprint: `${sealed.kind} ${sumText(difference)}`,
      target: null,
      params: { table: sealed.kind, count: Math.max(owners.length, Math.abs(count)) },
    },
  ];
}

function targetOf({ target }: SealedKind, owner: number): RawFinding['target'] {
  return owner > 0 ? { kind: target, id: owner } : null;
}

type Changed = {
  readonly owner: number;
  readonly change: 'rows-changed' | 'rows-missing' | 'rows-added';
  readonly by: number;
};

function changedOwners(
  database: BetterSqlite3.Database,
  { no, owner: of }: SealedKind,
  { parts }: RowSums,
): readonly Changed[] {
  const kept = new Map(
    database
      .prepare<[number], [number, number]>('SELECT owner, sum FROM digestParts WHERE kind = ?')
      .raw()
      .all(no),
  );
  // Rows that belong to the shop itself say more by their number than by whether there are any.
  const isShop = of('r') === '1';
  const changed: Changed[] = [];
  for (const owner of new Set([...parts.keys(), ...kept.keys()])) {
    const [now, then] = [parts.get(owner), kept.get(owner) ?? 0];
    const by = ((((now ?? 0) - then) % partSize) + partSize) % partSize;
    if (by === 0) continue;
    const change = isShop
      ? 'rows-changed'
      : now === undefined
        ? 'rows-missing'
        : then === 0
          ? 'rows-added'
          : 'rows-changed';
    changed.push({ owner, change, by });
  }
  return changed;
}
