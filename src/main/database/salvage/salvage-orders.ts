import type BetterSqlite3 from 'better-sqlite3';
import type { IndexEntries, IndexEntry } from './salvage-entries.ts';
import { quoted } from './salvage-insert.ts';
import type { StandInWords } from './salvage-stand-ins.ts';

type Rebuilding = {
  readonly database: BetterSqlite3.Database;
  readonly entries: IndexEntries;
  readonly words: StandInWords;
};

/**
 * Puts orders together again whose own row is lost: from their lines, taxes, payments and timeline, and what indices
 * still hold of them. No number that was given disappears, and no money with it. The newest schema alone. Answers how
 * many there were.
 */
export function rebuildOrders(rebuilding: Rebuilding): number {
  const { database, entries } = rebuilding;
  const ids = new Set(
    database
      .prepare(
        `SELECT orderId FROM orderLines UNION SELECT orderId FROM payments UNION SELECT orderId FROM orderEvents
         UNION SELECT orderId FROM orderTaxes UNION SELECT orderId FROM invoices
         UNION SELECT orderId FROM returns WHERE orderId IS NOT NULL`,
      )
      .pluck()
      .all() as number[],
  );
  for (const id of entries.of('orders').keys()) ids.add(id);
  const isThere = database.prepare('SELECT 1 FROM orders WHERE id = ?').pluck();
  const lost = [...ids].filter((id) => isThere.get(id) === undefined).sort((one, other) => one - other);
  // What an index holds may be damaged as well: then without it.
  const rebuilt = lost.filter(
    (id) => rebuildOne(rebuilding, id, entries.of('orders').get(id) ?? {}) || rebuildOne(rebuilding, id, {}),
  );
  return rebuilt.length;
}

function rebuildOne({ database, words }: Rebuilding, id: number, entry: IndexEntry): boolean {
  const parts = partsOf(database, id);
  const row = {
    id,
    ...standingOf(parts, entry),
    ...moneyOf(database, parts, { id, entry }),
    note: words.note,
  };
  const isDelivery = row.kind === 'delivery';
  return insert(database, {
    ...row,
    customerId: entry.customerId ?? null,
    customerName: entry.customerName ?? null,
    deliveryName: entry.customerName ?? null,
    deliveryAddress: isDelivery ? words.address : null,
    deliveryDate: entry.deliveryDate ?? (row.kind === 'counter' ? null : row.businessDate),
    channel: entry.channel ?? 'till',
  });
}

function insert(database: BetterSqlite3.Database, row: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(row);
  try {
    const made = database.prepare(
      `INSERT OR IGNORE INTO orders (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    return made.run(...names.map((name) => row[name])).changes === 1;
  } catch (error) {
    // What is left contradicts itself.
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

type Event = {
  readonly kind: string;
  readonly at: number;
  readonly staffId: number | null;
  readonly said: { readonly kind?: unknown; readonly total?: unknown; readonly to?: unknown };
};

type Parts = {
  readonly events: readonly Event[];
  readonly lines: {
    readonly count: number;
    readonly gross: number;
    readonly discount: number;
    readonly orderDiscount: number;
    readonly net: number;
    readonly tax: number;
    readonly total: number;
  };
  readonly taxes: number;
  readonly paid: number;
  readonly refunded: number;
  readonly credited: number;
  /** The business date of the first payment or movement of stock. */
  readonly date: number | null;
  readonly at: number | null;
  readonly revision: number;
  readonly entryId: number | null;
};

function partsOf(database: BetterSqlite3.Database, id: number): Parts {
  const get = (statement: string) => database.prepare(statement).get({ id }) as Record<string, number | null>;
  const lines = get(
    `SELECT count(*) AS count, total(gross) AS gross, total(discount) AS discount,
       total(orderDiscount) AS orderDiscount, total(net) AS net, total(tax) AS tax, total(total) AS total
     FROM orderLines WHERE orderId = @id`,
  );
  const others = get(
    `SELECT (SELECT total(amount) FROM orderTaxes WHERE orderId = @id) AS taxes,
       (SELECT total(amount) FROM payments WHERE orderId = @id) AS paid,
       (SELECT total(amount) FROM refunds WHERE orderId = @id AND state = 'settled') AS refunded,
       (SELECT total(total) FROM returns WHERE orderId = @id)
         + (SELECT total(takenOff) FROM refunds WHERE orderId = @id) AS credited,
       (SELECT min(id) FROM auditEntries WHERE subject = 'order ' || @id AND call = 'orders.place' AND outcome = 'ok')
         AS entryId`,
  );
  const first = get(
    `SELECT min(date) AS date, min(at) AS at, total(round) AS revision FROM (
       SELECT businessDate AS date, at, 0 AS round FROM payments WHERE orderId = @id
       UNION ALL SELECT min(businessDate), min(at), max(sourceRound) FROM stockMovements
         WHERE sourceType = 'order' AND sourceId = @id)`,
  );
  const events = database
    .prepare('SELECT kind, at, staffId, details FROM orderEvents WHERE orderId = ? ORDER BY eventNo')
    .all(id) as { kind: string; at: number; staffId: number | null; details: string }[];
  return {
    ...{ ...others, ...first, lines },
    events: events.map(({ details, ...event }) => ({ ...event, said: saidIn(details) })),
  } as unknown as Parts;
}

function saidIn(details: string): Event['said'] {
  const said: unknown = JSON.parse(details);
  return typeof said === 'object' && said !== null ? said : {};
}

const statuses = new Set(['received', 'shipped', 'in-transit', 'delivered', 'cancelled']);

/** Where the order stands and since when. */
function standingOf({ events, date, at, revision, entryId }: Parts, entry: IndexEntry) {
  const placed = events.find(({ kind }) => kind === 'placed');
  const moved = events.findLast(({ kind, said }) => kind === 'status' && statuses.has(String(said.to)));
  const kind = String(entry.kind ?? placed?.said.kind ?? 'counter');
  const status = String(entry.status ?? moved?.said.to ?? (kind === 'counter' ? 'delivered' : 'received'));
  const placedAt = placed?.at ?? events[0]?.at ?? at ?? 0;
  const movedAt = moved?.at ?? placedAt;
  const edits = events.filter((event) => event.kind === 'edited').length;
  return {
    ...{ kind, status, placedAt, entryId },
    businessDate: Number(entry.businessDate ?? date ?? 19_700_101),
    staffId: placed?.staffId ?? null,
    deliveredAt: status === 'delivered' ? (entry.deliveredAt ?? movedAt) : null,
    cancelledAt: status === 'cancelled' ? movedAt : null,
    cancelledDate: status === 'cancelled' ? (entry.cancelledDate ?? null) : null,
    revision: Math.max(edits, revision),
  };
}

/** What it came to. Where lines are lost the total is kept, and what is missing of them shows in a check. */
function moneyOf(
  database: BetterSqlite3.Database,
  { events, lines, paid, refunded, credited }: Parts,
  { id, entry }: { readonly id: number; readonly entry: IndexEntry },
) {
  const shop = database.prepare('SELECT pricesIncludeTax, taxRounding, cashRounding FROM shop').get() as
    | { pricesIncludeTax: number; taxRounding: string; cashRounding: number }
    | undefined;
  const placed = events.find(({ kind }) => kind === 'placed');
  const said = entry.total ?? (events.some(({ kind }) => kind === 'edited') ? null : placed?.said.total);
  const total = typeof said === 'number' ? said : lines.count > 0 ? lines.total : paid;
  const off = lines.discount + lines.orderDiscount;
  const isRounding = lines.count > 0 && Math.abs(total - lines.total) <= (shop?.cashRounding ?? 0);
  const rounding = isRounding ? total - lines.total : 0;
  const net = total - lines.tax - rounding;
  const includes = includesTax(lines) ?? shop?.pricesIncludeTax ?? 1;
  const isCounter = (entry.kind ?? placed?.said.kind ?? 'counter') === 'counter';
  const known = database.prepare('SELECT max(lineNo) FROM orderLines WHERE orderId = ?').pluck().get(id);
  return {
    pricesIncludeTax: includes,
    taxRounding: shop?.taxRounding ?? 'line',
    lineCount: Math.max(1, typeof known === 'number' ? known : 0),
    subtotal: off + (includes === 1 ? net + lines.tax : net),
    lineDiscount: lines.discount,
    orderDiscount: lines.orderDiscount,
    ...{ net, tax: lines.tax, rounding, total },
    // A sale over the counter is paid in full, whatever is left of its payments.
    paid: isCounter ? Math.max(total, refunded) : Math.max(paid, refunded),
    ...{ refunded, credited },
  };
}

/** Whether prices held their tax, as the lines show; null where they bear none. */
function includesTax({ gross, discount, orderDiscount, net, total }: Parts['lines']): number | null {
  if (net === total) return null;
  return gross - discount - orderDiscount === total ? 1 : 0;
}
