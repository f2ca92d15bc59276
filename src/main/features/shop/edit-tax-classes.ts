import { AppError } from '../../../shared/contract/errors.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { requireReorder } from './in-order.ts';
import { productCounts } from './list-taxes.ts';
import {
  enterRates,
  liveTaxClass,
  requireFreeClassName,
  type TaxClassRecord,
  taxClassRecords,
  taxClassToChange,
  touchTaxClass,
} from './tax-class-record.ts';

/** As many as a list for people holds. */
const mostClasses = 50;

/** A new class bears its rates from the beginning, as the classes do that the shop opened with. */
const firstDay = calendarDate(19000101);

export const createTaxClass: CommandHandler<'taxes.create'> = (ctx, { name, rates }) => {
  const classes = taxClassRecords(ctx.db);
  if (classes.length >= mostClasses) throw new AppError('too-many-tax-classes');
  requireFreeClassName(ctx.db, name, null);
  const position = Math.max(-1, ...classes.map((one) => one.position)) + 1;
  const row = { name, position, isDefault: 0 as const, archivedAt: null };
  const taxClassId = ctx.db.run(query.insertInto('taxClasses').values(row)).lastId;
  const entries = rates.map((one) => ({ ...one, startDate: firstDay, entryNo: 0 }));
  enterRates(ctx, taxClassId, entries);
  ctx.note(`tax class ${taxClassId}`, { name, after: rateWords(rates) });
  return { taxClassId };
};

export const renameTaxClass: CommandHandler<'taxes.rename'> = (ctx, input) => {
  const record = taxClassToChange(ctx.db, input);
  requireFreeClassName(ctx.db, input.name, record.id);
  ctx.db.run(query.updateTable('taxClasses').set({ name: input.name }).where('id', '=', record.id));
  touchTaxClass(ctx, record);
  noteChange(ctx, record, { name: record.name }, { name: input.name });
  return {};
};

export const setDefaultTaxClass: CommandHandler<'taxes.setDefault'> = (ctx, input) => {
  const record = liveTaxClass(ctx.db, input);
  const former = taxClassRecords(ctx.db).find((one) => one.isDefault === 1);
  ctx.db.run(query.updateTable('taxClasses').set({ isDefault: 0 }).where('isDefault', '=', 1));
  ctx.db.run(query.updateTable('taxClasses').set({ isDefault: 1 }).where('id', '=', record.id));
  touchTaxClass(ctx, record);
  noteChange(ctx, record, { default: former?.name ?? null }, { default: record.name });
  return {};
};

export const reorderTaxClasses: CommandHandler<'taxes.reorder'> = ({ db, note }, { before, after }) => {
  const live = taxClassRecords(db).filter((one) => one.archivedAt === null);
  requireReorder(
    live.map(({ id }) => id),
    { before, after },
  );
  after.forEach((id, position) => {
    db.run(query.updateTable('taxClasses').set({ position }).where('id', '=', id));
  });
  const names = (ids: readonly number[]) => ids.map((id) => live.find((one) => one.id === id)?.name ?? '');
  note('tax classes', { before: names(before), after: names(after) });
  return {};
};

export const archiveTaxClass: CommandHandler<'taxes.archive'> = (ctx, input) => {
  const { db, now } = ctx;
  const record = liveTaxClass(db, input);
  if (record.isDefault === 1) throw new AppError('tax-class-is-default', { name: record.name });
  const products = productCounts(db).get(record.id) ?? 0;
  if (products !== input.products) throw new AppError('changed-meanwhile', { name: record.name, products });
  if (products > 0 && input.moveTo === null) throw new AppError('tax-class-in-use', { products });
  const target = input.moveTo === null ? null : targetOf(ctx, record, input.moveTo);
  if (target) {
    db.run(query.updateTable('products').set({ taxClassId: target.id }).where('taxClassId', '=', record.id));
  }
  db.run(query.updateTable('taxClasses').set({ archivedAt: now }).where('id', '=', record.id));
  touchTaxClass(ctx, record);
  noteChange(ctx, record, { archived: false }, { archived: true, moved: products, to: target?.name ?? null });
  return { moved: products };
};

/** Where the products go. @throws AppError `tax-class-gone`. */
function targetOf({ db }: CommandContext, { id }: TaxClassRecord, moveTo: number): TaxClassRecord {
  const target = taxClassRecords(db).find((one) => one.id === moveTo);
  if (!target || target.archivedAt !== null || target.id === id) throw new AppError('tax-class-gone');
  return target;
}

export const restoreTaxClass: CommandHandler<'taxes.restore'> = (ctx, input) => {
  const record = taxClassToChange(ctx.db, input);
  if (record.archivedAt === null) return {};
  const position = Math.max(...taxClassRecords(ctx.db).map((one) => one.position)) + 1;
  ctx.db.run(query.updateTable('taxClasses').set({ archivedAt: null, position }).where('id', '=', record.id));
  touchTaxClass(ctx, record);
  noteChange(ctx, record, { archived: true }, { archived: false });
  return {};
};

/** `VAT 200000 + Levy 10000`: short enough for the audit log to keep whole. */
export function rateWords(rates: readonly { readonly name: string; readonly rate: number | null }[]): string {
  return rates.map(({ name, rate }) => `${name} ${rate ?? '-'}`).join(' + ');
}

/** What the audit log says of a class. */
export function noteChange(
  { note }: Pick<CommandContext, 'note'>,
  { id, name }: TaxClassRecord,
  before: unknown,
  after: unknown,
): void {
  note(`tax class ${id}`, { name, before, after });
}
