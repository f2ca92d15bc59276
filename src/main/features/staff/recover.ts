import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import { formatRecoveryCode, parseRecoveryCode } from '../../../shared/domain/recovery-code.ts';
import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { keepKeyCopy } from './keep-key-copy.ts';
import { requireGoodPassword, requireGoodPin } from './require-good-secret.ts';
import { countGuess, forgetGuesses } from './throttle.ts';

const recoveryBytes = 16;

/** The owner's way back: the printed code sets a new password and PIN, and is replaced by a new one. */
export const recover: TaskHandler<'session.recover'> = async (ctx, { recoveryCode, password, pin }) => {
  requireGoodPassword(password);
  requireGoodPin(pin);
  const subjects = ['recovery'];
  await countGuess(ctx, subjects);
  const typed = parseRecoveryCode(recoveryCode);
  const isRight = await ctx.secrets.matches(
    typed ? formatRecoveryCode(typed) : '',
    ctx.shop.recoveryCodeHash,
  );
  if (!isRight) throw new AppError('wrong-recovery-code');
  const next = formatRecoveryCode(ctx.secrets.random(recoveryBytes));
  const [passwordHash, pinHash, recoveryCodeHash] = await Promise.all(
    [password, pin, next].map((secret) => ctx.secrets.hash(secret)),
  );
  const usedHash = ctx.shop.recoveryCodeHash;
  const { staffId, sessionId } = await ctx.transaction((db, note) => {
    // A code opens once: it may have been used in another window while the hashes were made.
    const kept = db.get(query.selectFrom('shop').select('recoveryCodeHash').where('id', '=', 1));
    if (kept?.recoveryCodeHash !== usedHash) throw new AppError('wrong-recovery-code');
    const owner = db.get(
      query
        .selectFrom('staff')
        .select('id')
        .where('role', '=', 'owner')
        // An owner who works here comes before one who was disabled.
        .orderBy(sql`disabledAt IS NOT NULL`)
        .orderBy('id')
        .limit(1),
    );
    if (!owner || !passwordHash || !pinHash || !recoveryCodeHash) throw new AppError('not-found');
    db.run(
      query.updateTable('staff').set({ passwordHash, pinHash, disabledAt: null }).where('id', '=', owner.id),
    );
    db.run(query.updateTable('shop').set({ recoveryCodeHash }).where('id', '=', 1));
    keepKeyCopy(db, ctx.secrets.sealKeys(next));
    forgetGuesses(db, [...subjects, `staff:${owner.id}`, `till:${ctx.till}`]);
    note(`staff ${owner.id}`, { recovered: true });
    return { staffId: owner.id, sessionId: ctx.session.begin(db, owner.id, 'recovery-code') };
  });
  ctx.session.rememberPassword(staffId);
  ctx.session.open(sessionId);
  ctx.session.confirm(sessionId);
  return { recoveryCode: next };
};
