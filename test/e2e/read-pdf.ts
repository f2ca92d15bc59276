import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a PDF file holds: its pages and, where poppler's `pdftotext` is installed, its text. */
export type ReadPdf = { readonly pages: number; readonly text: string | null };

/** @throws Error where the file is no whole PDF. */
export function readPdf(path: string): ReadPdf {
  const content = readFileSync(path, 'latin1');
  if (!content.startsWith('%PDF-') || !content.trimEnd().endsWith('%%EOF'))
    throw new Error(`${path} is no whole PDF: ${content.length} bytes`);
  const hasPoppler = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
  return {
    pages: [...content.matchAll(/\/Type\s*\/Page\b/gu)].length,
    text: hasPoppler ? execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }) : null,
  };
}
