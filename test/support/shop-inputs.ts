import type { Input } from '../../src/shared/contract/index.ts';
import type { taxesCalls } from '../../src/shared/contract/shop-taxes.ts';
import type { tendersCalls } from '../../src/shared/contract/shop-tenders.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { percent } from '../../src/shared/domain/rate.ts';

/** A way to pay as the form sends it. */
export const voucher = {
  name: 'Voucher',
  kind: 'other',
  asksReference: true,
  payKey: 'V',
  atKiosk: false,
} as const;

/** What the calls on taxes and ways to pay are asked in earnest. */
export const shopInputs: {
  readonly [N in keyof typeof taxesCalls | keyof typeof tendersCalls]: Input<N>;
} = {
  'taxes.list': {},
  'taxes.create': { name: 'Reduced', rates: [{ name: 'VAT', rate: percent(5) }] },
  'taxes.rename': { taxClassId: 1, revision: 0, name: 'Usual' },
  'taxes.setDefault': { taxClassId: 2, revision: 0 },
  'taxes.reorder': { before: [1, 2], after: [2, 1] },
  'taxes.setRates': {
    taxClassId: 1,
    revision: 0,
    startDate: calendarDate(20270101),
    rates: [{ name: 'VAT', rate: percent(21) }],
  },
  'taxes.removeChange': { taxClassId: 1, revision: 0, startDate: calendarDate(20270101) },
  'taxes.archive': { taxClassId: 2, revision: 0, products: 0, moveTo: 1 },
  'taxes.restore': { taxClassId: 2, revision: 0 },
  'tenders.list': {},
  'tenders.create': voucher,
  'tenders.change': { ...voucher, tenderId: 3, revision: 0, kind: 'upi' },
  'tenders.reorder': { before: [1, 2, 3], after: [3, 2, 1] },
  'tenders.archive': { tenderId: 3, revision: 0 },
  'tenders.restore': { tenderId: 3, revision: 0 },
};
