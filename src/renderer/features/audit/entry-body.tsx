import type { Output } from '../../../shared/contract/index.ts';
import { parseSubject } from '../../../shared/domain/audit-subject.ts';
import { useApp } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './entry-body.module.css';
import { EntryChanges } from './entry-changes.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { personWords } from './person-words.ts';
import { type Details, readDetails } from './read-details.ts';
import { refusalWords } from './refusal-words.ts';
import { subjectWords, thingOf, tillWords } from './subject-words.ts';
import { ThingLink } from './thing-link.tsx';
import { useValueWords } from './use-value-words.ts';

export type Entry = Output<'audit.get'>;

/** Everything that one entry says, the most telling first: how it came out, what changed, what else. */
export function EntryBody({ entry }: { readonly entry: Entry }) {
  const { text, format } = useApp();
  const words = useValueWords();
  const read = readDetails(entry.call, detailsOf(entry));
  const refusal = entry.details.refusal;
  return (
    <div className={styles.body}>
      {entry.outcome !== 'ok' && (
        <ProblemNote title={text('audit.why-refused')}>
          <p>{refusalWords(entry.outcome, isRecord(refusal) ? refusal : entry.details, { text, format })}</p>
        </ProblemNote>
      )}
      <DescriptionList items={headFacts(entry, words)} />
      <EntryChanges changes={read.changes} words={words} />
      <EntryFacts read={read} words={words} />
      <Lent entry={entry} />
      <section className={styles.proof}>
        <DescriptionList
          items={[
            { term: text('audit.number'), detail: text('audit.entry', { number: String(entry.entryId) }) },
            { term: text('audit.seal'), detail: <span className={styles.seal}>{entry.hash}</span> },
          ]}
        />
        <p className={styles.note}>{text('audit.seal-note')}</p>
      </section>
    </div>
  );
}

function headFacts(entry: Entry, { text, format, names }: ReturnType<typeof useValueWords>) {
  const subject = parseSubject(entry.subject);
  const { approvedBy, till, staff } = entry;
  return [
    { term: text('audit.when'), detail: <bdi>{format.dateTime(entry.at)}</bdi> },
    { term: text('audit.business-date'), detail: <bdi>{format.dateShort(entry.businessDate)}</bdi> },
    {
      term: text('audit.person'),
      detail: (
        <ThingLink thing={staff && { kind: 'staff', id: staff.staffId }}>
          {personWords(entry, text)}
        </ThingLink>
      ),
    },
    {
      term: text('audit.outcome'),
      detail:
        entry.outcome === 'ok' ? text('audit.done') : <Badge tone="danger">{text('audit.refused')}</Badge>,
    },
    ...(subject === null
      ? []
      : [
          {
            term: text('audit.subject'),
            detail: <ThingLink thing={thingOf(subject)}>{subjectWords(subject, text, names)}</ThingLink>,
          },
        ]),
    ...(approvedBy === null ? [] : [{ term: text('audit.approver'), detail: approvedBy.name }]),
    ...(till === null ? [] : [{ term: text('audit.till'), detail: tillWords(till, text) }]),
  ];
}

/** Who lent which right for this one action. */
function Lent({ entry: { approvals } }: { readonly entry: Entry }) {
  const words = useValueWords();
  if (approvals.length === 0) return null;
  const { text } = words;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{text('audit.lent')}</h3>
      <ul className={styles.lent}>
        {approvals.map(({ staffId, name, right }) => (
          <li key={`${staffId} ${right}`}>
            {text('audit.lent-line', { name, right: words.value('right', right) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What changed stands beside the rest in the entry, and is read with it. */
function detailsOf({ details, before, after }: Entry): Details {
  return { ...details, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

function isRecord(value: unknown): value is Details {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
