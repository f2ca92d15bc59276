import { addDays } from '../../../shared/domain/calendar.ts';
import type { Context, QueryHandler, Shop, TaskHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { TendersTable } from '../../database/schema.ts';

type Till = { till: string };
const turnedOver = preparedRead<Till, Till>((slot) =>
  query.selectFrom('kioskTills').select('till').where('till', '=', slot('till')),
);

type Payment = { tenderId: number; name: string; kind: TendersTable['kind'] };
/** What the shop takes, but for vouchers and the like, which a screen cannot take at all. */
const payments = preparedRead<object, Payment>(() =>
  query
    .selectFrom('tenders')
    .select(['id as tenderId', 'name', 'kind'])
    .where('archivedAt', 'is', null)
    .where('purpose', 'is', null)
    .where('kind', '<>', 'other')
    .orderBy('position')
    .orderBy('id'),
);

/** What the customers' page must know to be drawn; the application itself asks which page a window shows. */
export const kioskState: QueryHandler<'kiosk.state'> = (ctx) => {
  const shop = ctx.shopOrNull;
  return {
    isOn: turnedOver.get(ctx.db, { till: ctx.till }) !== undefined,
    shop: shop && shopOf(shop),
    today: ctx.today,
    estimatedDate: shop ? estimatedDate(ctx) : ctx.today,
    cartCap: shop?.kioskCartCap ?? 0,
    idleSeconds: shop?.kioskIdleSeconds ?? 0,
    payments: [...payments.all(ctx.db, {})],
    customer: ctx.actor.kind === 'customer' ? { name: ctx.actor.name } : null,
  };
};

function shopOf(shop: Shop) {
  const { name, locale, currency, currencyExponent, timeZone, pricesIncludeTax, taxRounding } = shop;
  const included = pricesIncludeTax === 1;
  return { name, locale, currency, currencyExponent, timeZone, pricesIncludeTax: included, taxRounding };
}

/** When what is ordered today arrives, or can be fetched: the shop's one setting. */
export function estimatedDate({ today, shop }: Pick<Context, 'today' | 'shop'>) {
  return addDays(today, shop.deliveryDays);
}

/** How this computer wants its pages. */
export const kioskLook: TaskHandler<'kiosk.look'> = async ({ desktop }) => {
  const { language, theme, textSize } = desktop.machine.get();
  return { language, theme, textSize };
};
