import { randomBytes } from 'node:crypto';

/** Pages on their way to paper, each under a token that nobody can guess, until its window is gone. */
export type PrintDocuments = {
  add(html: string): string;
  get(token: string): string | null;
  remove(token: string): void;
};

export function createPrintDocuments(): PrintDocuments {
  const pages = new Map<string, string>();
  return {
    add(html) {
      const token = randomBytes(16).toString('hex');
      pages.set(token, html);
      return token;
    },
    get: (token) => pages.get(token) ?? null,
    remove: (token) => void pages.delete(token),
  };
}
