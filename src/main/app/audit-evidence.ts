import { storeFindings } from '../database/sealing/raw-finding.ts';
import { keepHead } from './audit-head-keeper.ts';
import { createProof, type Proof } from './audit-proof.ts';
import type { AppOptions } from './create-app.ts';

export type Evidence = {
  readonly proof: Proof;
  /** Ends what is being verified and writes the head as it is; right before the shop file is closed. */
  settle(): Promise<void>;
};

/**
 * Seals the shop file from now on and keeps the head of its log elsewhere. What is found while the shop is opened is
 * written down at once: from here on the file and its head go on together.
 */
export function createEvidence({ file, clock, keys, heads, log }: AppOptions): Evidence {
  const openedAt = clock();
  file.seal(keys.audit, openedAt);
  const head = heads ? keepHead({ file, key: keys.audit, store: heads, log }) : null;
  if (head && head.findings.length > 0) {
    file.transaction((db) => storeFindings(db, head.findings, openedAt));
  }
  const proof = createProof({ file, key: keys.audit, unseen: head?.unseen ?? null });
  return {
    proof,
    async settle() {
      await proof.stop();
      await head?.flush();
    },
  };
}
