import { ArrowRight } from 'lucide-react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './entry-changes.module.css';
import type { Change } from './read-details.ts';
import type { Words } from './use-value-words.ts';

type EntryChangesProps = { readonly changes: readonly Change[]; readonly words: Words };

/** What changed, field by field: what it was, and what it is since. */
export function EntryChanges({ changes, words }: EntryChangesProps) {
  const { text, field: named, value } = words;
  if (changes.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{text('audit.what-changed')}</h3>
      <dl className={styles.list}>
        {changes.map(({ field, kind, before, after }) => (
          <div key={field} className={styles.change}>
            <dt className={styles.field}>{named(field)}</dt>
            <dd className={styles.values}>
              <VisuallyHidden>{text('audit.before')} </VisuallyHidden>
              <bdi className={styles.before}>{value(kind, before)}</bdi>
              <ArrowRight aria-hidden="true" className={styles.arrow} />
              <VisuallyHidden>{text('audit.after')} </VisuallyHidden>
              <bdi className={styles.after}>{value(kind, after)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
