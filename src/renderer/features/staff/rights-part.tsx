import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type RightsColumn, roleColumns, staffColumns } from './rights-columns.ts';
import { RightsDialog } from './rights-dialog.tsx';
import styles from './rights-part.module.css';
import { RightsTable } from './rights-table.tsx';
import { StaffUnread } from './staff-unread.tsx';

/** Who may do what: every right in a shop's words, for each person or each role. */
export function RightsPart() {
  const text = useText();
  const staff = useApiQuery('staff.list', {});
  const [by, setBy] = useState<'person' | 'role'>('person');
  const [openId, setOpenId] = useState<number | null>(null);
  if (staff.error) return <StaffUnread error={staff.error} onRetry={() => void staff.refetch()} />;
  if (!staff.data) return <Skeleton height="20rem" />;
  const people = staff.data.filter((person) => !person.disabled);
  const open = people.find((person) => person.id === openId);
  const columns: readonly RightsColumn[] = by === 'person' ? staffColumns(people, text) : roleColumns(text);
  return (
    <div className={styles.rights}>
      <div className={styles.bar}>
        <Segmented
          label={text('staff.matrix-by')}
          choices={[
            { key: 'person', label: text('staff.by-person') },
            { key: 'role', label: text('staff.by-role') },
          ]}
          value={by}
          onChange={setBy}
        />
        <p className={styles.note}>{text(by === 'person' ? 'staff.own-mark' : 'staff.role-mark')}</p>
      </div>
      <RightsTable columns={columns} onOpen={setOpenId} />
      {open && <RightsDialog person={open} onClose={() => setOpenId(null)} />}
    </div>
  );
}
