import type { CommandHandler } from '../../app/context.ts';
import { endCount } from './open-count.ts';

/** Ends a stock-take without changing any stock; its sheet stays to be read. @throws AppError `count-closed`, `not-found`. */
export const discardCount: CommandHandler<'stockCounts.discard'> = (ctx, { countId }) => {
  endCount(ctx, countId, 'discarded');
  ctx.note(`stock-take ${countId}`, {});
  return {};
};
