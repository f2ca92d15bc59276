import { AppError } from '../../../shared/contract/errors.ts';
import { formatRecoveryCode } from '../../../shared/domain/recovery-code.ts';
import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { ownAccount } from './confirm-password.ts';
import { keepKeyCopy } from './keep-key-copy.ts';
import { provePassword } from './prove-identity.ts';
import { forgetGuesses } from './throttle.ts';

/** Bytes of a recovery code: 128 bits, more than anybody can guess. */
const recoveryBytes = 16;

/** A new recovery code: the paper of before opens nothing any more. It is the owners' way back, so theirs to renew. */
export const newRecoveryCode: TaskHandler<'staff.newRecoveryCode'> = async (ctx, { password }) => {
  const { person } = ownAccount(ctx);
  if (person.role !== 'owner') throw new AppError('owner-only');
  const { subjects } = await provePassword(ctx, person, password);
  const recoveryCode = formatRecoveryCode(ctx.secrets.random(recoveryBytes));
  const keyCopy = ctx.secrets.sealKeys(recoveryCode);
  const recoveryCodeHash = await ctx.secrets.hash(recoveryCode);
  await ctx.transaction((db, note) => {
    db.run(query.updateTable('shop').set({ recoveryCodeHash }).where('id', '=', 1));
    keepKeyCopy(db, keyCopy);
    forgetGuesses(db, subjects);
    note('shop', {});
  });
  return { recoveryCode };
};
