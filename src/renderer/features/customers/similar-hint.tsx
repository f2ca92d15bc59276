import { useSimilarCustomers } from '../../bridge/use-similar-customers.ts';
import { useText } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './similar-hint.module.css';

type SimilarHintProps = {
  readonly phone: string;
  readonly email: string;
  /** Who is being changed; null for somebody new. */
  readonly exceptId: number | null;
};

/** Says while it is typed that somebody has this telephone number or e-mail address already. It stops nothing. */
export function SimilarHint({ phone, email, exceptId }: SimilarHintProps) {
  const text = useText();
  const similar = useSimilarCustomers(phone, email, exceptId);
  return (
    <div role="status" className={similar.length === 0 ? styles.empty : styles.hint}>
      {similar.map(({ id, name, by }) => (
        <p key={id}>
          {text(`customers.similar-${by}`, { name })}{' '}
          <Link to={`/customers/${id}`}>{text('customers.similar-open', { number: String(id) })}</Link>
        </p>
      ))}
    </div>
  );
}
