import type { QueryHandler } from '../../app/context.ts';
import { shopView } from '../shop/shop-view.ts';

/** Whether this file already holds a shop, and how it writes its amounts and days. */
export const getSetupState: QueryHandler<'setup.state'> = ({ shopOrNull, today, now }) => ({
  shop: shopOrNull ? shopView(shopOrNull) : null,
  today,
  now,
});
