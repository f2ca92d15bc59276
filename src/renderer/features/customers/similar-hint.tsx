import { useDeferredValue } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
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
  const asked = useDeferredValue(JSON.stringify({ phone: phone.slice(0, 60), email: email.slice(0, 160) }));
  const input: { phone: string; email: string } = JSON.parse(asked);
  const isWorthAsking = input.phone.trim().length >= 6 || input.email.includes('@');
  const { data = [] } = useApiQuery(
    'customers.similar',
    { ...input, exceptId },
    { enabled: isWorthAsking, keepPrevious: true },
  );
  const shown = isWorthAsking ? data.slice(0, 3) : [];
  return (
    <div role="status" className={shown.length === 0 ? styles.empty : styles.hint}>
      {shown.map(({ id, name, by }) => (
        <p key={id}>
          {text(`customers.similar-${by}`, { name })}{' '}
          <Link to={`/customers/${id}`}>{text('customers.similar-open', { number: String(id) })}</Link>
        </p>
      ))}
    </div>
  );
}
