import { AppError } from '../../../shared/contract/errors.ts';
import { entriesToChange, entriesToRemove, taxesOn } from '../../../shared/domain/tax-schedule.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { noteChange, rateWords } from './edit-tax-classes.ts';
import {
  enterRates,
  liveTaxClass,
  rateEntries,
  taxClassToChange,
  touchTaxClass,
} from './tax-class-record.ts';

/** Enters what a class bears from a day on. What was entered for an earlier day, or for this one, stays to be seen. */
export const setTaxRates: CommandHandler<'taxes.setRates'> = (ctx, input) => {
  const { db, today } = ctx;
  const record = liveTaxClass(db, input);
  const { startDate, rates } = input;
  if (startDate < today) throw new AppError('rate-in-past', { today });
  const entries = rateEntries(db, record.id);
  const added = entriesToChange(entries, startDate, rates);
  if (added.length === 0) throw new AppError('rates-same');
  enterRates(ctx, record.id, added);
  touchTaxClass(ctx, record);
  const before = { from: startDate, rates: rateWords(taxesOn(entries, startDate)) };
  const after = { from: startDate, rates: rateWords(taxesOn([...entries, ...added], startDate)) };
  noteChange(ctx, record, before, after);
  return {};
};

/** Takes a change back before its day has come; nothing was ever sold at it. */
export const removeTaxChange: CommandHandler<'taxes.removeChange'> = (ctx, input) => {
  const { db, today } = ctx;
  const record = taxClassToChange(db, input);
  const { startDate } = input;
  if (startDate <= today) throw new AppError('rate-in-force');
  const entries = rateEntries(db, record.id);
  if (!entries.some((entry) => entry.startDate === startDate)) {
    throw new AppError('not-found', { what: 'tax rate' });
  }
  const added = entriesToRemove(entries, startDate);
  db.run(query.deleteFrom('taxRates').where('taxClassId', '=', record.id).where('startDate', '=', startDate));
  enterRates(ctx, record.id, added);
  touchTaxClass(ctx, record);
  const left = entries.filter((entry) => entry.startDate !== startDate);
  const words = (list: typeof entries) => ({ from: startDate, rates: rateWords(taxesOn(list, startDate)) });
  noteChange(ctx, record, words(entries), words([...left, ...added]));
  return {};
};
