import type { BackupRow } from '../../../shared/contract/backup-fields.ts';
import { escapeHtml } from '../../../shared/documents/escape-html.ts';
import type { ShopFacts } from '../../app/check-shop-file.ts';
import type { JobOutput } from '../../keeper/jobs.ts';
import { actionAddress, backupFacts, type TroubleAction } from '../trouble.ts';
import {
  factList,
  factsOf,
  formatOf,
  type PageLink,
  pageFrame,
  paragraph,
  pathBox,
  text,
} from './page-frame.ts';

export type Salvaged = JobOutput<'salvage-shop'>;

/** Why nothing was brought back. */
export type Failure = 'gone' | 'damaged' | 'passphrase' | 'no-room' | 'unreadable' | 'nobody' | 'unknown';

/** How many backups the list shows. */
const mostListed = 20;

/** The backups to choose from, the newest first. */
export function listPage(rows: readonly BackupRow[]): string {
  const shown = rows.slice(0, mostListed);
  const items = shown.map((row) => {
    const address = escapeHtml(actionAddress('ask', row.name));
    const made = escapeHtml(formatOf(null).dateTime(row.madeAt));
    return `<li><a href="${address}"><b>${made}</b><span>${escapeHtml(lineOf(row))}</span></a></li>`;
  });
  return pageFrame({
    title: text('recovery.list-title'),
    body: [
      paragraph(text('recovery.list-words')),
      rows.length > shown.length ? paragraph(text('recovery.list-newest', { count: shown.length })) : '',
      `<ul class="choices">${items.join('')}</ul>`,
    ],
    links: [link('back')],
  });
}

function lineOf({ facts, encrypted }: BackupRow): string {
  const parts = facts
    ? [
        text('recovery.list-orders', { count: facts.orders }),
        ...(facts.lastOrder ? [text('recovery.list-last', { number: facts.lastOrder.number })] : []),
      ]
    : [];
  return formatOf(facts).list([...parts, ...(encrypted ? [text('recovery.encrypted')] : [])]);
}

type AskPage = { readonly row: BackupRow; readonly aside: string | null; readonly to: string };

/** Asks once more. `aside` is where the file goes that cannot be opened; null where there is none. */
export function askPage({ row, aside, to }: AskPage): string {
  return pageFrame({
    title: text('recovery.ask-title', { time: formatOf(row.facts).dateTime(row.madeAt) }),
    body: [
      backupFacts(row),
      paragraph(text('recovery.after')),
      paragraph(text('recovery.ask-checked')),
      paragraph(text('recovery.ask-log')),
      aside === null ? '' : pathBox(text('recovery.ask-aside', { folder: aside })),
      pathBox(text('recovery.ask-to', { path: to })),
    ],
    links: [{ address: actionAddress('restore', row.name), label: text('recovery.restore') }, link('back')],
  });
}

/** Says what is being done; `percent` is null where nothing tells how far it is. */
export function workingPage(work: 'restore' | 'salvage' | 'opening', percent: number | null): string {
  const done = percent === null ? '' : text('recovery.working-done', { percent: String(percent) });
  return pageFrame({
    title: text(`recovery.working-${work}`),
    body: [
      paragraph(text('recovery.working-words')),
      done === '' ? '' : `<p role="status">${escapeHtml(done)}</p>`,
    ],
    links: work === 'opening' ? [] : [link('stop')],
  });
}

/** What was read of a damaged file, and what was not. */
export function salvagedPage(salvaged: Salvaged, facts: ShopFacts, isBalanced: boolean): string {
  const { number } = formatOf(null);
  const told = toldTables.flatMap((name) => salvaged.tables.filter((table) => table.name === name));
  const others = salvaged.tables.filter(({ name }) => !isTold(name));
  const rows = [
    ...told.map((table) => [text(`recovery.table-${table.name as Told}`), table] as const),
    [text('recovery.salvaged-others'), together(others)] as const,
  ].map(([label, table]) => {
    const cells = [number(table.read), lostOf(table)].map((cell) => `<td>${escapeHtml(cell)}</td>`);
    return `<tr><th scope="row">${escapeHtml(label)}</th>${cells.join('')}</tr>`;
  });
  const heads = (['what', 'read', 'lost'] as const).map(
    (head) => `<th scope="col">${escapeHtml(text(`recovery.salvaged-${head}`))}</th>`,
  );
  return pageFrame({
    title: text('recovery.salvaged-title'),
    body: [
      paragraph(text('recovery.salvaged-words')),
      factList(factsOf(facts)),
      `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
      paragraph(text(isBalanced ? 'recovery.salvaged-balanced' : 'recovery.salvaged-unbalanced')),
    ],
    links: [link('open'), link('leave')],
  });
}

/** Why it came to nothing, and that nothing is lost by that. */
export function failedPage(work: 'restore' | 'salvage', failure: Failure): string {
  return pageFrame({
    title: text(`recovery.failed-title-${work}`),
    body: [paragraph(text(`recovery.failed-${failure}`)), paragraph(text('recovery.failed-safe'))],
    links: [link('back')],
  });
}

type Table = Omit<Salvaged['tables'][number], 'name'>;

function lostOf({ isWhole, dropped }: Table): string {
  const lost = [
    ...(isWhole ? [] : [text('recovery.salvaged-hole')]),
    ...(dropped > 0 ? [text('recovery.salvaged-dropped', { count: dropped })] : []),
  ];
  return lost.length === 0 ? text('recovery.salvaged-whole') : lost.join('; ');
}

function together(tables: readonly Table[]): Table {
  const sum = (of: (table: Table) => number) => tables.reduce((all, table) => all + of(table), 0);
  return {
    read: sum(({ read }) => read),
    dropped: sum(({ dropped }) => dropped),
    isWhole: tables.every(({ isWhole }) => isWhole),
  };
}

/** Tables that a person asks about first. */
const toldTables = [
  ...(['orders', 'orderLines', 'payments', 'refunds', 'products'] as const),
  ...(['customers', 'stockMovements', 'staff', 'auditEntries'] as const),
];
type Told = (typeof toldTables)[number];

function isTold(name: string): name is Told {
  return toldTables.some((one) => one === name);
}

function link(action: Extract<TroubleAction, 'back' | 'stop' | 'open' | 'leave'>): PageLink {
  const labels = {
    back: 'recovery.back',
    stop: 'recovery.stop',
    open: 'recovery.salvaged-open',
    leave: 'recovery.salvaged-leave',
  } as const;
  return { address: actionAddress(action), label: text(labels[action]) };
}
