import { describe, expect, it } from 'vitest';
import { documentHtml } from '../../shared/documents/document-html.ts';
import { createPrintDocuments } from './print-documents.ts';

const page = (name: string): string =>
  documentHtml(
    [
      { kind: 'note', text: name },
      { kind: 'picture', label: 'Chart' },
    ],
    {
      ...{ title: name, paper: 'a4', locale: 'en-GB', direction: 'ltr' },
      qrSvg: () => '',
    },
  );

describe('createPrintDocuments', () => {
  it('gives each page and its picture a token of their own, until they are removed', () => {
    const documents = createPrintDocuments();
    const [first, second] = [documents.add(page('One'), Buffer.from([1])), documents.add(page('Two'))];
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(first).not.toBe(second);
    expect(documents.get(first)).toContain(`<img src="app://img/${first}" alt="Chart">`);
    expect(documents.picture(first)).toEqual(Buffer.from([1]));
    expect(documents.picture(second)).toBeNull();
    documents.remove(first);
    expect([documents.get(first), documents.picture(first)]).toEqual([null, null]);
    expect(documents.get(second)).toContain('Two');
  });

  it('puts the picture where the page has it, whatever the texts before it say', () => {
    const documents = createPrintDocuments();
    const name = 'src="app://img/printed" $& $1';
    const html = documents.get(documents.add(page(name), Buffer.from([1]))) ?? '';
    expect(html).toContain('src=&quot;app://img/printed&quot; $&amp; $1');
    expect(html.match(/<img src="app:\/\/img\/[0-9a-f]{32}"/gu)).toHaveLength(1);
  });
});
