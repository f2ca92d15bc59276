import { z } from 'zod';
import { rights, type StaffRole } from '../domain/rights.ts';
import { command, query, task } from './define.ts';
import { done, flag, id, instant, nothing, page, share } from './fields.ts';
import { password, personName, personTile, pin } from './setup.ts';

/** People, what they may do, and where they are signed in. Who has less than somebody changes nothing of them. */

const staffRole = z.enum(['owner', 'manager', 'cashier', 'viewer'] as const satisfies readonly StaffRole[]);
export const rightName = z.enum(rights);

/** A right beside the role's (`granted`), or taken from it. */
const override = z.strictObject({ right: rightName.exclude(['shop-for-self']), granted: flag });

const overrides = z
  .array(override)
  .max(rights.length)
  .refine((list) => new Set(list.map((one) => one.right)).size === list.length, 'a right twice');

const staffView = personTile.extend({
  disabled: flag,
  createdAt: instant,
  overrides: z.array(override).readonly(),
  /** The person's own largest discount, parts per million; null is the role's. */
  discountCeiling: share.nullable(),
  /** The last time they signed in. */
  lastSeenAt: instant.nullable(),
  /** Sessions that are open now. */
  openSessions: z.int(),
  /** False for oneself and for who may do more than who asks: of them only what is shown may be seen. */
  mayChange: flag,
});

const person = z.strictObject({ staffId: id });

/** Refusals of whatever is done to another person. */
const personErrors = ['not-your-own-account', 'person-may-more'] as const;

const sessionRow = z.strictObject({
  id,
  staffId: id,
  name: z.string(),
  colour: personTile.shape.colour,
  role: staffRole,
  till: z.string(),
  openedBy: z.enum(['pin', 'password', 'recovery-code', 'setup']),
  startedAt: instant,
  endedAt: instant.nullable(),
  endReason: z
    .enum(['locked', 'next-person', 'window-closed', 'ended', 'disabled', 'new-secret', 'stopped'])
    .nullable(),
  /** Who ended it, where somebody else did. */
  endedByName: z.string().nullable(),
  /** The session of who asks. */
  isOwn: flag,
});

export const staffCalls = {
  /** Everybody who works here, disabled ones last. */
  'staff.list': query({
    needs: 'manage-staff',
    input: nothing,
    output: z.array(staffView),
    errors: [],
    reads: ['staff', 'session'],
  }),
  /** Adds a person with a role and a PIN. An owner needs a password too. */
  'staff.add': task({
    needs: 'manage-staff',
    input: z.strictObject({ name: personName, role: staffRole, pin, password: password.optional() }),
    output: z.strictObject({ staffId: id }),
    errors: [
      'pin-too-simple',
      'password-too-short',
      'password-too-common',
      'password-not-set',
      'name-taken',
      'person-may-more',
    ],
    changes: ['staff'],
    secrets: ['pin', 'password'],
    asksPassword: true,
  }),
  /** Gives a person another name; what they did before keeps the same person. */
  'staff.rename': command({
    needs: 'manage-staff',
    input: person.extend({ name: personName }),
    output: done,
    errors: ['name-taken', 'person-may-more'],
    changes: ['staff', 'session'],
  }),
  /** Gives a person another role. Their own rights and ceiling go: the new role's hold. */
  'staff.setRole': command({
    needs: 'manage-staff',
    input: person.extend({ role: staffRole }),
    output: done,
    errors: [...personErrors, 'last-owner', 'password-not-set'],
    changes: ['staff', 'session'],
    asksPassword: true,
  }),
  /** What a person may do beside their role or short of it, and their largest discount; replaces what was there. */
  'staff.setRights': command({
    needs: 'manage-staff',
    input: person.extend({ overrides, discountCeiling: share.nullable() }),
    output: done,
    errors: [...personErrors, 'owner-has-every-right', 'right-not-yours'],
    changes: ['staff', 'session'],
    asksPassword: true,
  }),
  /** Gives another person a new PIN; where they are signed in, they sign in again. */
  'staff.setPin': task({
    needs: 'manage-staff',
    input: person.extend({ pin }),
    output: done,
    errors: ['pin-too-simple', 'person-may-more'],
    changes: ['staff', 'session'],
    secrets: ['pin'],
    asksPassword: true,
  }),
  /** Gives another person a password, or a new one; where they are signed in, they sign in again. */
  'staff.setPassword': task({
    needs: 'manage-staff',
    input: person.extend({ password }),
    output: done,
    errors: ['password-too-short', 'password-too-common', ...personErrors],
    changes: ['staff', 'session'],
    secrets: ['password'],
    asksPassword: true,
  }),
  /** Changes one's own PIN, with the password, or where there is none with the PIN so far. */
  'staff.changeOwnPin': task({
    needs: 'signed-in',
    input: z.strictObject({ current: z.string().min(1).max(256), pin }),
    output: done,
    errors: ['wrong-pin', 'wrong-password', 'wait-before-guess', 'pin-too-simple'],
    changes: ['staff'],
    secrets: ['current', 'pin'],
  }),
  /** Changes one's own password. The first one is given by whoever manages the staff. */
  'staff.changeOwnPassword': task({
    needs: 'signed-in',
    input: z.strictObject({ current: password, password }),
    output: done,
    errors: [
      'wrong-password',
      'password-not-set',
      'wait-before-guess',
      'password-too-short',
      'password-too-common',
    ],
    changes: ['staff'],
    secrets: ['current', 'password'],
  }),
  /** Takes a person off the lock screen and ends their sessions at once, or lets them back. Never the last owner. */
  'staff.setDisabled': command({
    needs: 'manage-staff',
    input: person.extend({ disabled: flag }),
    output: done,
    errors: [...personErrors, 'last-owner', 'name-taken'],
    changes: ['staff', 'session'],
    asksPassword: true,
  }),
  /** Who is and was signed in, latest first. */
  'staff.sessions': query({
    needs: 'manage-staff',
    input: z.strictObject({
      staffId: id.nullable(),
      openOnly: flag,
      cursor: z.string().max(20).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: page(sessionRow),
    errors: [],
    reads: ['session', 'staff'],
  }),
  /** Ends a session: its window is locked at once. */
  'staff.endSession': command({
    needs: 'manage-staff',
    input: z.strictObject({ sessionId: id }),
    output: done,
    errors: ['session-over', 'person-may-more'],
    changes: ['session'],
  }),
  /** A new recovery code in place of the one before; only an owner, and only with the password. Answers it once. */
  'staff.newRecoveryCode': task({
    needs: 'manage-staff',
    input: z.strictObject({ password }),
    output: z.strictObject({ recoveryCode: z.string() }),
    errors: ['owner-only', 'wrong-password', 'wait-before-guess'],
    changes: ['shop'],
    secrets: ['password'],
  }),
};
