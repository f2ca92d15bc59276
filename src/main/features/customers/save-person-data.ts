import { AppError } from '../../../shared/contract/errors.ts';
import { directionOf } from '../../../shared/text/text.ts';
import type { TaskHandler } from '../../app/context.ts';
import { documentWords } from '../documents/document-words.ts';
import { personData } from './person-data.ts';
import { personPage } from './person-page.ts';
import { requireLive } from './require-live.ts';

/** Saves one person's data where the person at the window says. That it left the shop is written down. */
export const savePersonData: TaskHandler<'customers.saveData'> = async (ctx, { customerId }) => {
  requireLive(ctx.db, customerId);
  const words = documentWords(ctx);
  const data = personData(ctx.db, customerId);
  const { locale, name: shopName } = ctx.shop;
  const language = ctx.desktop.machine.get().language;
  const direction = language === 'pseudo-rtl' ? 'rtl' : directionOf(locale);
  const page = personPage(data, { ...words, shopName, locale, direction, now: ctx.now });
  // The file is named after the number: a name in a list of files is one more place that knows it.
  const fileName = `${words.text('person-data.file', { number: String(customerId) })}.html`;
  const saved = await save(() => ctx.desktop.saveFile(Buffer.from(page, 'utf8'), fileName));
  if (saved.saved) await ctx.transaction((_db, note) => note(`customer ${customerId}`, {}));
  return saved;
};

async function save<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new AppError('save-failed', { reason: error instanceof Error ? error.message : '' });
  }
}
