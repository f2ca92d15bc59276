import { z } from 'zod';
import { query, task } from './define.ts';
import { id, instant, share } from './fields.ts';
import { password, personTile, pin } from './setup.ts';
import { rightName } from './staff.ts';

export const approvalsCalls = {
  /** Who could lend this right to whoever asks; with a ceiling, for discounts beyond it. */
  'approvals.people': query({
    needs: 'signed-in',
    input: z.strictObject({ right: rightName, above: share.nullable() }),
    output: z.array(personTile),
    errors: [],
    reads: ['staff', 'session'],
  }),
  /**
   * Approves one action of whoever is signed in, with the approver's PIN (or password, where that is asked first). It
   * holds for this window, person, call and very input, for 60 seconds, and once. `earlierId` is an approval of the
   * same action that turned out not to be enough. A guess counts as at the lock screen.
   */
  'approvals.give': task({
    needs: 'signed-in',
    input: z.strictObject({
      call: z.string().max(60),
      input: z.unknown(),
      right: rightName,
      staffId: id,
      pin: pin.optional(),
      password: password.optional(),
      earlierId: z.string().max(60).nullable(),
    }),
    output: z.strictObject({ approvalId: z.string(), expiresAt: instant }),
    errors: [
      'not-approvable',
      'own-approval',
      'approver-lacks-right',
      'wrong-pin',
      'wrong-password',
      'password-needed',
      'pin-not-set',
      'wait-before-guess',
    ],
    secrets: ['pin', 'password', 'input'],
  }),
};
