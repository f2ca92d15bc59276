import { addDays } from '../../../shared/domain/calendar.ts';
import type { Context, QueryHandler, Shop, TaskHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { TendersTable } from '../../database/settings-tables.ts';

type Till = { till: string };
const turnedOver = preparedRead<Till, Till>((slot) =>
  query.selectFrom('kioskTills').select('till').where('till', '=', slot('till')),
);

type Payment = { tenderId: number; name: string; kind: TendersTable['kind'] };
/** What the shop offers to its customers, in its order. */
const payments = preparedRead<object, Payment>(() =>
  query
    .selectFrom('tenders')
    .select(['id as tenderId', 'name', 'kind'])
    .where('archivedAt', 'is', null)
    .where('purpose', 'is', null)
    .where('atKiosk', '=', 1)
    .orderBy('position')
    .orderBy('id'),
);

/** A way to pay that the shop offers to its customers. */
export function offeredPayment(db: ReadDb, tenderId: number): Payment | undefined {
  return payments.all(db, {}).find((one) => one.tenderId === tenderId);
}

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
