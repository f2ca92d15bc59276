import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { changeQuery, navigate, usePlace } from '../../ui/router.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { OwnPart } from './own-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { RightsPart } from './rights-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import styles from './staff-screen.module.css';

const allParts = ['people', 'rights', 'sessions', 'own'] as const;

/** Who works here, what each may do, who is signed in where; and everybody's own PIN and password. */
export function StaffScreen() {
  const text = useText();
  const { query } = usePlace();
  const mayManage = useMay('manage-staff');
  const parts = mayManage ? allParts : (['own'] as const);
  const part = parts.find((one) => one === query.part) ?? parts[0];
  return (
    <div className={styles.screen}>
      <PageHeader
        title={text(mayManage ? 'staff.title' : 'staff.own-title')}
        onBack={() => navigate('/settings')}
      />
      {mayManage ? (
        <Tabs
          label={text('staff.parts')}
          tabs={parts.map((key) => ({ key, label: text(`staff.${key}`) }))}
          value={part}
          onChange={(next) => changeQuery({ part: next })}
        >
          <div className={styles.part}>
            {part === 'people' && <PeoplePart />}
            {part === 'rights' && <RightsPart />}
            {part === 'sessions' && <SessionsPart />}
            {part === 'own' && <OwnPart />}
          </div>
        </Tabs>
      ) : (
        <div className={styles.part}>
          <OwnPart />
        </div>
      )}
    </div>
  );
}
