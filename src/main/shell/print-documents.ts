import { randomBytes } from 'node:crypto';
import { printedPicture } from '../../shared/documents/report-block-html.ts';

/** Pages on their way to paper, each under a token that nobody can guess, until its window is gone. */
export type PrintDocuments = {
  /** `picture` is drawn where the page has its picture block. */
  add(html: string, picture?: Uint8Array | null): string;
  get(token: string): string | null;
  /** The PNG that goes with a page. */
  picture(token: string): Uint8Array | null;
  remove(token: string): void;
};

export function createPrintDocuments(): PrintDocuments {
  const pages = new Map<string, { readonly html: string; readonly picture: Uint8Array | null }>();
  return {
    add(html, picture = null) {
      const token = randomBytes(16).toString('hex');
      pages.set(token, { html: html.replace(printedPicture, `src="app://img/${token}"`), picture });
      return token;
    },
    get: (token) => pages.get(token)?.html ?? null,
    picture: (token) => pages.get(token)?.picture ?? null,
    remove: (token) => void pages.delete(token),
  };
}
