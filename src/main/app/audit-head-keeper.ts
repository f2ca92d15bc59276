import type { ReadDb } from '../database/connection.ts';
import type { ShopFile } from '../database/open-shop-file.ts';
import { query } from '../database/query.ts';
import type { RawFinding } from '../database/sealing/raw-finding.ts';
import { ordersMissing } from '../database/sealing/verify-seals.ts';
import { chainHash } from './audit.ts';
import { hashOfEntry } from './audit-chain.ts';
import { type Head, type HeadStore, headOf, headsText, readHeads } from './audit-head.ts';
import type { Log } from './context.ts';

export type HeadKeeper = {
  /** What the kept head said of the file when it was opened. */
  readonly findings: readonly RawFinding[];
  /** Order numbers beyond the kept head when the file was opened: a crash lost their head, or somebody made them up. */
  readonly unseen: { readonly from: number; readonly to: number } | null;
  /** Writes what was not written yet. */
  flush(): Promise<void>;
};

type Options = {
  readonly file: ShopFile;
  readonly key: Uint8Array;
  readonly store: HeadStore;
  readonly log: Log;
};

/** For so long commits gather before the head is written: a crash loses no more of it. */
const gatherFor = 300;

/**
 * Keeps the newest link of the chain outside the shop file. Compares first what is kept with what is there; from then
 * on every commit is followed by a write of the head, gathered so that no sale waits for it.
 */
export function keepHead({ file, key, store, log }: Options): HeadKeeper {
  const { state, heads } = readHeads(key, store.read());
  const now = headOf(file.read);
  const own = heads.filter(({ fileId }) => fileId === now.fileId);
  // While a restore goes on there are two: of the shop as it was, and of what is put in its place.
  const kept = own.find((head) => compareHeads(file.read, key, head, now).length === 0) ?? own[0] ?? null;
  const findings = kept ? compareHeads(file.read, key, kept, now) : withoutHead(file.read, state, now);
  // Before the first entry: from now on a head that is gone is itself a finding.
  store.writeNow(headsText(key, now, heads));

  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  const write = (): Promise<void> => {
    timer = null;
    writing = writing
      // Read in here: a file that cannot be read is no fault that nobody catches.
      .then(() => store.write(headsText(key, headOf(file.read), heads)))
      .catch((error: unknown) =>
        log.error('The head of the audit log could not be kept', { error: String(error) }),
      );
    return writing;
  };
  file.onCommit(() => {
    timer ??= setTimeout(() => void write(), gatherFor).unref();
  });
  return {
    findings,
    unseen: kept && kept.orders < now.orders ? { from: kept.orders + 1, to: now.orders } : null,
    async flush() {
      if (timer === null) return writing;
      clearTimeout(timer);
      await write();
    },
  };
}

/** There is no head of this file: it is new, or from before heads were kept, or somebody took the head away. */
function withoutHead(db: ReadDb, state: 'kept' | 'none' | 'damaged', now: Head): readonly RawFinding[] {
  const last = db.get(query.selectFrom('auditEntries').select('till').orderBy('id', 'desc').limit(1));
  // Only an application that keeps heads writes tills into its entries.
  if (!last || last.till === null) return [];
  return [
    {
      kind: state === 'damaged' ? 'head-damaged' : 'head-missing',
      fingerprint: `${now.fileId} ${now.lastId}`,
      target: null,
      params: {},
    },
  ];
}

function compareHeads(db: ReadDb, key: Uint8Array, kept: Head, now: Head): readonly RawFinding[] {
  const keptAt = kept.at;
  const isShorter = kept.orders > now.orders && !wereTakenBack(db, kept, now);
  const findings = isShorter ? [ordersMissing(now.orders + 1, kept.orders)] : [];
  if (kept.lastId > now.lastId) {
    const [from, to] = [now.lastId + 1, kept.lastId];
    const params = { from, to, count: to - now.lastId, keptAt };
    const fingerprint = `${from} ${to} ${kept.hash}`;
    return [{ kind: 'history-shorter', fingerprint, target: null, params }, ...findings];
  }
  if (partedWays(db, key, kept)) {
    findings.push({
      kind: 'history-differs',
      fingerprint: `${kept.lastId} ${kept.hash}`,
      target: { kind: 'entry', id: kept.lastId },
      params: { from: kept.lastId, keptAt },
    });
  }
  for (const [kind, [version, rowCount, sum]] of Object.entries(kept.digests)) {
    const [nowVersion, nowCount, nowSum] = now.digests[kind] ?? [0, 0, ''];
    const isLater = nowVersion > version;
    if (isLater || (nowVersion === version && nowCount === rowCount && nowSum === sum)) continue;
    const fingerprint = `${kind} ${version} ${sum} ${nowSum}`;
    findings.push({ kind: 'seals-changed', fingerprint, target: null, params: { table: kind } });
  }
  return findings;
}

/** An import of history was taken back after the head was kept, and the newest orders with it. */
function wereTakenBack(db: ReadDb, kept: Head, now: Head): boolean {
  const undone = db.all(
    query
      .selectFrom('historyImports')
      .select(['firstOrderId as first', 'lastOrderId as last'])
      .where('undoneAt', '>=', kept.at)
      .where('firstOrderId', 'is not', null)
      .orderBy('firstOrderId', 'desc'),
  );
  let newest = kept.orders;
  for (const { first, last } of undone) {
    if (first !== null && last !== null && first <= newest && newest <= last) newest = first - 1;
  }
  return kept.lastId < now.lastId && newest <= now.orders;
}

/** The entry that was the newest is another, and a true link of the chain: two copies of the file went on. */
function partedWays(db: ReadDb, key: Uint8Array, kept: Head): boolean {
  if (kept.lastId === 0) return false;
  const row = db.get(query.selectFrom('auditEntries').selectAll().where('id', '=', kept.lastId));
  if (!row || row.hash === kept.hash) return false;
  return chainHash(key, hashOfEntry.get(db, { id: kept.lastId - 1 })?.hash ?? '', row) === row.hash;
}
