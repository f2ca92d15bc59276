import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** Turns the timer on or off; off it can still be run by hand. */
export const setTimerEnabled: CommandHandler<'timer.setEnabled'> = ({ db, shop, note }, { isEnabled }) => {
  db.run(
    query
      .updateTable('shop')
      .set({ timerEnabled: isEnabled ? 1 : 0 })
      .where('id', '=', 1),
  );
  note('timer', { before: shop.timerEnabled === 1, after: isEnabled });
  return {};
};
