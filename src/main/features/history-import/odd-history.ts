import type { Output } from '../../../shared/contract/index.ts';
import type { Shop } from '../../app/context.ts';
import { currenciesOf } from './currencies.ts';
import { fateOf } from './fates.ts';
import { worthColumns } from './guess-columns.ts';
import type { Read } from './history-read.ts';
import { hasOwnTotals } from './settle-amounts.ts';
import type { Tally } from './tally.ts';
import type { Understanding } from './understand.ts';

type Odd = Output<'historyImport.preview'>['odd'][number];

/** What a person should know of the files beside single rows. */
export function oddOf(
  understanding: Understanding,
  read: Read | null,
  tally: Tally,
  { currency, currencyExponent: exponent }: Pick<Shop, 'currency' | 'currencyExponent'>,
): Odd[] {
  const odd: Odd[] = [];
  const note = (code: string, needsLook: boolean, params: Odd['params'] = {}): void => {
    odd.push({ code, needsLook, params });
  };
  const sales = understanding.files.get('sales');
  if (sales?.date?.isUnsure) note('dates-unsure', true);
  for (const [slot, { look }] of understanding.files)
    if (look.isBroken) note('characters-broken', true, { slot });
  if (exponent > 0) oddAmounts(understanding, note);
  if (understanding.beginsAgain) note('numbers-begin-again', true);
  oddCurrencies(understanding, currency, note);
  if (read) oddRows(read, note);
  if (tally.statuses.list() === null) note('too-many-statuses', true);
  if (tally.tenders.list() === null) note('too-many-tenders', true);
  for (const { word } of tally.statuses.list() ?? []) {
    if (word !== '' && fateOf(word, understanding.fates).isGuessed)
      note('status-unknown', true, { status: word });
  }
  return odd.toSorted((a, b) => Number(b.needsLook) - Number(a.needsLook));
}

type Note = (code: string, needsLook: boolean, params?: Odd['params']) => void;

/** Amounts of another currency would come in as if they were the shop's own. */
function oddCurrencies({ files }: Understanding, own: string, note: Note): void {
  const named = [...new Set([...files.values()].flatMap(currenciesOf))];
  const list = named.slice(0, 5).join(', ');
  if (named.length > 1) note('currencies-mixed', true, { list, own });
  else if (named.length === 1 && named[0] !== own) note('currency-other', true, { list, own });
}

/** Amounts without a single decimal may be whole cents, where nobody said yet and the currency has any. */
function oddAmounts({ files }: Understanding, note: Note): void {
  for (const [slot, { look, mapping, told }] of files) {
    if (told.amountsIn !== undefined) continue;
    const columns = worthColumns(mapping).flatMap((index) => look.columns[index] ?? []);
    const isWhole = columns.every(({ filled, wholes }) => filled > 0 && filled === wholes);
    if (columns.length > 0 && isWhole) note('amounts-whole', true, { slot });
  }
}

function oddRows({ sales, payments, customers, understanding, tally }: Read, note: Note): void {
  const forms = sales.forms.size;
  if (forms > 1) note('dates-mixed', true, { count: forms });
  const { date, tender, status, amount } = sales.differing;
  if (date > 0) note('order-dates-differ', true, { count: date });
  if (tender > 0) note('order-tenders-differ', true, { count: tender });
  if (status > 0) note('order-statuses-differ', true, { count: status });
  if (amount > 0) note('order-amounts-differ', true, { count: amount });
  if (tally.misfits > 0) note('order-totals-differ', true, { count: tally.misfits });
  if (understanding.isTaxUnsure) note('tax-unsure', true);
  if (understanding.discountIsShare) note('discounts-are-shares', true);
  const file = understanding.files.get('sales');
  if (file && hasOwnTotals(file.mapping, file.look)) note('row-totals-differ', true);
  if (sales.continued > 0) note('rows-continued', false, { count: sales.continued });
  if (sales.headings > 0) note('headings-repeated', false, { count: sales.headings });
  if (tally.alike > 0) note('rows-alike', false, { count: tally.alike });
  oddOnce(understanding, note);
  if (payments && payments.zeros > 0) note('payments-of-nothing', false, { count: payments.zeros });
  if (payments) note('payments-joined', false, { count: payments.matched });
  if (customers) note('customers-joined', false, { count: customers.matched });
  const { returnMark, terms } = understanding;
  if (returnMark) note('returns-marked', false, { mark: returnMark });
  if (tally.total('coming').returns > 0)
    note('returns-made', false, { count: tally.total('coming').returns });
  if (!terms.isTaxed) note('no-tax', false);
  if (tally.known > 0) note('known-orders', false, { count: tally.known });
  note('no-stock', false);
}

/** Which amounts are taken to stand once for an order, so that a person can see it. */
function oddOnce({ files }: Understanding, note: Note): void {
  const sales = files.get('sales');
  for (const field of ['orderTotal', 'orderTax', 'orderDiscount'] as const) {
    const index = sales?.mapping[field];
    if (sales && index !== undefined) note('amount-once', false, { column: sales.look.headers[index] ?? '' });
  }
}
