import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { dayStartClash } from '../../../shared/domain/day-start.ts';
import type { CommandHandler, Context } from '../../app/context.ts';
import { query } from '../../database/query.ts';

type Fields = Omit<Parsed<'shop.update'>, 'seen'>;

/**
 * Changes the shop's settings; the audit log keeps what each was before. Orders keep what they were placed with.
 * @throws AppError `changed-meanwhile` where a field says something else by now than what the person saw,
 * `day-would-change` where the business date would jump this minute.
 */
export const updateShop: CommandHandler<'shop.update'> = (ctx, { seen = {}, ...fields }) => {
  const given = asKept(fields);
  if (Object.keys(given).length === 0) return {};
  const { shop } = ctx;
  const before = Object.fromEntries(Object.keys(given).map((field) => [field, kept(ctx, field)]));
  requireSeen(before, asKept(seen));
  if (fields.dayStartMinutes !== undefined) requireSameDay(ctx, fields.dayStartMinutes);
  const changes = given as Partial<typeof shop>;
  ctx.db.run(query.updateTable('shop').set(changes).where('id', '=', 1));
  ctx.note('shop', { before, after: changes });
  return {};
};

function kept({ shop }: Pick<Context, 'shop'>, field: string): unknown {
  return shop[field as keyof typeof shop];
}

/** The fields that were given, as the shop file keeps them: 0 and 1 are its booleans. */
function asKept(fields: Fields): Readonly<Record<string, unknown>> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([field, value]) => [field, typeof value === 'boolean' ? Number(value) : value]),
  );
}

/** @throws AppError `changed-meanwhile` with what the fields say by now. */
function requireSeen(now: Readonly<Record<string, unknown>>, seen: Readonly<Record<string, unknown>>): void {
  const overtaken = Object.keys(seen).filter((field) => field in now && now[field] !== seen[field]);
  if (overtaken.length === 0) return;
  throw new AppError('changed-meanwhile', {
    fields: Object.fromEntries(overtaken.map((field) => [field, now[field]])),
  });
}

function requireSameDay({ now, shop }: Context, wanted: number): void {
  const clash = dayStartClash(now, shop.timeZone, shop.dayStartMinutes, wanted);
  if (clash) throw new AppError('day-would-change', clash);
}
