import { windowClock } from './clock.ts';

let last = 0n;

/**
 * A UUID of version 7: 48 bits of time, then chance. Ids of one window rise strictly, even within a
 * millisecond or when the clock is set back, so that the shop file appends them instead of scattering them.
 */
export function createRequestId(now: number = windowClock()): string {
  const chance = crypto.getRandomValues(new Uint8Array(10));
  // 12 bits beside the version count on within a millisecond; the 62 bits after the variant are chance.
  const wanted = (BigInt(now) << 12n) | BigInt((((chance[0] ?? 0) << 8) | (chance[1] ?? 0)) & 0x7ff);
  last = wanted > last ? wanted : last + 1n;
  const time = (last >> 12n).toString(16).padStart(12, '0');
  const count = (last & 0xfffn).toString(16).padStart(3, '0');
  const rest = [((chance[2] ?? 0) & 0x3f) | 0x80, ...chance.subarray(3)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
