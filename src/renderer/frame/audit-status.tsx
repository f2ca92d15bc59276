import { ShieldAlert } from 'lucide-react';
import { useApiQuery } from '../bridge/api-query.ts';
import { useText } from '../ui/app-context.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { Link } from '../ui/link.tsx';
import styles from './status-line.module.css';

/** That somebody changed the shop file past the application, while nobody acknowledged it; leads to what was found. */
export function AuditStatus() {
  const text = useText();
  const count = useApiQuery('audit.state', {}).data?.openFindings ?? 0;
  if (count === 0) return null;
  const words = text('frame.audit-findings', { count });
  return (
    <Link to="/audit" query={{ part: 'checks' }} className={joinClasses(styles.timer, styles.needsLook)}>
      <ShieldAlert aria-hidden="true" />
      <span title={words}>{words}</span>
    </Link>
  );
}
