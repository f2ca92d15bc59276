import { randomBytes } from 'node:crypto';

/**
 * A request id for a command that the application gives itself: a UUID of version 7, 48 bits of time and then
 * chance. `now` in milliseconds UTC.
 */
export function systemRequestId(now: number): string {
  const time = Math.max(0, now).toString(16).padStart(12, '0');
  const chance = randomBytes(10);
  chance[0] = ((chance[0] ?? 0) & 0x0f) | 0x70;
  chance[2] = ((chance[2] ?? 0) & 0x3f) | 0x80;
  const rest = chance.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}
