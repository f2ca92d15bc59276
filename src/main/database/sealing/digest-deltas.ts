import type BetterSqlite3 from 'better-sqlite3';
import { type Digest, digestWriter, readDigests } from './digest-rows.ts';
import { rowHash, type SealKeys } from './seal-keys.ts';
import { sealedKinds } from './sealed-kinds.ts';
import { addHash, addSum, partOf, type Sum, zeroSum } from './sum.ts';

type Delta = { readonly sum: Sum; rowCount: number };

/** What the open transaction adds to the digests and takes from them. */
export type DigestDeltas = {
  /** A row came or went; answers what that adds to its owner's part. */
  row(no: number, sign: 1 | -1, values: readonly unknown[]): number;
  /** Writes the digests that changed, in the open transaction. */
  write(): void;
  committed(): void;
  forget(): void;
};

/** The digests are added to and never made anew: what another program changed stays a difference for good. */
export function digestDeltas(writer: BetterSqlite3.Database, keys: SealKeys): DigestDeltas {
  const write = digestWriter(writer, keys.digests);
  const standing = new Map(readDigests(writer, keys.digests).digests);
  let deltas = new Map<number, Delta>();
  let written = new Map<string, Digest>();
  const forget = (): void => {
    deltas = new Map();
    written = new Map();
  };
  return {
    row(no, sign, values) {
      const hash = rowHash(keys, no, values);
      const delta = deltas.get(no) ?? { sum: zeroSum(), rowCount: 0 };
      deltas.set(no, delta);
      addHash(delta.sum, hash, sign);
      delta.rowCount += sign;
      return partOf(hash, sign);
    },
    write() {
      if (deltas.size === 0) return;
      for (const { kind, no } of sealedKinds) {
        const delta = deltas.get(no);
        const last = standing.get(kind);
        if (!delta || !last || isNothing(delta)) continue;
        const digest = added(last, delta);
        write(kind, digest);
        written.set(kind, digest);
      }
    },
    committed() {
      for (const [kind, digest] of written) standing.set(kind, digest);
      forget();
    },
    forget,
  };
}

/** Rows that were written as they were before. */
function isNothing({ sum, rowCount }: Delta): boolean {
  return rowCount === 0 && sum.every((lane) => lane === 0);
}

function added({ columns, rowCount, sum, version }: Digest, delta: Delta): Digest {
  const total = Uint32Array.from(sum);
  addSum(total, delta.sum, 1);
  return { columns, rowCount: rowCount + delta.rowCount, sum: total, version: version + 1 };
}
