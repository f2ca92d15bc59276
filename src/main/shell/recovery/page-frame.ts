import type { BackupFacts } from '../../../shared/contract/backup-fields.ts';
import { escapeHtml } from '../../../shared/documents/escape-html.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat, type Format } from '../../../shared/text/format.ts';

/** A link of a page of main, which is its button. */
export type PageLink = { readonly address: string; readonly label: string };

export const text = createEnglishText();

/** A field of a page of main, with the button that sends what was typed. */
export type PageField = {
  readonly address: string;
  readonly label: string;
  readonly note: string;
  /** What was wrong with what was typed last. */
  readonly wrong: string | null;
  readonly kind: 'passphrase' | 'code';
  readonly button: string;
};

type PageFrame = {
  readonly title: string;
  /** HTML. */
  readonly body: readonly string[];
  readonly field?: PageField | null;
  readonly links: readonly PageLink[];
  /** HTML below the links. */
  readonly foot?: string;
  /** Read from afar by somebody who is not to press its link. */
  readonly isForCustomers?: boolean;
};

/** A page of main without a script, so that it needs nothing that could be broken too. */
export function pageFrame(frame: PageFrame): string {
  const { title, body, field = null, links, foot = '', isForCustomers = false } = frame;
  const hasFirst = field === null && !isForCustomers;
  const buttons = links.map(
    ({ address, label }, index) =>
      `<a class="${index === 0 && hasFirst ? 'first' : 'other'}" href="${escapeHtml(address)}">${escapeHtml(label)}</a>`,
  );
  const nav = buttons.length > 0 ? `<nav>${buttons.join('')}</nav>` : '';
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title>`,
    `<link rel="stylesheet" href="trouble.css"></head><body><main${isForCustomers ? ' class="customers"' : ''}>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...body.filter((part) => part !== ''),
    field === null ? nav : fieldForm(field, buttons),
    foot,
    '</main></body></html>',
  ].join('\n');
}

/**
 * A form without a script. What is typed comes as the address of a navigation, which main takes and never lets happen:
 * it gets into no history and no log.
 */
function fieldForm(
  { address, label, note, wrong, kind, button }: PageField,
  others: readonly string[],
): string {
  const { pathname, searchParams } = new URL(address);
  const hidden = [...searchParams].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const form =
    kind === 'code' ? 'type="text" maxlength="100" class="code"' : 'type="password" maxlength="256"';
  return [
    `<form action="${escapeHtml(pathname)}" method="get" autocomplete="off">${hidden.join('')}`,
    `<label for="secret">${escapeHtml(label)}</label>`,
    `<p id="note">${escapeHtml(note)}</p>`,
    `<input id="secret" name="secret" ${form} required autofocus spellcheck="false" autocomplete="off"`,
    ` aria-describedby="note wrong"${wrong === null ? '' : ' aria-invalid="true"'}>`,
    `<p id="wrong" role="alert">${escapeHtml(wrong ?? '')}</p>`,
    `<nav><button class="first">${escapeHtml(button)}</button>${others.join('')}</nav></form>`,
  ].join('');
}

export function paragraph(words: string): string {
  return `<p>${escapeHtml(words)}</p>`;
}

export function pathBox(words: string): string {
  return `<p class="path"><bdi>${escapeHtml(words)}</bdi></p>`;
}

/** Terms and what they are, in the order given. */
export function factList(facts: readonly (readonly [term: string, value: string])[]): string {
  const rows = facts.map(
    ([term, value]) => `<div><dt>${escapeHtml(term)}</dt><dd><bdi>${escapeHtml(value)}</bdi></dd></div>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

/** What is in a shop file, in words. */
export function factsOf(facts: BackupFacts): readonly (readonly [string, string])[] {
  const format = formatOf(facts);
  const { lastOrder } = facts;
  return [
    [text('recovery.shop'), facts.shop],
    [text('recovery.orders'), format.number(facts.orders)],
    ...(isCurrency(facts) ? [[text('recovery.sales'), format.money(facts.sales)] as const] : []),
    [
      text('recovery.last-order'),
      lastOrder
        ? text('recovery.last-order-of', { number: lastOrder.number, time: format.dateTime(lastOrder.at) })
        : text('recovery.no-order'),
    ],
  ];
}

/** The computer's own locale and zone: the shop's are in the file that cannot be read. */
export function formatOf(facts: BackupFacts | null): Format {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const isKnown = facts !== null && isCurrency(facts);
  return createFormat({
    ...{ locale, timeZone },
    currency: isKnown ? facts.currency : 'USD',
    exponent: isKnown ? facts.currencyExponent : 2,
  });
}

/** What was read of a damaged file need not be one. */
function isCurrency({ currency, currencyExponent }: BackupFacts): boolean {
  return /^[A-Z]{3}$/u.test(currency) && currencyExponent >= 0 && currencyExponent <= 4;
}
