import { exchangeTender } from './model-shop.ts';
import type { Bug, Spoilt, Written } from './seeded-bugs.ts';

/** Which writes a bug spoils. */
type Where = { readonly insert: string } | { readonly update: string } | { readonly delete: string };

const fits = (where: Where, write: Parameters<Bug>[0], when: Written): boolean => {
  const [kind, table] = Object.entries(where)[0] ?? [];
  return (
    write.kind === kind &&
    write.table === table &&
    Object.entries(when).every(([column, value]) => write.values[column] === value)
  );
};

/** Forgets a write and says that it was done. */
const forgetting =
  (where: Where, when: Written = {}, touches?: string) =>
  (): Bug =>
  (write) =>
    fits(where, write, when) && (!touches || write.places.has(touches)) ? { skip: 1 } : null;

/** Changes values of a write. */
const spoiling =
  (where: Where, change: (values: Written) => Written | null, when: Written = {}) =>
  (): Bug =>
  (write) => {
    const changed = fits(where, write, when) ? change(write.values) : null;
    return changed && { change: changed };
  };

/** Adds to a number. */
const adding = (where: Where, column: string, add: number, when: Written = {}) =>
  spoiling(where, (values) => ({ [column]: Number(values[column]) + add }), when);

const moves = { insert: 'stockMovements' };

/** A movement that is never made: the ledger and the stock agree, and both are wrong. */
const withoutMovement =
  (when: Written, isMeant: (values: Written) => boolean = () => true) =>
  (): Bug =>
  (write) =>
    fits(moves, write, when) && isMeant(write.values) ? { skip: 0 } : null;

/** A movement and what it does to the stock, both spoilt in the same way. */
const movingOtherwise =
  (when: Written, spoil: (values: Written) => Spoilt, isMeant: (values: Written) => boolean = () => true) =>
  (): Bug => {
    let pending = false;
    return (write) => {
      if (fits(moves, write, when) && isMeant(write.values)) {
        pending = true;
        return spoil(write.values);
      }
      if (!pending || write.kind !== 'update' || write.table !== 'productStock') return null;
      pending = false;
      const { again, change } = spoil(write.values);
      return again ? { again: {} } : { change: change ?? {} };
    };
  };

const twice = ({ sourceRound }: Written): Spoilt => ({
  again: { sourceRound: Number(sourceRound ?? 0) + 1000, reversalOf: null },
});

const ofPlacing: Readonly<Record<string, () => Bug>> = {
  'the stock movement is forgotten': forgetting(moves),
  'the stock is not brought along': forgetting({ update: 'productStock' }),
  'what is promised is not counted': spoiling({ update: 'productStock' }, () => ({ reserved: 0 })),
  'a payment is dropped': forgetting({ insert: 'payments' }),
  'change is booked one unit too high': adding({ insert: 'payments' }, 'change', 1),
  'the tax of an order is off by one': adding({ insert: 'orderTaxes' }, 'amount', 1),
  'a line keeps another price than was paid': adding({ insert: 'orderLines' }, 'unitPrice', 1),
  'the answer to a request is not remembered': forgetting({ insert: 'requests' }),
  'the audit entry is forgotten': forgetting({ insert: 'auditEntries' }),
  'a sold cart stays open': forgetting({ insert: 'carts' }, { state: 'sold' }),
  'the timeline is forgotten': forgetting({ insert: 'orderEvents' }),
};

const ofOrders: Readonly<Record<string, () => Bug>> = {
  'cancelling releases nothing': withoutMovement({ type: 'release' }),
  'goods of a failed delivery stay away': withoutMovement({ type: 'customer-return', sourceType: 'order' }),
  'goods come back twice': movingOtherwise({ type: 'customer-return' }, twice),
  'a reversal does not say what it takes back': spoiling(moves, () => ({ reversalOf: null }), {
    type: 'customer-return',
    sourceType: 'order',
  }),
  'goods do not leave the stock when they are sent': withoutMovement({ type: 'sale' }, (values) =>
    Boolean(values.reservedChange),
  ),
  'what was sent stays reserved': movingOtherwise({ type: 'sale' }, () => ({
    change: { reservedChange: 0, reserved: 0 },
  })),
  'a sale forgets what it cost': spoiling(
    moves,
    ({ unitCost }) => (unitCost === null ? null : { unitCost: null }),
    {
      type: 'sale',
    },
  ),
  'a change of status is not told': forgetting({ insert: 'orderEvents' }, { kind: 'status' }),
  'nobody is named for a delivery': spoiling({ insert: 'orderEvents' }, () => ({ staffId: null }), {
    kind: 'status',
  }),
  'a delivery is written down at another time': spoiling({ update: 'orders' }, ({ deliveredAt }) =>
    typeof deliveredAt === 'number' ? { deliveredAt: deliveredAt - 60_000 } : null,
  ),
  'an edit does not raise the revision': spoiling({ update: 'orders' }, ({ revision, subtotal }) =>
    subtotal === undefined ? null : { revision: Number(revision) - 1 },
  ),
  'an edit forgets the taxes': () => {
    let isEdit = false;
    return ({ kind, table }) => {
      if (table === 'orderLines') isEdit = kind === 'delete' || (isEdit && kind === 'insert');
      return isEdit && table === 'orderTaxes' && kind === 'insert' ? { skip: 1 } : null;
    };
  },
  'a later payment is not counted': forgetting({ update: 'orders' }, {}, 'paid'),
  'the rounding of a later payment is lost': spoiling({ update: 'orders' }, ({ paid }) =>
    paid === undefined ? null : { rounding: 0 },
  ),
  'a new delivery date is not kept': forgetting({ update: 'orders' }, {}, 'deliveryDate'),
};

const ofMoney: Readonly<Record<string, () => Bug>> = {
  'a settled refund is not counted': forgetting({ update: 'orders' }, {}, 'refunded'),
  'a settled refund is counted twice': spoiling({ update: 'orders' }, ({ refunded }) =>
    refunded === undefined ? null : { refunded: 2 * Number(refunded) },
  ),
  'a refund is opened for more': adding({ insert: 'refunds' }, 'amount', 1),
  'a refund is opened for less': adding({ insert: 'refunds' }, 'amount', -1),
  'a refund is taken from another payment': spoiling({ insert: 'refunds' }, ({ paymentNo }) =>
    paymentNo === null || paymentNo === 1 ? null : { paymentNo: 1 },
  ),
  'a refund goes out in another tender': spoiling({ insert: 'refunds' }, ({ tenderId }) => ({
    tenderId: tenderId === 2 ? 3 : 2,
  })),
  'a refund stays where it was': forgetting({ update: 'refunds' }),
  'a step of a refund is not told': forgetting({ insert: 'orderEvents' }, { kind: 'refund' }),
  'cash is handed out without rounding': spoiling({ insert: 'refunds' }, () => ({ rounding: 0 })),
  'nothing is taken off for what came back': forgetting({ update: 'orders' }, {}, 'credited'),
  'a return counts less than came back': adding({ insert: 'returnLines' }, 'quantity', -1),
  'a return forgets its lines': forgetting({ insert: 'returnLines' }),
  'damaged goods go back on the shelf': withoutMovement({ type: 'write-off', sourceType: 'return' }),
  'returned goods never reach the shelf': withoutMovement({ type: 'customer-return', sourceType: 'return' }),
  'an exchange is not paid with what came back': forgetting(
    { insert: 'payments' },
    { tenderId: exchangeTender },
  ),
  'exchange value stays with the old order': forgetting({ insert: 'refunds' }, { tenderId: exchangeTender }),
  'an exchange is not linked to its return': forgetting({ update: 'returns' }),
};

const ofStockAndTimer: Readonly<Record<string, () => Bug>> = {
  'the average cost is not kept': forgetting({ update: 'products' }, {}, 'cost'),
  'goods come in without their paper': forgetting({ insert: 'stockReceipts' }),
  'a write-off takes nothing out': withoutMovement({ type: 'write-off', sourceType: 'adjustment' }),
  'an adjustment has the wrong sign': movingOtherwise({ type: 'adjust' }, ({ onHandChange, onHand }) => ({
    change: { onHandChange: -Number(onHandChange), onHand: -Number(onHand) },
  })),
  'a posted stock-take stays open': forgetting({ update: 'stockCounts' }),
  'a stock-take expects what is not there': adding({ update: 'stockCountLines' }, 'expected', 1000),
  'an hour is never caught up with': () => (write) => (write.table === 'timerHours' ? { skip: 1 } : null),
  'a run of the timer is not written down': forgetting({ insert: 'timerRuns' }),
  'a run says that it delivered nothing': spoiling({ insert: 'timerRuns' }, () => ({ delivered: 0 })),
};

/** Bugs by what they do; each makes one for a shop of its own. */
export const bugs: Readonly<Record<string, () => Bug>> = {
  ...ofPlacing,
  ...ofOrders,
  ...ofMoney,
  ...ofStockAndTimer,
};

/** Takes the number after the next one. */
const skipping =
  (table: string, key: string) =>
  (sql: string): string => {
    const head = `insert into "${table}" (`;
    if (!sql.startsWith(head)) return sql;
    const number = `(SELECT ifnull(max("${key}"), 0) + 2 FROM "${table}")`;
    return sql.replace(head, `${head}"${key}", `).replace('values (', `values (${number}, `);
  };

/** Bugs that write another statement. */
export const rewrites: Readonly<Record<string, (sql: string) => string>> = {
  'an order number is skipped': skipping('orders', 'id'),
  'an invoice number is skipped': skipping('invoices', 'number'),
};
