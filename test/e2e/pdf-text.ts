import { readFileSync } from 'node:fs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF says, page by page with single spaces, and how many pictures it shows. */
export type PdfText = { readonly pages: readonly string[]; readonly pictures: number };

/** Reads a PDF by its own instructions: independent of what made it. @throws Error where the file is no whole PDF. */
export async function pdfText(path: string): Promise<PdfText> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages: string[] = [];
    let pictures = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''));
      pages.push(words.join(' ').replaceAll(/\s+/gu, ' '));
      const { fnArray } = await page.getOperatorList();
      pictures += fnArray.filter((operator) => operator === OPS.paintImageXObject).length;
    }
    return { pages, pictures };
  } finally {
    await loading.destroy();
  }
}
