import { discountCeiling, roleRights, type StaffRole } from '../../../shared/domain/rights.ts';
import { useMay } from '../../bridge/use-session.ts';
import { type App, useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './facts.module.css';

const roles = ['owner', 'manager', 'cashier', 'viewer'] as const;

/** How much each role may take off, and the way to where that is set for a person. */
export function DiscountCeilings() {
  const app = useApp();
  const { text } = app;
  const mayManageStaff = useMay('manage-staff');
  return (
    <Card title={text('settings.discounts')}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{text('settings.discounts-note')}</p>
        <ul className={styles.facts}>
          {roles.map((role) => (
            <li key={role}>{ceilingWords(role, app)}</li>
          ))}
        </ul>
        {mayManageStaff && (
          <div>
            <Link to="/staff" query={{ part: 'rights' }}>
              {text('settings.discounts-page')}
            </Link>
          </div>
        )}
      </div>
    </Card>
  );
}

function ceilingWords(role: StaffRole, { text, format }: App): string {
  const named = { role: text(`session.role-${role}`) };
  if (roleRights[role].has('discount-any')) return text('settings.discounts-any', named);
  if (!roleRights[role].has('discount')) return text('settings.discounts-none', named);
  return text('settings.discounts-ceiling', { ...named, ceiling: format.percent(discountCeiling[role]) });
}
