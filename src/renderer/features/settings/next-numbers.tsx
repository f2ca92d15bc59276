import type { Numbering } from '../../../shared/contract/shop-identity.ts';
import { mostPrefix } from '../../../shared/domain/paper-number.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import styles from './next-numbers.module.css';
import type { EditedNumbering } from './numbering-draft.ts';

/** What the next numbers would be with what is typed; what cannot be read yet counts as it is kept. */
export function useNextNumbers(fields: EditedNumbering, kept: Numbering) {
  const readable: Numbering = {
    ...fields,
    orderPrefix: fields.orderPrefix.slice(0, mostPrefix.order),
    invoicePrefix: fields.invoicePrefix.slice(0, mostPrefix.invoice),
    orderDigits: fields.orderDigits ?? kept.orderDigits,
    invoiceDigits: fields.invoiceDigits ?? kept.invoiceDigits,
    yearStartMonth: fields.yearStartMonth ?? kept.yearStartMonth,
    invoiceFirst: fields.invoiceFirst ?? kept.invoiceFirst,
  };
  return useApiQuery('shop.previewNumbers', readable, { keepPrevious: true }).data;
}

type NextNumbersProps = {
  readonly items: readonly { readonly term: string; readonly number: string | undefined }[];
};

/** Numbers as they will stand on paper. */
export function NextNumbers({ items }: NextNumbersProps) {
  return (
    <dl className={styles.list}>
      {items.map(({ term, number }) => (
        <div key={term} className={styles.item}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.number} aria-live="polite">
            <bdi>{number ?? '\u00a0'}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
