import fc from 'fast-check';
import { totalAfter } from './edit-oracles.ts';
import { Refusal } from './expected.ts';
import { costNow, openOf } from './order-money.ts';
import { lineWish, payPlans, sentLines, sentTenders } from './sale-wish.ts';
import { anyPick, asking, deed, orderIn, type Step } from './step.ts';

const isWrong = fc.oneof(
  { weight: 9, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);
/** What becomes of each line in turn: kept, removed, or so many tenths of what it was. */
const fates = fc.array(
  fc.oneof(fc.constant('keep' as const), fc.constant('remove' as const), fc.integer({ min: 1, max: 30 })),
  {
    minLength: 3,
    maxLength: 3,
  },
);

type Line = { readonly lineNo: number; readonly quantity: number };

const cancelLines = asking(
  'cancel lines',
  {
    pick: anyPick,
    places: fc.array(fc.nat(5), { minLength: 1, maxLength: 2 }),
    refundCashNow: fc.boolean(),
    isStale: isWrong,
  },
  (shop, { pick, places, refundCashNow, isStale }) => {
    const order = orderIn(shop, pick, 'received');
    if (!order) return null;
    const lineNos = places.flatMap((place) => order.lines[place % order.lines.length]?.lineNo ?? []);
    const revision = order.revision + (isStale ? 1 : 0);
    return deed('orders.cancelLines', {
      orderId: order.id,
      revision,
      lineNos,
      reason: 'other',
      note: '',
      refundCashNow,
    });
  },
);

const edit = asking(
  'edit',
  {
    pick: anyPick,
    fates,
    added: fc.array(lineWish, { maxLength: 2 }),
    plan: fc.constantFrom(...payPlans),
    refundCashNow: fc.boolean(),
    acceptsWarning: fc.boolean(),
    isStale: isWrong,
    isMistaken: isWrong,
  },
  (
    shop,
    { pick, fates: plan, added: wishes, plan: pay, refundCashNow, acceptsWarning, isStale, isMistaken },
  ) => {
    const order = orderIn(shop, pick, 'received');
    if (!order) return null;
    const lines = order.lines.flatMap(({ lineNo, quantity, product }, index): Line[] => {
      const fate = plan[index % plan.length] ?? 'keep';
      if (fate === 'remove') return [];
      const some = fate === 'keep' ? quantity : Math.ceil((quantity * fate) / 10);
      const whole =
        product?.isMeasured || fate === 7 || fate === 'keep' ? some : Math.ceil(some / 1000) * 1000;
      return [{ lineNo, quantity: whole }];
    });
    const added = wishes.length === 0 ? [] : sentLines(shop, { lines: wishes, custom: null });
    const wanted = { lines, added } as unknown as Parameters<typeof totalAfter>[2];
    const total = shownTotal(() => totalAfter(shop, order, wanted));
    const open = Math.max(0, openOf(shop, order) + total - costNow(order) - order.credited);
    const tenders = pay === 'later' ? [] : sentTenders(open, shop.coin, pay);
    return deed('orders.edit', {
      ...{
        orderId: order.id,
        revision: order.revision + (isStale ? 1 : 0),
        lines,
        added,
        tenders,
        refundCashNow,
      },
      expectedTotal: total + (isMistaken ? 1 : 0),
      note: '',
      oversellAccepted: acceptsWarning ? shop.products.map((product) => product.id) : [],
    });
  },
);

/** The total that the window shows; nothing where it shows a refusal. */
function shownTotal(total: () => number): number {
  try {
    return total();
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}

/** Changes of an order that has not left the shop. */
export const editSteps: readonly (readonly [weight: number, step: fc.Arbitrary<Step>])[] = [
  [4, edit],
  [2, cancelLines],
];
