import { damaged } from './picture-limits.ts';

/** Reads a file from its start to its end; whatever is not there is a file cut short. */
export type ByteReader = {
  readonly left: number;
  /** The next bytes, without taking them. */
  ahead(count: number): Buffer;
  byte(): number;
  /** Passes over everything before the next byte of this value. */
  skipTo(value: number): void;
  /** Big end first, as PNG and JPEG write numbers. */
  uint16(): number;
  uint32(): number;
  /** Little end first, as WebP writes them. */
  littleUint24(): number;
  littleUint32(): number;
  take(count: number): Buffer;
  ascii(count: number): string;
};

/** Every method throws AppError `picture-damaged` where the bytes end too early. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (count: number): Buffer => {
    if (count > buffer.length - at) throw damaged('cut short');
    at += count;
    return buffer.subarray(at - count, at);
  };
  return {
    get left() {
      return buffer.length - at;
    },
    ahead(count) {
      if (count > buffer.length - at) throw damaged('cut short');
      return buffer.subarray(at, at + count);
    },
    skipTo(value) {
      const found = buffer.indexOf(value, at);
      if (found < 0) throw damaged('cut short');
      at = found;
    },
    byte: () => take(1).readUInt8(),
    uint16: () => take(2).readUInt16BE(),
    uint32: () => take(4).readUInt32BE(),
    littleUint24: () => take(3).readUIntLE(0, 3),
    littleUint32: () => take(4).readUInt32LE(),
    take,
    ascii: (count) => take(count).toString('latin1'),
  };
}
