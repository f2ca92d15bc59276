import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './finding-row.module.css';
import { type Finding, findingWords, targetWords } from './finding-words.ts';
import { ThingLink } from './thing-link.tsx';
import { usePeople } from './use-people.ts';

type FindingRowProps = { readonly finding: Finding; readonly onAcknowledge: (finding: Finding) => void };

/** One finding: what it says, what that means, what to do, where to look, and the way to acknowledge it. */
export function FindingRow({ finding, onAcknowledge }: FindingRowProps) {
  const { text, format } = useApp();
  const { names } = usePeople();
  const { title, means, todo } = findingWords(finding, { text, format, names });
  const { target, acknowledged, foundAt } = finding;
  const Icon = acknowledged === null ? TriangleAlert : CircleCheck;
  return (
    <li className={styles.row} data-open={acknowledged === null || undefined}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        <p>{means}</p>
        <p>
          <span className={styles.label}>{text('audit.what-to-do')}: </span>
          {todo}
        </p>
        <p className={styles.links}>
          <span>{text('audit.found-at', { time: format.dateTime(foundAt) })}</span>
          {target !== null && <ThingLink thing={target}>{targetWords(finding, text, names)}</ThingLink>}
          {target?.kind === 'order' && (
            <Link to="/audit" query={{ order: String(target.id) }}>
              {text('audit.log-of-order')}
            </Link>
          )}
        </p>
        {acknowledged !== null && (
          <div className={styles.acknowledged}>
            <p>
              {text('audit.acknowledged', {
                name: acknowledged.staffName,
                time: format.dateTime(acknowledged.at),
              })}
            </p>
            <p dir="auto" className={styles.note}>
              {acknowledged.note}
            </p>
          </div>
        )}
      </div>
      {acknowledged === null && (
        <Button
          size="small"
          label={text('audit.acknowledge-one', { title })}
          onPress={() => onAcknowledge(finding)}
        >
          {text('audit.acknowledge')}
        </Button>
      )}
    </li>
  );
}
