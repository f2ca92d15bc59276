import { DescriptionList } from '../../ui/description-list.tsx';
import type { Thing } from './audit-places.ts';
import type { FieldKind } from './detail-kinds.ts';
import styles from './entry-facts.module.css';
import type { Fact, Listed, ReadDetails } from './read-details.ts';
import { ThingLink } from './thing-link.tsx';
import type { Words } from './use-value-words.ts';

type EntryFactsProps = { readonly read: ReadDetails; readonly words: Words };

/** What else an entry says: single facts, then what holds several of its own, such as the lines of an order. */
export function EntryFacts({ read: { facts, lists }, words }: EntryFactsProps) {
  if (facts.length === 0 && lists.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{words.text('audit.more')}</h3>
      {facts.length > 0 && (
        <DescriptionList
          items={facts.map((fact) => ({
            term: words.field(fact.field),
            detail: <Value fact={fact} words={words} />,
          }))}
        />
      )}
      {lists.map((listed) => (
        <Rows key={listed.field} listed={listed} words={words} />
      ))}
    </section>
  );
}

function Rows({ listed: { field, rows }, words }: { readonly listed: Listed; readonly words: Words }) {
  return (
    <div className={styles.list}>
      <h4 className={styles.field}>{words.field(field)}</h4>
      <ol className={styles.rows}>
        {rows.map((facts, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was written down never changes its order
          <li key={index} className={styles.row}>
            {facts.map((fact) => (
              <span key={fact.field} className={styles.fact}>
                {fact.field !== '' && <span className={styles.name}>{words.field(fact.field)}</span>}
                <Value fact={fact} words={words} />
              </span>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Kinds of fields that name a thing of the shop. */
const thingKinds = [
  'order',
  'refund',
  'return',
  'product',
  'category',
  'customer',
  'staff',
  'stock-take',
  'stock-check',
] as const satisfies readonly (FieldKind & Thing['kind'])[];

function Value({ fact: { kind, value }, words }: { readonly fact: Fact; readonly words: Words }) {
  const thing = thingKinds.find((one) => one === kind);
  if (thing === undefined) return <bdi className={styles.value}>{words.value(kind, value)}</bdi>;
  const ids = Array.isArray(value) ? value : [value];
  return (
    <span className={styles.things}>
      {ids.map((id) => (
        <ThingLink key={String(id)} thing={typeof id === 'number' ? { kind: thing, id } : null}>
          {words.value(kind, id)}
        </ThingLink>
      ))}
    </span>
  );
}
