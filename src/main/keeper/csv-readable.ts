import { localParts } from '../../shared/domain/calendar.ts';
import type { Cell, WholeShop } from '../database/whole-tables.ts';

/** Of each column: n a number, t text, m an amount, q a quantity, d a business date, T a time. */
type List = {
  readonly name: string;
  readonly header: readonly string[];
  readonly kinds: string;
  readonly sql: string;
};

/** What people look for first. It is never read back: `tables/` is what a shop is made from again. */
const lists: readonly List[] = [
  {
    name: 'orders',
    header: [
      'order',
      'placed',
      'business date',
      'kind',
      'status',
      'customer',
      'total',
      'tax',
      'paid',
      'refunded',
    ],
    kinds: 'nTdtttmmmm',
    sql: `SELECT o.id, o.placedAt, o.businessDate, o.kind, o.status, ifnull(c.name, o.customerName),
      o.total, o.tax, o.paid, o.refunded
      FROM orders o LEFT JOIN customers c ON c.id = o.customerId ORDER BY o.id`,
  },
  {
    name: 'order-lines',
    header: ['order', 'line', 'product', 'SKU', 'quantity', 'unit price', 'discount', 'tax', 'total'],
    kinds: 'nnttqmmmm',
    sql: `SELECT orderId, lineNo, name, sku, quantity, unitPrice, discount + orderDiscount, tax, total
      FROM orderLines ORDER BY orderId, lineNo`,
  },
  {
    name: 'payments',
    header: ['order', 'payment', 'tender', 'amount', 'change', 'reference', 'paid'],
    kinds: 'nntmmtT',
    sql: `SELECT p.orderId, p.paymentNo, t.name, p.amount, p.change, p.reference, p.at
      FROM payments p JOIN tenders t ON t.id = p.tenderId ORDER BY p.orderId, p.paymentNo`,
  },
  {
    name: 'products',
    header: ['product', 'variant', 'SKU', 'price', 'cost', 'on hand', 'reserved'],
    kinds: 'tttmmqq',
    sql: `SELECT p.name, p.variantLabel, p.sku, p.price, p.cost, s.onHand, s.reserved
      FROM products p LEFT JOIN productStock s ON s.productId = p.id WHERE p.archivedAt IS NULL ORDER BY p.id`,
  },
  {
    name: 'customers',
    header: ['customer', 'phone', 'e-mail', 'address', 'orders', 'spent', 'owed'],
    kinds: 'ttttnmm',
    sql: `SELECT c.name, c.phone, c.email, c.address, f.orders, f.spent, f.owed
      FROM customers c LEFT JOIN customerFigures f ON f.customerId = c.id
      WHERE c.mergedInto IS NULL AND c.erasedAt IS NULL ORDER BY c.id`,
  },
];

/** Lists for people: amounts as the shop writes them, times by its clock, each row as text. */
export function readableLists(shop: WholeShop): readonly {
  readonly name: string;
  readonly rows: () => Iterable<readonly string[]>;
}[] {
  const [[timeZone, exponent] = ['UTC', 2n]] = [...shop.ask('SELECT timeZone, currencyExponent FROM shop')];
  const write = writerOf(String(timeZone), Number(exponent));
  return lists.map(({ name, header, sql, kinds }) => ({
    name,
    *rows() {
      yield header;
      for (const row of shop.ask(sql)) yield row.map((cell, index) => write(cell, kinds[index] ?? 't'));
    },
  }));
}

function writerOf(timeZone: string, exponent: number): (cell: Cell, kind: string) => string {
  return (cell, kind) => {
    if (cell === null) return '';
    if (kind === 'm') return decimal(BigInt(String(cell)), exponent);
    if (kind === 'q') return decimal(BigInt(String(cell)), 3);
    if (kind === 'd') return day(Number(cell));
    if (kind === 'T') return time(Number(cell), timeZone);
    return String(cell);
  };
}

/** "-12.05" of -1205 with two places. */
function decimal(value: bigint, places: number): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${value < 0n ? '-' : ''}${whole}${rest}`;
}

function day(date: number): string {
  const digits = String(date);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function time(instant: number, timeZone: string): string {
  const { date, hour, minute } = localParts(instant, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day(date)} ${two(hour)}:${two(minute)}`;
}
