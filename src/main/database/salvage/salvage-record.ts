/** What a row holds; whole numbers that a JavaScript number cannot hold exactly are bigint. */
export type StoredValue = null | number | bigint | string | Buffer;

/** Reads SQLite's numbers of one to nine bytes, one after the other. */
class VarintReader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Null where the bytes end before the number does. */
  next(): number | bigint | null {
    let value = 0;
    for (let place = 0; place < 8; place += 1) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) return null;
      this.at += 1;
      // Seven bits a byte: exact up to 49 bits.
      if (place === 7) return this.#long(value, byte);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    return null;
  }

  /** The eighth byte, and the ninth where there is one: all its eight bits count. */
  #long(first: number, eighth: number): number | bigint | null {
    const value = (BigInt(first) << 7n) | BigInt(eighth & 127);
    if (eighth < 128) return plain(value);
    const ninth = this.#bytes[this.at];
    if (ninth === undefined) return null;
    this.at += 1;
    return plain(BigInt.asIntN(64, (value << 8n) | BigInt(ninth)));
  }
}

function plain(value: bigint): number | bigint {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;
}

/** A number at a place, and where the bytes behind it begin; null where there is none. */
export function varintAt(
  bytes: Buffer,
  at: number,
): { readonly value: number | bigint; readonly end: number } | null {
  const reader = new VarintReader(bytes, at);
  const value = reader.next();
  return value === null ? null : { value, end: reader.at };
}

/**
 * The values of one record of a table or an index. Null where it is not exactly as long as it says, or says what no
 * record says: it is damaged, or was never a record.
 */
export function decodeRecord(record: Buffer): readonly StoredValue[] | null {
  const reader = new VarintReader(record, 0);
  const headerEnd = reader.next();
  if (typeof headerEnd !== 'number' || headerEnd < reader.at || headerEnd > record.length) return null;
  const types: number[] = [];
  let end = headerEnd;
  while (reader.at < headerEnd) {
    const type = reader.next();
    const length = typeof type === 'number' ? lengthOf(type) : null;
    if (typeof type !== 'number' || length === null) return null;
    types.push(type);
    end += length;
    if (end > record.length) return null;
  }
  if (reader.at !== headerEnd || end !== record.length) return null;
  let at = headerEnd;
  return types.map((type) => {
    const value = storedValue(record, at, type);
    at += lengthOf(type) ?? 0;
    return value;
  });
}

const numberLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** Bytes of a value of such a type; null where there is no such type. */
function lengthOf(type: number): number | null {
  if (type < 0 || type === 10 || type === 11) return null;
  return type >= 12 ? (type - 12 - (type % 2)) / 2 : (numberLengths[type] ?? null);
}

function storedValue(bytes: Buffer, at: number, type: number): StoredValue {
  if (type >= 12) {
    const end = at + (lengthOf(type) ?? 0);
    return type % 2 === 0 ? Buffer.from(bytes.subarray(at, end)) : bytes.toString('utf8', at, end);
  }
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(at);
  if (type === 6) return plain(bytes.readBigInt64BE(at));
  if (type >= 8) return type - 8;
  return bytes.readIntBE(at, numberLengths[type] ?? 1);
}
