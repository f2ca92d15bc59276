import { createReadStream } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../shared/contract/errors.ts';
import type { JobContext } from './jobs.ts';
import { piecesOf } from './pieces.ts';
import { writeFlushed } from './write-flushed.ts';

/** How a file that the age programs open begins. */
const ageHeader = 'age-encryption.org/v1';

/** Encrypts a file with a passphrase, in the age format: other programs open it too. */
export async function lockFile(from: string, to: string, passphrase: string, ctx: JobContext): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  if (ctx.passphraseCost !== undefined) encrypter.setScryptWorkFactor(ctx.passphraseCost);
  await writeFlushed(to, await throughAge(from, (plain) => encrypter.encrypt(plain), ctx));
}

/**
 * Decrypts such a file. @throws AppError `wrong-passphrase`; `backup-damaged` where it is not whole, or no such file.
 */
export async function unlockFile(
  from: string,
  to: string,
  passphrase: string,
  ctx: JobContext,
): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  let isOpen = false;
  try {
    const pieces = await throughAge(from, (locked) => decrypter.decrypt(locked), ctx);
    isOpen = true;
    await writeFlushed(to, pieces);
  } catch (error) {
    ctx.signal?.throwIfAborted();
    const words = error instanceof Error ? error.message : String(error);
    if (!isOpen && /passphrase|identity|identities/iu.test(words)) throw new AppError('wrong-passphrase');
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw new AppError('no-room');
    throw new AppError('backup-damaged', { reason: words });
  }
}

/** Whether a file says of itself that it is encrypted. */
export async function isLocked(path: string): Promise<boolean> {
  const begin = createReadStream(path, { start: 0, end: ageHeader.length - 1 });
  const pieces: Buffer[] = [];
  for await (const piece of begin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('latin1') === ageHeader;
}

async function throughAge(
  from: string,
  work: (stream: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>,
  ctx: JobContext,
): Promise<AsyncIterable<Uint8Array>> {
  const plain = ReadableStream.from(piecesOf(from, ctx));
  return (await work(plain)) as unknown as AsyncIterable<Uint8Array>;
}
