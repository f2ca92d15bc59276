import type { AuditSubject } from '../../../shared/domain/audit-subject.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { actionWords } from './action-words.ts';
import type { Thing } from './audit-places.ts';

/** The names of those who work or worked here, by their number. */
export type Names = ReadonlyMap<number, string>;

/** How a thing is called where people read of it. */
export function thingWords({ kind, id }: Thing, text: AppText, names: Names): string {
  if (kind === 'shop' || kind === 'timer' || kind === 'cart') return text(`audit.subject-${kind}`);
  const named = kind === 'staff' && id !== null ? names.get(id) : undefined;
  const number = id === null ? '' : String(id);
  if (named !== undefined) return named;
  return kind === 'till' ? text('audit.till-number', { number }) : text(`audit.subject-${kind}`, { number });
}

/** The thing that a subject names; null for one that names none. */
export function thingOf({ kind, id, name }: AuditSubject): Thing | null {
  if (kind !== 'other') return { kind, id };
  return name === 'shop' || name === 'timer' ? { kind: name, id: null } : null;
}

/** What an entry was about, as people say it. What nobody foresaw stands as it was written. */
export function subjectWords(subject: AuditSubject, text: AppText, names: Names): string {
  const { kind, id, name } = subject;
  const thing = thingOf(subject);
  if (kind === 'till') return tillWords(name, text);
  if (thing !== null && (id !== null || kind === 'other' || kind === 'cart')) {
    return thingWords(thing, text, names);
  }
  const [, several, noun] = /^(\d{1,9}) (orders|findings)$/u.exec(name) ?? [];
  if (noun === 'orders' || noun === 'findings') {
    return text(`audit.subject-${noun}`, { count: Number(several) });
  }
  if (name === 'refunds' || name === 'machine') return text(`audit.subject-${name}`);
  if (/^list [a-z]+$/u.test(name)) return text('audit.subject-list');
  // An approval is about the call that it was given for.
  if (/^[a-zA-Z]+\.[a-zA-Z]+$/u.test(name)) return actionWords({ call: name, outcome: 'ok' }, text);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Tills are numbered; one that was named otherwise keeps its name. */
export function tillWords(till: string, text: AppText): string {
  const number = /^till-(\d+)$/u.exec(till)?.[1];
  return number === undefined ? till : text('audit.till-number', { number });
}
