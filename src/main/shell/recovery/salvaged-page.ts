import { escapeHtml } from '../../../shared/documents/escape-html.ts';
import type { ShopFacts } from '../../app/check-shop-file.ts';
import { derivedTables } from '../../database/salvage/salvage-derived.ts';
import type { JobOutput } from '../../keeper/jobs.ts';
import { actionAddress } from '../trouble.ts';
import { factList, factsOf, formatOf, pageFrame, paragraph, text } from './page-frame.ts';

type Salvaged = JobOutput<'salvage-shop'>;
type Table = Omit<Salvaged['tables'][number], 'name'>;

/** What was read of a damaged file, and what was not. */
export function salvagedPage(salvaged: Salvaged, facts: ShopFacts, isBalanced: boolean): string {
  const told = toldTables.flatMap((name) => salvaged.tables.filter((table) => table.name === name));
  const others = salvaged.tables.filter(({ name }) => !isTold(name) && !derivedTables.has(name));
  const rows = [
    ...told.map((table) => [text(`recovery.table-${table.name as Told}`), table] as const),
    [text('recovery.salvaged-others'), together(others)] as const,
  ].map(([label, table]) => {
    const cells = [savedOf(table), lostOf(table)].map((cell) => `<td>${escapeHtml(cell)}</td>`);
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
      ...noticesOf(salvaged).map(paragraph),
      paragraph(text(isBalanced ? 'recovery.salvaged-balanced' : 'recovery.salvaged-unbalanced')),
    ],
    links: [
      { address: actionAddress('open'), label: text('recovery.salvaged-open') },
      { address: actionAddress('leave'), label: text('recovery.salvaged-leave') },
    ],
  });
}

/** What a person should know before they choose, beside the figures. */
function noticesOf(salvaged: Salvaged): readonly string[] {
  const { tables, standIns, asideRows, mayHoldDeleted, isNewestLost } = salvaged;
  return [
    ...(tables.some(({ fromBackup }) => fromBackup > 0) ? [text('salvage.backup')] : []),
    ...(isNewestLost ? [text('salvage.newest')] : []),
    ...(standIns > 0 ? [text('salvage.stand-ins', { count: standIns })] : []),
    ...(asideRows > 0 ? [text('salvage.aside', { count: asideRows })] : []),
    ...(mayHoldDeleted ? [text('salvage.deleted')] : []),
  ];
}

function savedOf({ read, expected }: Table): string {
  const { number } = formatOf(null);
  return expected === null || expected <= read
    ? number(read)
    : text('salvage.of-about', { count: number(read), all: number(expected) });
}

function lostOf({ read, expected, dropped, rebuilt, fromBackup, isWhole }: Table): string {
  const missing = expected === null ? 0 : Math.max(0, expected - read - dropped);
  const lost = [
    ...(missing > 0 ? [text('salvage.missing', { count: missing })] : []),
    ...(dropped > 0 ? [text('recovery.salvaged-dropped', { count: dropped })] : []),
    ...(fromBackup > 0 ? [text('salvage.from-backup', { count: fromBackup })] : []),
    ...(rebuilt > 0 ? [text('salvage.rebuilt', { count: rebuilt })] : []),
    ...(!isWhole && expected === null ? [text('recovery.salvaged-hole')] : []),
  ];
  if (lost.length > 0) return lost.join('; ');
  return text(isWhole ? 'recovery.salvaged-whole' : 'salvage.none-known');
}

function together(tables: readonly Table[]): Table {
  const sum = (of: (table: Table) => number) => tables.reduce((all, table) => all + of(table), 0);
  return {
    read: sum(({ read }) => read),
    expected: tables.some(({ expected }) => expected === null) ? null : sum(({ expected }) => expected ?? 0),
    dropped: sum(({ dropped }) => dropped),
    rebuilt: sum(({ rebuilt }) => rebuilt),
    fromBackup: sum(({ fromBackup }) => fromBackup),
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
