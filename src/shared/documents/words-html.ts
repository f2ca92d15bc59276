import { escapeHtml } from './escape-html.ts';

/** A text of any script between texts of another: isolated, so that neither shuffles the other. */
export function words(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

export function paragraph(text: string): string {
  return `<p>${words(text)}</p>`;
}
