import { parseSubject } from '../../../shared/domain/audit-subject.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { Entry } from './entry-body.tsx';
import styles from './entry-links.module.css';
import type { Log } from './use-log.ts';

type EntryLinksProps = { readonly entry: Entry; readonly log: Log };

/** What else the log holds of this person, this action, this order: each narrows the list to it. */
export function EntryLinks({ entry, log }: EntryLinksProps) {
  const text = useText();
  const { staff, call, outcome, target, subject } = entry;
  const read = parseSubject(subject);
  const orderId = target?.kind === 'order' ? target.id : read?.kind === 'order' ? read.id : null;
  return (
    <div className={styles.links}>
      {staff && (
        <Button size="small" onPress={() => log.only({ person: staff.staffId })}>
          {text('audit.same-person', { name: staff.name })}
        </Button>
      )}
      {orderId !== null && (
        <Button size="small" onPress={() => log.only({ order: String(orderId) })}>
          {text('audit.same-order', { number: String(orderId) })}
        </Button>
      )}
      <Button size="small" onPress={() => log.only({ call })}>
        {text('audit.same-action')}
      </Button>
      {outcome !== 'ok' && (
        <Button size="small" onPress={() => log.only({ refusal: outcome, outcome: 'refused' })}>
          {text('audit.same-refusal')}
        </Button>
      )}
    </div>
  );
}
