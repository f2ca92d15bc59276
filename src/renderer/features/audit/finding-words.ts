import type { Output } from '../../../shared/contract/index.ts';
import { parseSubject } from '../../../shared/domain/audit-subject.ts';
import { isCalendarDate } from '../../../shared/domain/calendar.ts';
import { auditFindingsText } from '../../../shared/text/en/audit-findings.ts';
import type { AppText, TextKey } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { type Names, subjectWords, thingWords } from './subject-words.ts';
import { spacedWords } from './value-words.ts';

export type Finding = Output<'audit.findings'>['items'][number];

/** What was found, what that means, and what to do about it. */
export type FindingWords = { readonly title: string; readonly means: string; readonly todo: string };

type Words = { readonly text: AppText; readonly format: Format; readonly names: Names };

/** A finding as an owner reads it. What it names comes with it; what is missing there leaves a dash. */
export function findingWords(finding: Finding, words: Words): FindingWords {
  const { text } = words;
  const { kind } = finding;
  const named = namedIn(finding, words);
  // Which of them a sentence names differs by kind.
  const sentence = text as (key: TextKey, named: ReturnType<typeof namedIn>) => string;
  return {
    title: sentence(`audit-findings.found-${kind}`, named),
    means: sentence(`audit-findings.means-${kind}`, named),
    todo: sentence(`audit-findings.do-${kind}`, named),
  };
}

function namedIn(finding: Finding, { text, format, names }: Words) {
  const { params } = finding;
  const number = (name: string) => (typeof params[name] === 'number' ? String(params[name]) : '–');
  const { keptAt, table, count, day } = params;
  return {
    target: targetWords(finding, text, names),
    from: number('from'),
    to: number('to'),
    count: typeof count === 'number' ? count : 1,
    keptAt: typeof keptAt === 'number' ? format.dateTime(keptAt) : '–',
    day: typeof day === 'number' && isCalendarDate(day) ? format.date(day) : '–',
    table: typeof table === 'string' ? rowsWords(finding, table, text, names) : '–',
  };
}

/** Which rows: of which paper they are, or how many. */
function rowsWords({ params }: Finding, kind: string, text: AppText, names: Names): string {
  const table = tableWords(kind, text);
  const source = typeof params.source === 'string' ? parseSubject(params.source) : null;
  if (source !== null)
    return text('audit-findings.sealed-source', { table, source: subjectWords(source, text, names) });
  const { count } = params;
  return typeof count === 'number' && count > 1
    ? text('audit-findings.sealed-many', { table, count })
    : table;
}

/** A kind of rows as people call what is in them. */
function tableWords(table: string, text: AppText): string {
  const key = `audit-findings.sealed-${table}`;
  return Object.hasOwn(auditFindingsText, key)
    ? text(key as 'audit-findings.sealed-shop')
    : spacedWords(table);
}

/** What it is about, with its name where it has one: "Product 12, Beans". */
export function targetWords({ target, targetName }: Finding, text: AppText, names: Names): string {
  if (target === null) return text('audit-findings.the-file');
  const thing = thingWords(target, text, names);
  return targetName === null || targetName === thing
    ? thing
    : text('audit-findings.named-target', { thing, name: targetName });
}
