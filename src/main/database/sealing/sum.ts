/** 256 bits, least significant first, as eight unsigned numbers of 32. */
export type Sum = Uint32Array;

const lanes = 8;

export function zeroSum(): Sum {
  return new Uint32Array(lanes);
}

/** Adds a hash of 32 bytes to a sum, modulo 2^256, or takes it away: rows come and go in any order. */
export function addHash(sum: Sum, hash: Buffer, sign: 1 | -1): void {
  let carry = 0;
  for (let lane = 0; lane < lanes; lane += 1) {
    // Within ±2^33: exact.
    const value = (sum[lane] ?? 0) + sign * hash.readUInt32LE(lane * 4) + carry;
    sum[lane] = value;
    carry = Math.floor(value / 2 ** 32);
  }
}

/** One sum added to another, or taken from it. */
export function addSum(sum: Sum, other: Sum, sign: 1 | -1): void {
  let carry = 0;
  for (let lane = 0; lane < lanes; lane += 1) {
    const value = (sum[lane] ?? 0) + sign * (other[lane] ?? 0) + carry;
    sum[lane] = value;
    carry = Math.floor(value / 2 ** 32);
  }
}

/** 43 letters. */
export function sumText(sum: Sum): string {
  const bytes = Buffer.alloc(lanes * 4);
  for (let lane = 0; lane < lanes; lane += 1) bytes.writeUInt32LE(sum[lane] ?? 0, lane * 4);
  return bytes.toString('base64url');
}

/** What `sumText` wrote; whatever else is there reads as some sum that fits nothing. */
export function parseSum(text: string): Sum {
  const bytes = Buffer.alloc(lanes * 4);
  Buffer.from(text, 'base64url').copy(bytes);
  return Uint32Array.from({ length: lanes }, (_, lane) => bytes.readUInt32LE(lane * 4));
}

/** So many values has the short sum of one owner's rows. */
export const partSize = 2 ** 48;

/** What a row's hash adds to its owner's short sum, modulo `partSize`. */
export function partOf(hash: Buffer, sign: 1 | -1): number {
  const part = hash.readUIntLE(0, 6);
  return sign === 1 || part === 0 ? part : partSize - part;
}
