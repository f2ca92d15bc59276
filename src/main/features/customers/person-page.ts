import { escapeHtml } from '../../../shared/documents/escape-html.ts';
import type { DocumentWords } from '../documents/document-words.ts';
import type { PersonData, PersonOrder, PersonReturn } from './person-data.ts';

type PageWords = DocumentWords & {
  readonly shopName: string;
  /** BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** When it was made; milliseconds UTC. */
  readonly now: number;
};

/**
 * One person's data as a page that any browser opens: readable, printable, nothing to load, no script that runs. The
 * same stands in it once more as JSON, for another program to take over (`<script type="application/json">`).
 */
export function personPage(data: PersonData, words: PageWords): string {
  const { text, locale, direction, shopName, now, format } = words;
  const title = text('person-data.title', { name: data.customer.name });
  const made = text('person-data.made', { shop: shopName, time: format.dateTime(now) });
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(locale)}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(made)}</p>`,
    factsPart(data, words),
    section(text('person-data.notes'), notesPart(data, words)),
    section(
      text('person-data.orders', { count: data.orders.length }),
      data.orders.map((one) => orderPart(one, words)),
    ),
    section(
      text('person-data.returns', { count: data.returns.length }),
      data.returns.map((one) => returnPart(one, words)),
    ),
    `<script type="application/json" id="data">${scriptSafe(data)}</script>`,
    '</body></html>',
  ].join('\n');
}

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2rem}h3{margin:1.5rem 0 .25rem}table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ddd;white-space:pre-line}
th{font-weight:600;width:14rem}td.n{text-align:end;width:8rem}`;

/** JSON that cannot end the element that it stands in. */
function scriptSafe(data: PersonData): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

type Row = readonly [term: string, detail: string | null];

function table(rows: readonly Row[]): string {
  const shown = rows.filter(([, detail]) => detail !== null && detail !== '');
  return `<table>${shown
    .map(
      ([term, detail]) =>
        `<tr><th scope="row">${escapeHtml(term)}</th><td>${escapeHtml(detail ?? '')}</td></tr>`,
    )
    .join('')}</table>`;
}

function section(title: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `<h2>${escapeHtml(title)}</h2>${parts.join('\n')}`;
}

function factsPart({ customer, merged }: PersonData, { text, format }: PageWords): string {
  const { figures } = customer;
  const alsoKnown = merged.map((one) =>
    [`${one.id}`, one.name, one.phone, one.email, one.address].filter(Boolean).join(', '),
  );
  return table([
    [text('customers.number'), String(customer.id)],
    [text('customers.name'), customer.name],
    [text('customers.phone'), customer.phone],
    [text('customers.email'), customer.email],
    [text('customers.address'), customer.address],
    [text('customers.note'), customer.note],
    [text('customers.username'), customer.username],
    [text('customers.since'), format.dateTime(customer.createdAt)],
    [text('person-data.also'), alsoKnown.join('\n')],
    [text('customers.orders'), format.number(figures.orders)],
    [text('customers.spent'), format.money(figures.spent)],
    [text('customers.owed'), format.money(figures.owed)],
  ]);
}

function notesPart({ customer }: PersonData, { format }: PageWords): readonly string[] {
  if (customer.notes.length === 0) return [];
  return [
    table(
      customer.notes.map(({ at, note, staffName }) => [
        [format.dateTime(at), staffName].filter(Boolean).join(', '),
        note,
      ]),
    ),
  ];
}

function orderPart(order: PersonOrder, { text, format }: PageWords): string {
  const lines = order.lines.map(
    ({ name, quantity, unit, total, note }) =>
      `<tr><td>${escapeHtml([name, note].filter(Boolean).join('\n'))}</td><td class="n">${escapeHtml(format.quantity(quantity, unit))}</td><td class="n">${escapeHtml(format.money(total))}</td></tr>`,
  );
  const facts: readonly Row[] = [
    [text('person-data.placed'), format.dateTime(order.placedAt)],
    [text('person-data.status'), text(`ui.status-${order.status}`)],
    [text('customers.name'), order.name],
    [
      text('documents.deliver-to'),
      [order.deliveryName, order.deliveryPhone, order.deliveryAddress].filter(Boolean).join('\n'),
    ],
    [
      text('documents.delivery-date'),
      order.deliveryDate === null ? null : format.dateShort(order.deliveryDate),
    ],
    [text('documents.total'), format.money(order.total)],
    [text('person-data.credited'), order.credited === 0 ? null : format.money(order.credited)],
    ...order.payments.map(
      ({ tender, amount, reference, at }): Row => [
        text('person-data.paid', { tender }),
        [format.money(amount), reference, format.dateTime(at)].filter(Boolean).join(', '),
      ],
    ),
    [text('person-data.refunded'), order.refunded === 0 ? null : format.money(order.refunded)],
    [text('customers.note'), order.note],
    ...order.notes.map(({ at, note }): Row => [format.dateTime(at), note]),
    ...invoiceRows(order, text('person-data.invoice')),
  ];
  const number = escapeHtml(text('customers.order', { number: String(order.id) }));
  return `<h3>${number}</h3>${table(facts)}<table>${lines.join('')}</table>`;
}

function invoiceRows({ invoice }: PersonOrder, term: string): readonly Row[] {
  if (invoice === null) return [];
  return [
    [term, [String(invoice.number), invoice.buyerName, invoice.buyerAddress].filter(Boolean).join('\n')],
  ];
}

function returnPart(back: PersonReturn, { text, format }: PageWords): string {
  const number = escapeHtml(text('person-data.return', { number: String(back.id) }));
  return `<h3>${number}</h3>${table([
    [text('person-data.placed'), format.dateTime(back.at)],
    [text('person-data.of-order'), back.orderId === null ? null : String(back.orderId)],
    [text('documents.total'), format.money(back.total)],
    ...back.refunds.map(
      ({ amount, at }): Row => [
        text('person-data.refunded'),
        `${format.money(amount)}, ${format.dateTime(at)}`,
      ],
    ),
    [text('customers.note'), back.note],
  ])}`;
}
