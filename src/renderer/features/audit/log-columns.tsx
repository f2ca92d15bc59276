import { CircleCheck } from 'lucide-react';
import { parseSubject } from '../../../shared/domain/audit-subject.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { Badge } from '../../ui/status-pill.tsx';
import { actionWords } from './action-words.ts';
import styles from './log-columns.module.css';
import { personWords } from './person-words.ts';
import { type Names, subjectWords, thingOf } from './subject-words.ts';
import { ThingLink } from './thing-link.tsx';
import type { LogEntry } from './use-log.ts';

/** The columns of the log, the least needed ones only where there is room. */
export function logColumns(text: AppText, format: Format, names: Names): readonly FittingColumn<LogEntry>[] {
  return [
    {
      key: 'when',
      label: text('audit.when'),
      width: '11.5rem',
      cell: ({ at }) => <bdi>{format.dateTime(at)}</bdi>,
    },
    {
      key: 'person',
      label: text('audit.person'),
      width: 'minmax(6.5rem, 2fr)',
      cell: (entry) => <Whole words={personWords(entry, text)} quiet={entry.staff === null} />,
    },
    {
      key: 'action',
      label: text('audit.action'),
      width: 'minmax(9rem, 4fr)',
      cell: (entry) => <Whole words={actionWords(entry, text)} />,
    },
    {
      key: 'subject',
      label: text('audit.subject'),
      width: 'minmax(8rem, 2fr)',
      fromWidth: 43,
      cell: ({ subject }) => <Subject subject={subject} text={text} names={names} />,
    },
    {
      key: 'outcome',
      label: text('audit.outcome'),
      width: '6.5rem',
      // What was refused says so in its action too.
      fromWidth: 34,
      cell: ({ outcome }) =>
        outcome === 'ok' ? (
          <span className={styles.done}>
            <CircleCheck aria-hidden="true" />
            {text('audit.done')}
          </span>
        ) : (
          <Badge tone="danger">{text('audit.refused')}</Badge>
        ),
    },
    {
      key: 'approver',
      label: text('audit.approver'),
      width: 'minmax(7rem, 1.5fr)',
      fromWidth: 58,
      cell: ({ approvedBy }) => approvedBy && <Whole words={approvedBy.name} />,
    },
  ];
}

/** Words that may be cut, whole under the pointer. */
function Whole({ words, quiet = false }: { readonly words: string; readonly quiet?: boolean }) {
  return (
    <span className={styles.words} data-quiet={quiet || undefined} title={words}>
      <bdi>{words}</bdi>
    </span>
  );
}

type SubjectProps = { readonly subject: string | null; readonly text: AppText; readonly names: Names };

function Subject({ subject, text, names }: SubjectProps) {
  const read = parseSubject(subject);
  if (read === null) return null;
  const words = subjectWords(read, text, names);
  return (
    <span className={styles.words} title={words}>
      <ThingLink thing={thingOf(read)}>{words}</ThingLink>
    </span>
  );
}
