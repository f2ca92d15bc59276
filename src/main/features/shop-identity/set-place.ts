import { AppError } from '../../../shared/contract/errors.ts';
import { businessDateOf, isTimeZone } from '../../../shared/domain/calendar.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { beforeAndAfter, changesOf, requireUnchanged } from './require-unchanged.ts';

/**
 * Changes where the shop is: its country, how it writes figures and days, its time zone.
 * @throws AppError `changed-meanwhile`, `unknown-time-zone`, `zone-would-change-day`.
 */
export const setPlace: CommandHandler<'shop.setPlace'> = (ctx, { seen = {}, ...given }) => {
  const { db, shop, note } = ctx;
  const { country, locale, timeZone } = shop;
  const kept = { country, locale, timeZone };
  const changes = changesOf(given, kept);
  if (Object.keys(changes).length === 0) return {};
  requireUnchanged(changes, seen, kept);
  if (changes.timeZone !== undefined) requireSameDay(ctx, changes.timeZone);
  db.run(query.updateTable('shop').set(changes).where('id', '=', 1));
  note('shop', beforeAndAfter(changes, kept));
  return {};
};

/**
 * Events keep the business date that they were given. Where both zones give this moment the same one, everything
 * before it has that date or an earlier one, and everything after it that or a later one: no day comes twice.
 */
function requireSameDay({ now, shop, today }: CommandContext, timeZone: string): void {
  if (!isTimeZone(timeZone)) throw new AppError('unknown-time-zone', { timeZone });
  const to = businessDateOf(now, timeZone, shop.dayStartMinutes);
  if (to !== today) throw new AppError('zone-would-change-day', { from: today, to });
}
