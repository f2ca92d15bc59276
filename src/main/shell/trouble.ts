import { escapeHtml } from '../../shared/documents/escape-html.ts';
import { createEnglishText } from '../../shared/text/english.ts';
import type { Trouble } from './open-shop.ts';
import { parseAddress } from './security/addresses.ts';
import type { BackupBefore } from './upgrade-shop.ts';

/** What a person can do about a shop that cannot be opened; the links of the page. */
export type TroubleAction = 'retry' | 'choose' | 'quit';

const ways: Readonly<Record<Trouble, readonly TroubleAction[]>> = {
  missing: ['retry', 'choose', 'quit'],
  newer: ['choose', 'quit'],
  foreign: ['choose', 'quit'],
  damaged: ['retry', 'choose', 'quit'],
  locked: ['retry', 'quit'],
  'read-only': ['retry', 'quit'],
  keys: ['retry', 'quit'],
  // Nothing to do but wait: it ends by itself.
  moving: [],
  upgrading: [],
  upgrade: ['retry', 'choose', 'quit'],
  unknown: ['retry', 'quit'],
};

const page = 'app://shop/trouble.html';

/** The address of the page that says what is wrong. */
export function troubleAddress(trouble: Trouble): string {
  return `${page}?problem=${trouble}`;
}

/** What a link of the page asks for, or null when the address is no such link. */
export function troubleActionOf(address: string): TroubleAction | null {
  const parsed = parseAddress(address);
  if (!parsed || `${parsed.protocol}//${parsed.host}${parsed.pathname}` !== page) return null;
  const wanted = parsed.searchParams.get('do');
  return wanted === 'retry' || wanted === 'choose' || wanted === 'quit' ? wanted : null;
}

type TroublePage = {
  readonly trouble: Trouble;
  readonly path: string;
  /** When it happened, as in the log, so that its entry can be found. */
  readonly at: string;
  /** How far what is waited for is. */
  readonly percent?: number | undefined;
  /** A backup that was made before it went wrong, and the folder where it lies. */
  readonly backup?: { readonly folder: string; readonly kind: BackupBefore } | undefined;
};

/**
 * The page shown instead of the shop when its file cannot be opened: what is wrong, that nothing was changed,
 * what can be done. Made in main without a script, so that it needs nothing that could be broken too.
 */
export function troublePage({ trouble, path, at, percent, backup }: TroublePage): string {
  const text = createEnglishText();
  const links = ways[trouble].map((action, index) => {
    const label = escapeHtml(text(`shell.trouble-${action}`));
    return `<a class="${index === 0 ? 'first' : 'other'}" href="${page}?do=${action}">${label}</a>`;
  });
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeHtml(text(`shell.trouble-title-${trouble}`))}</title>`,
    '<link rel="stylesheet" href="trouble.css"></head><body><main>',
    `<h1>${escapeHtml(text(`shell.trouble-title-${trouble}`))}</h1>`,
    `<p>${escapeHtml(text(`shell.trouble-words-${trouble}`))}</p>`,
    `<p>${escapeHtml(text('shell.trouble-safe'))}</p>`,
    percent === undefined
      ? ''
      : `<p role="status">${escapeHtml(text('shell.trouble-done-upgrading', { percent: String(percent) }))}</p>`,
    backup === undefined
      ? ''
      : `<p>${escapeHtml(text(`shell.trouble-backup-${backup.kind}`))}</p>
<p class="path"><bdi>${escapeHtml(backup.folder)}</bdi></p>`,
    `<p class="path"><bdi>${escapeHtml(path)}</bdi></p>`,
    `<nav>${links.join('')}</nav>`,
    `<p class="quote">${escapeHtml(text('shell.trouble-quote', { at }))}</p>`,
    '</main></body></html>',
  ].join('\n');
}
