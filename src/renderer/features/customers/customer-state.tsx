import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useText } from '../../ui/app-context.tsx';
import styles from './customer-state.module.css';

type CustomerStateProps = {
  readonly customer: CustomerDetail;
  /** The number that was asked for: of one who was merged it is another. */
  readonly asked: number;
};

/** What must be said before anything else: archived, or found by the number of somebody merged into them. */
export function CustomerState({ customer, asked }: CustomerStateProps) {
  const text = useText();
  const isArchived = customer.archivedAt !== null;
  if (!isArchived && asked === customer.id) return null;
  return (
    <div className={styles.state}>
      {asked !== customer.id && <p>{text('customers.was-merged', { number: String(asked) })}</p>}
      {isArchived && <p>{text('customers.is-archived')}</p>}
    </div>
  );
}
