import type { ReadDb } from '../database/connection.ts';
import { preparedRead } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { RawFinding } from '../database/sealing/raw-finding.ts';
import { stepTo } from '../database/walk.ts';
import { type AuditRow, chainHash } from './audit.ts';

/** Entries whose links are made anew in one go: a few milliseconds. */
const mostInStep = 200;

const entriesAfter = preparedRead<{ after: number }, AuditRow>((slot) =>
  query
    .selectFrom('auditEntries')
    .selectAll()
    .where('id', '>', slot('after'))
    .orderBy('id')
    .limit(mostInStep),
);

export const hashOfEntry = preparedRead<{ id: number }, { hash: string }>((slot) =>
  query.selectFrom('auditEntries').select('hash').where('id', '=', slot('id')),
);

/**
 * Makes every link of the chain anew from an entry on, step by step; yields how many entries each step took. Answers
 * what was found: entries that say something else than when they were written, and numbers that are not there.
 */
export function* verifyChain(
  db: ReadDb,
  key: Uint8Array,
  firstId: number,
): Generator<number, readonly RawFinding[]> {
  const findings: RawFinding[] = [];
  let changed: { from: number; to: number; hash: string } | null = null;
  let last = { id: firstId - 1, hash: hashOfEntry.get(db, { id: firstId - 1 })?.hash ?? '' };
  const tell = (): void => {
    if (changed) findings.push(entriesChanged(changed));
    changed = null;
  };
  for (;;) {
    const rows = entriesAfter.all(db, { after: last.id });
    for (const row of rows) {
      stepTo(last.id, row.id);
      const isNext = row.id === last.id + 1;
      if (!isNext) findings.push(entriesMissing(last.id + 1, row.id - 1));
      const must = chainHash(key, last.hash, row);
      // What follows a gap hangs on a link that is gone: the gap says it.
      if (!isNext || must === row.hash) tell();
      else changed = { from: (changed as { from: number } | null)?.from ?? row.id, to: row.id, hash: must };
      last = row;
    }
    yield rows.length;
    if (rows.length < mostInStep) break;
  }
  tell();
  return findings;
}

function entriesChanged({ from, to, hash }: { from: number; to: number; hash: string }): RawFinding {
  return {
    kind: 'entry-changed',
    fingerprint: `${from} ${to} ${hash}`,
    target: { kind: 'entry', id: from },
    params: { from, to, count: to - from + 1 },
  };
}

function entriesMissing(from: number, to: number): RawFinding {
  return {
    kind: 'entries-missing',
    fingerprint: `${from} ${to}`,
    target: null,
    params: { from, to, count: to - from + 1 },
  };
}
