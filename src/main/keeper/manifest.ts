import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { backupCauses, shopFacts } from '../../shared/contract/backup-fields.ts';
import { keyedHashOf } from '../database/sealing/keyed-hash.ts';
import { piecesOf } from './pieces.ts';
import { writeFlushed } from './write-flushed.ts';

const kept = z.strictObject({
  ...shopFacts.shape,
  fileId: z.string(),
  lastEntry: z.strictObject({ id: z.number(), hash: z.string(), at: z.number() }).nullable(),
  rows: z.record(z.string(), z.number()),
});

const problem = z.strictObject({ check: z.string(), what: z.string(), count: z.number() });

const form = z.strictObject({
  format: z.literal(1),
  /** The backup's file without its ending. */
  name: z.string(),
  /** Milliseconds UTC, like the others. */
  madeAt: z.number(),
  cause: z.enum(backupCauses),
  /** The version of the application that made it. */
  app: z.string(),
  isEncrypted: z.boolean(),
  /** Of the file as it lies there. */
  bytes: z.number(),
  sha256: z.string(),
  facts: kept,
  /** When it was last opened and everything in it looked at. */
  checkedAt: z.number(),
  /** What was found wrong then. */
  problems: z.array(problem),
  /** Nothing had changed in the shop by then. */
  stillTrueAt: z.number().nullable(),
});

/** What is known of a backup without opening it; lies beside it as JSON. */
export type Manifest = z.output<typeof form>;

/** Signed with the key of the audit log: what somebody else wrote, or changed, does not count. */
const signed = form.extend({ mac: z.string() });

/** Writes a manifest whole or not at all; `before` is done while it lies ready beside its place. */
export async function writeManifest(
  path: string,
  key: Uint8Array,
  manifest: Manifest,
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  const beside = `${path}.part`;
  await rm(beside, { force: true });
  try {
    await writeFlushed(beside, `${JSON.stringify({ ...manifest, mac: macOf(key, manifest) }, null, 2)}\n`);
    await before();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The manifest at a path; null where there is none that this application wrote. */
export async function readManifest(path: string, key: Uint8Array): Promise<Manifest | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null || text.length > 1_000_000) return null;
  const parsed = signed.safeParse(parse(text));
  if (!parsed.success) return null;
  const { mac, ...manifest } = parsed.data;
  return mac === macOf(key, manifest) ? manifest : null;
}

function macOf(key: Uint8Array, manifest: Manifest): string {
  return keyedHashOf(key).text(JSON.stringify(['backup', form.parse(manifest)]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The SHA-256 of a file, as hex. */
export async function hashOfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const ctx = { onProgress: () => {}, ...(signal ? { signal } : {}) };
  for await (const piece of piecesOf(path, ctx)) hash.update(piece);
  return hash.digest('hex');
}
