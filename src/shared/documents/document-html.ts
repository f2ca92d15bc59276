import { assertNever } from '../domain/assert-never.ts';
import type { DocumentBlock, DocumentParty, DocumentRow } from './document-block.ts';
import { escapeHtml } from './escape-html.ts';
import type { ReportBlock } from './report-block.ts';
import { reportBlockHtml } from './report-block-html.ts';
import { paragraph, words } from './words-html.ts';

type DocumentHtml = {
  readonly title: string;
  readonly paper: '58mm' | '80mm' | 'a4' | 'letter';
  /** A sheet on its side. */
  readonly isWide?: boolean;
  /** BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Draws a QR code as SVG, for the content of a `qr` block. */
  readonly qrSvg: (content: string) => string;
};

/**
 * A page for the printer: the blocks as HTML, every text escaped, with one style sheet (`print.css`), no
 * script and nothing else to load.
 */
export function documentHtml(
  blocks: readonly (DocumentBlock | ReportBlock)[],
  document: DocumentHtml,
): string {
  const { title, locale, direction, qrSvg } = document;
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(locale)}" dir="${direction}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    '<link rel="stylesheet" href="print.css"></head>',
    `<body class="${bodyClass(document)}">`,
    ...blocks.map((block) => blockHtml(block, qrSvg)),
    '</body></html>',
  ].join('\n');
}

/** Letter is a sheet like A4, of another size. */
function bodyClass({ paper, isWide }: Pick<DocumentHtml, 'paper' | 'isWide'>): string {
  const sheet = paper === 'letter' ? 'paper-a4 letter' : `paper-${paper}`;
  return isWide ? `${sheet} wide` : sheet;
}

function blockHtml(block: DocumentBlock | ReportBlock, qrSvg: (content: string) => string): string {
  switch (block.kind) {
    case 'header':
      return `<header>${logoHtml(block.logo)}<h1>${words(block.name)}</h1>${block.lines.map(paragraph).join('')}</header>`;
    case 'mark':
      return `<p class="mark">${words(block.text)}</p>`;
    case 'title':
      return `<section class="title"><h2>${words(block.text)}</h2>${block.rows.map((row) => rowHtml(row)).join('')}</section>`;
    case 'parties':
      return `<section class="parties">${block.parties.map(partyHtml).join('')}</section>`;
    case 'line':
      return lineHtml(block);
    case 'goods':
      return goodsHtml(block);
    case 'amount':
      return rowHtml(block, `amount ${block.weight}`);
    case 'table':
      return tableHtml(block);
    case 'picture':
    case 'comparison':
    case 'ledger':
    case 'meanings':
      return reportBlockHtml(block);
    case 'note':
      return `<p class="note">${words(block.text)}</p>`;
    case 'signature':
      return `<section class="signatures">${block.labels.map(signatureHtml).join('')}</section>`;
    case 'code':
      return `<p class="code">${words(block.text)}</p>`;
    case 'qr':
      return `<figure class="qr">${qrSvg(block.content)}<figcaption>${words(block.caption)}</figcaption></figure>`;
    case 'footer':
      return `<footer>${block.lines.map(paragraph).join('')}</footer>`;
    case 'rule':
      return '<hr>';
    default:
      return assertNever(block);
  }
}

/** The shop's logo; the name beside it says whose it is. */
function logoHtml(address: string | undefined): string {
  return address === undefined ? '' : `<img class="logo" src="${escapeHtml(address)}" alt="">`;
}

function lineHtml(block: Extract<DocumentBlock, { kind: 'line' }>): string {
  const { name, detail, amount, discount, note } = block;
  return [
    '<section class="line">',
    rowHtml({ label: name, value: amount }),
    detail === null ? '' : `<p class="detail">${words(detail)}</p>`,
    discount === null ? '' : rowHtml(discount, 'detail'),
    note === null ? '' : `<p class="detail">${words(note)}</p>`,
    '</section>',
  ].join('');
}

function partyHtml({ title, lines }: DocumentParty): string {
  return `<section class="party"><h3>${words(title)}</h3>${lines.map(paragraph).join('')}</section>`;
}

function signatureHtml(label: string): string {
  return `<p class="signature">${words(label)}</p>`;
}

function goodsHtml({ label, columns, rows }: Extract<DocumentBlock, { kind: 'goods' }>): string {
  const head = columns.map(({ heading, kind }) => `<th scope="col" class="${kind}">${words(heading)}</th>`);
  const body = rows.map(({ cells, details }) => {
    const drawn = columns.map(({ kind }, index) => {
      if (kind === 'tick') return `<td class="tick"><span class="box"></span></td>`;
      const more = kind === 'wide' ? details.map((text) => `<p class="detail">${words(text)}</p>`) : [];
      return `<td class="${kind}">${words(cells[index] ?? '')}${more.join('')}</td>`;
    });
    return `<tr>${drawn.join('')}</tr>`;
  });
  return [
    `<table class="goods" aria-label="${escapeHtml(label)}">`,
    `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`,
  ].join('');
}

function tableHtml({ title, headings, rows }: Extract<DocumentBlock, { kind: 'table' }>): string {
  const head = headings.map((heading) => `<th scope="col">${words(heading)}</th>`).join('');
  const body = rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${words(cell)}</td>`).join('')}</tr>`)
    .join('');
  return `<table class="figures"><caption>${words(title)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function rowHtml({ label, value }: DocumentRow, kind = ''): string {
  const row = kind === '' ? 'row' : `row ${kind}`;
  return `<p class="${row}"><span>${words(label)}</span><b>${words(value)}</b></p>`;
}
