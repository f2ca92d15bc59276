import type { DocumentRow } from './document-block.ts';
import { escapeHtml } from './escape-html.ts';
import type { ReportBlock } from './report-block.ts';
import { words } from './words-html.ts';

type Block<Kind extends ReportBlock['kind']> = Extract<ReportBlock, { readonly kind: Kind }>;

/** Where a page's picture goes; who prints it puts an address of its own there. No text can hold it: quotes are escaped. */
export const printedPicture = 'src="app://img/printed"';

/** The blocks that only reports have, as HTML. */
export function reportBlockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'picture':
      return `<figure class="chart"><img ${printedPicture} alt="${escapeHtml(block.label)}"></figure>`;
    case 'comparison':
      return comparisonHtml(block);
    case 'ledger':
      return ledgerHtml(block);
    case 'meanings':
      return `<section class="meanings"><h2>${words(block.title)}</h2><dl>${block.items.map(meaningHtml).join('')}</dl></section>`;
  }
}

function comparisonHtml({ headings, rows }: Block<'comparison'>): string {
  const head = headings.map((heading) => `<th scope="col">${words(heading)}</th>`).join('');
  const body = rows.map(
    ([name = '', ...values]) =>
      `<tr><th scope="row">${words(name)}</th>${values.map((value) => `<td>${words(value)}</td>`).join('')}</tr>`,
  );
  return `<table class="comparison"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function ledgerHtml({ title, columns, rows, sums }: Block<'ledger'>): string {
  const head = columns.map(({ heading, kind }) => `<th scope="col" class="${kind}">${words(heading)}</th>`);
  const row = (cells: readonly string[]): string =>
    `<tr>${columns.map(({ kind }, at) => `<td class="${kind}">${words(cells[at] ?? '')}</td>`).join('')}</tr>`;
  const foot = sums.length === 0 ? '' : `<tbody class="sums">${sums.map(row).join('')}</tbody>`;
  return [
    `<h2>${words(title)}</h2>`,
    `<table class="ledger${columns.length > mostEasily ? ' dense' : ''}">`,
    `<thead><tr>${head.join('')}</tr></thead><tbody>${rows.map(row).join('')}</tbody>${foot}</table>`,
  ].join('');
}

/** More columns than this need smaller type. */
const mostEasily = 9;

function meaningHtml({ label, value }: DocumentRow): string {
  return `<div><dt>${words(label)}</dt><dd>${words(value)}</dd></div>`;
}
