import { setImmediate } from 'node:timers/promises';
import type { ShopFile, Snapshot } from '../database/open-shop-file.ts';
import { query } from '../database/query.ts';
import type { RawFinding } from '../database/sealing/raw-finding.ts';
import { verifyChain } from './audit-chain.ts';
import type { HeadKeeper } from './audit-head-keeper.ts';

/** What a verification looked at, and what it found. */
export type Verified = {
  readonly entries: number;
  readonly orders: number;
  readonly rows: number;
  readonly findings: readonly RawFinding[];
};

type Scope = 'quick' | 'whole';
type Counts = { entries: number; orders: number; rows: number };

export type Proof = {
  /**
   * Verifies the shop as it is now, in steps between which everything else goes on.
   * @throws DOMException `AbortError` once the shop file is being closed.
   */
  verify(scope: Scope, onStep: (done: number, total: number) => void): Promise<Verified>;
  /** Ends what is being verified, and waits for that. */
  stop(): Promise<void>;
};

type Options = {
  readonly file: ShopFile;
  readonly key: Uint8Array;
  /** Order numbers that were taken while the application was not looking. */
  readonly unseen: HeadKeeper['unseen'];
};

/** Entries that are looked at each start: a crash loses less of the head than that. */
const newestEntries = 500;

export function createProof({ file, key, unseen }: Options): Proof {
  let isStopped = false;
  const running = new Set<Promise<unknown>>();

  async function verify(scope: Scope, onStep: (done: number, total: number) => void): Promise<Verified> {
    const snapshot = file.snapshot();
    const counts: Counts = { entries: 0, orders: 0, rows: 0 };
    const steps = verifySteps(snapshot, { key, scope, unseen, counts });
    const total = scope === 'whole' ? totalOf(snapshot) : 0;
    try {
      for (;;) {
        if (isStopped) throw new DOMException('The shop file is being closed', 'AbortError');
        const step = steps.next();
        if (step.done) return { ...counts, findings: step.value };
        const done = counts.entries + counts.orders + counts.rows;
        onStep(done, Math.max(done, total));
        await setImmediate();
      }
    } finally {
      steps.return([]);
      snapshot.close();
    }
  }

  return {
    verify(scope, onStep) {
      const work = verify(scope, onStep);
      running.add(work);
      const end = (): void => void running.delete(work);
      work.then(end, end);
      return work;
    },
    async stop() {
      isStopped = true;
      await Promise.allSettled(running);
    },
  };
}

type Steps = {
  readonly key: Uint8Array;
  readonly scope: Scope;
  readonly unseen: HeadKeeper['unseen'];
  readonly counts: Counts;
};

function* verifySteps(
  snapshot: Snapshot,
  { key, scope, unseen, counts }: Steps,
): Generator<void, readonly RawFinding[]> {
  const { read } = snapshot;
  const newest = read.get(query.selectFrom('auditEntries').select('id').orderBy('id', 'desc').limit(1));
  const lastId = newest?.id ?? 0;
  const first = scope === 'whole' ? 1 : Math.max(1, lastId - newestEntries);
  const chain = snapshot.heard(verifyChain(read, key, first));
  let link = chain.next();
  while (!link.done) {
    counts.entries += link.value;
    yield;
    link = chain.next();
  }
  const findings = [...link.value];
  const seals = snapshot.verifySeals(key, { scope, unseen });
  let seal = seals.next();
  try {
    while (!seal.done) {
      counts.orders += seal.value.orders;
      counts.rows += seal.value.rows;
      yield;
      seal = seals.next();
    }
    return [...findings, ...seal.value];
  } finally {
    // Stopped in the middle: what it reads from must be let go before the snapshot is closed.
    seals.return([]);
  }
}

/** About how much there is to look at. */
function totalOf({ read }: Snapshot): number {
  const entry = read.get(query.selectFrom('auditEntries').select('id').orderBy('id', 'desc').limit(1));
  const order = read.get(query.selectFrom('orders').select('id').orderBy('id', 'desc').limit(1));
  const rows = read.get(
    query.selectFrom('digests').select(({ fn }) => fn.sum<number>('rowCount').as('rows')),
  );
  return (entry?.id ?? 0) + (order?.id ?? 0) + (rows?.rows ?? 0);
}
