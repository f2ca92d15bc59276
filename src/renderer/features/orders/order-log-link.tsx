import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';

/** Leads whoever may see it to all that the log holds of an order: also what was refused. */
export function OrderLogLink({ orderId }: { readonly orderId: number }) {
  const text = useText();
  const maySee = useMay('see-audit');
  if (!maySee) return null;
  return (
    <Link to="/audit" query={{ order: String(orderId) }}>
      {text('audit.log-of-order')}
    </Link>
  );
}
