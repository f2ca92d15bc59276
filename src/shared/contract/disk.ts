import { z } from 'zod';
import { task } from './define.ts';
import { done, flag, nothing } from './fields.ts';

/** Bytes; null where the system does not say. */
const bytes = z.int().nonnegative();

export const diskState = z.strictObject({
  /** `low` is to be told, `bad` is to be red: nothing is left, or nothing is kept in reserve any more. */
  level: z.enum(['good', 'low', 'bad']),
  /** Room where the shop file lies. */
  freeBytes: bytes.nullable(),
  /** The shop file could not be written for want of room, and there is none since. */
  wasRefused: flag,
  hasReserve: flag,
  /** Selling stopped or is about to: giving up the reserve lets it go on. */
  mayGiveUp: flag,
  /** A place of backups on another disk that is nearly full. */
  backups: z.strictObject({ place: z.enum(['first', 'second']), freeBytes: bytes }).nullable(),
});
export type DiskState = z.output<typeof diskState>;

/** The room on this computer's disk. */
export const diskCalls = {
  /** How much room is left, as it was looked at last. */
  'disk.state': task({ needs: 'signed-in', input: nothing, output: diskState, errors: [], reads: ['disk'] }),
  /** Deletes the file that holds room in reserve, so that selling goes on until some was freed. */
  'disk.giveUpReserve': task({
    needs: 'change-settings',
    input: nothing,
    output: done,
    errors: ['reserve-gone'],
    changes: ['disk'],
  }),
};
