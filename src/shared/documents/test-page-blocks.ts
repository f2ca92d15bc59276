import type { AppText } from '../text/english.ts';
import type { DocumentBlock } from './document-block.ts';

type TestPage = {
  readonly shopName: string;
  /** '' is this computer's default printer. */
  readonly printer: string;
  readonly paper: '58mm' | '80mm' | 'a4';
  readonly printedAt: string;
  readonly text: AppText;
};

/** A page to try a printer with: both edges, figures, a long text, a code to scan. */
export function testPageBlocks({
  shopName,
  printer,
  paper,
  printedAt,
  text,
}: TestPage): readonly DocumentBlock[] {
  const figures = '0123456789';
  return [
    { kind: 'header', name: shopName, lines: [] },
    {
      kind: 'title',
      text: text('documents.test-title'),
      rows: [
        { label: text('documents.test-printer'), value: printer || text('documents.test-default-printer') },
        { label: text('documents.test-paper'), value: text(`documents.test-${paper}`) },
        { label: text('documents.date'), value: printedAt },
      ],
    },
    { kind: 'rule' },
    {
      kind: 'line',
      name: text('documents.test-line'),
      detail: figures,
      amount: figures,
      discount: null,
      note: null,
    },
    { kind: 'amount', weight: 'total', label: text('documents.total'), value: figures },
    { kind: 'rule' },
    { kind: 'qr', content: text('documents.test-title'), caption: text('documents.test-title') },
    { kind: 'footer', lines: [text('documents.test-done')] },
  ];
}
