import type { BackupRow } from '../../../shared/contract/backup-fields.ts';
import { escapeHtml } from '../../../shared/documents/escape-html.ts';
import { actionAddress, type TroubleAction } from '../trouble.ts';
import { formatOf, type PageLink, pageFrame, paragraph, text } from './page-frame.ts';

/** How many backups the list shows. */
const mostListed = 20;

/** The backups to choose from, the newest first; without keys nothing vouches for them. */
export function listPage(rows: readonly BackupRow[], hasKeys: boolean): string {
  const shown = rows.slice(0, mostListed);
  const items = shown.map((row) => {
    const address = escapeHtml(actionAddress('ask', row.name));
    const made = escapeHtml(formatOf(null).dateTime(row.madeAt));
    return `<li><a href="${address}"><b>${made}</b><span>${escapeHtml(lineOf(row))}</span></a></li>`;
  });
  return pageFrame({
    title: text(hasKeys ? 'recovery.list-title' : 'recovery.list-unknown'),
    body: [
      paragraph(text(hasKeys ? 'recovery.list-words' : 'recovery.no-keys')),
      rows.length > shown.length ? paragraph(text('recovery.list-newest', { count: shown.length })) : '',
      `<ul class="choices">${items.join('')}</ul>`,
    ],
    links: [link('back')],
  });
}

function lineOf({ facts, encrypted }: BackupRow): string {
  const parts = facts
    ? [
        text('recovery.list-orders', { count: facts.orders }),
        ...(facts.lastOrder ? [text('recovery.list-last', { number: facts.lastOrder.number })] : []),
      ]
    : [];
  return formatOf(facts).list([...parts, ...(encrypted ? [text('recovery.encrypted')] : [])]);
}

/** Says what is being done; `percent` is null where nothing tells how far it is. */
export function workingPage(work: 'restore' | 'salvage' | 'opening', percent: number | null): string {
  const done = percent === null ? '' : text('recovery.working-done', { percent: String(percent) });
  return pageFrame({
    title: text(`recovery.working-${work}`),
    body: [
      paragraph(text('recovery.working-words')),
      done === '' ? '' : `<p role="status">${escapeHtml(done)}</p>`,
    ],
    links: work === 'opening' ? [] : [link('stop')],
  });
}

/** Why it came to nothing, and that nothing is lost by that. */
export function failedPage(work: 'restore' | 'salvage' | 'keys', words: string): string {
  return pageFrame({
    title: text(`recovery.failed-title-${work}`),
    body: [paragraph(words), paragraph(text('recovery.failed-safe'))],
    links: [link('back')],
  });
}

function link(action: Extract<TroubleAction, 'back' | 'stop'>): PageLink {
  const labels = { back: 'recovery.back', stop: 'recovery.stop' } as const;
  return { address: actionAddress(action), label: text(labels[action]) };
}
