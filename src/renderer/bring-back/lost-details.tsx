import type { ComparedShop } from '../../shared/contract/backups-look.ts';
import { auditDidText } from '../../shared/text/en/audit-did.ts';
import type { AppText } from '../../shared/text/english.ts';
import { useApp } from '../ui/app-context.tsx';
import styles from './lost.module.css';

/** Each order that is not in it, other deeds by count, and what is counted in both. */
export function LostDetails({ found }: { readonly found: ComparedShop }) {
  return (
    <>
      {found.lost.orders.length > 0 && <Orders lost={found.lost} />}
      {found.deeds.length > 0 && <Deeds deeds={found.deeds} />}
      <Counts counts={found.counts} />
    </>
  );
}

function Orders({ lost: { count, orders } }: Pick<ComparedShop, 'lost'>) {
  const { text, format } = useApp();
  return (
    <details>
      <summary>{text('backups.lost-list')}</summary>
      {orders.length < count && (
        <p className={styles.muted}>{text('backups.lost-newest', { count: orders.length })}</p>
      )}
      <ul className={styles.list}>
        {orders.map(({ number, at, customer, total }) => (
          <li key={number} className={styles.row}>
            <span>
              {text('backups.lost-order', { number, time: format.dateTime(at) })}
              {customer !== null && <span className={styles.muted}> {customer}</span>}
            </span>
            <span>{format.money(total)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Deeds({ deeds }: Pick<ComparedShop, 'deeds'>) {
  const { text, format } = useApp();
  return (
    <details>
      <summary>{text('backups.lost-deeds')}</summary>
      <ul className={styles.list}>
        {deeds.map(({ call, count }) => (
          <li key={call}>
            {text('backups.lost-deed', { deed: deedWords(call, text), count: format.number(count) })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A call that this version has no words for stands as it is. */
function deedWords(call: string, text: AppText): string {
  const key = `audit-did.${call}`;
  return isDeed(key) ? text(key) : call;
}

function isDeed(key: string): key is keyof typeof auditDidText {
  return Object.hasOwn(auditDidText, key);
}

function Counts({ counts }: Pick<ComparedShop, 'counts'>) {
  const { text, format } = useApp();
  return (
    <table className={styles.counts}>
      <thead>
        <tr>
          <th scope="col">{text('backups.lost-counts')}</th>
          <th scope="col">{text('backups.lost-was')}</th>
          <th scope="col">{text('backups.lost-now')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ kind, was, now }) => (
          <tr key={kind} data-differs={was !== now || undefined}>
            <th scope="row">{text(`backups.counted-${kind}`)}</th>
            <td>{format.number(was)}</td>
            <td>{format.number(now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
