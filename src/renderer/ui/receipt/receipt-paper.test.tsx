import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { DocumentBlock } from '../../../shared/documents/document-block.ts';
import { documentHtml } from '../../../shared/documents/document-html.ts';
import { renderUi } from '../render-ui.tsx';
import { ReceiptPaper } from './receipt-paper.tsx';

const blocks: readonly DocumentBlock[] = [
  { kind: 'header', name: 'Corner Shop', lines: ['1 High Street'] },
  { kind: 'mark', text: 'Copy 2' },
  { kind: 'title', text: 'Packing slip', rows: [{ label: 'Order', value: '1042' }] },
  { kind: 'parties', parties: [{ title: 'Deliver to', lines: ['Ana Prieto', 'Bath'] }] },
  {
    kind: 'goods',
    label: 'Goods',
    columns: [
      { heading: 'Done', kind: 'tick' },
      { heading: 'Quantity', kind: 'figure' },
      { heading: 'Product', kind: 'wide' },
    ],
    rows: [{ cells: ['', '2', 'Flat white'], details: ['no sugar', 'to go'] }],
  },
  { kind: 'line', name: 'Brie', detail: '2 × 3.50', amount: '7.00', discount: null, note: null },
  { kind: 'amount', weight: 'total', label: 'Total', value: '£7.00' },
  { kind: 'table', title: 'Tax', headings: ['Rate', 'Tax'], rows: [['20%', '1.17']] },
  { kind: 'note', text: 'Ring twice' },
  { kind: 'signature', labels: ['Packed by', 'Date'] },
  { kind: 'code', text: 'AB-CD' },
  { kind: 'rule' },
  { kind: 'footer', lines: ['Thank you'] },
];

afterEach(cleanup);

it('draws goods in columns, with what is said of them under their name', () => {
  renderUi(<ReceiptPaper blocks={blocks} paper="a4" label="Packing slip" />);
  const [, row] = within(screen.getByRole('table', { name: 'Goods' })).getAllByRole('row');
  expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
    '',
    '2',
    'Flat whiteno sugarto go',
  ]);
});

it('says on screen what the printer says, in the same order', () => {
  renderUi(<ReceiptPaper blocks={blocks} paper="a4" label="Packing slip" />);
  const onScreen = screen.getByRole('article').textContent;
  const html = documentHtml(blocks, {
    title: 'Packing slip',
    paper: 'a4',
    locale: 'en-GB',
    direction: 'ltr',
    qrSvg: () => '',
  });
  const body = html.slice(html.indexOf('<body'));
  expect(onScreen).toBe(body.replaceAll(/<[^>]+>|\n/g, ''));
});
