import { useState } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CustomerRecordDialogs } from './customer-record-dialogs.tsx';
import styles from './log-in-card.module.css';

/** How a customer signs in at the customers' screen, and what may be done about it. */
export function LogInCard({ customer }: { readonly customer: CustomerDetail }) {
  const text = useText();
  const mayReset = useMay('reset-log-ins');
  const [opened, setOpened] = useState<'log-in' | 'remove-log-in' | null>(null);
  const { username, hasPassword, archivedAt } = customer;
  const isLive = archivedAt === null;
  return (
    <Card title={text('customers.log-in')}>
      <div className={styles.body}>
        <p className={styles.state}>
          {username === null ? (
            text('customers.log-in-none')
          ) : hasPassword ? (
            <bdi>{username}</bdi>
          ) : (
            text('customers.log-in-without-password', { username })
          )}
        </p>
        {mayReset && (
          <div className={styles.actions}>
            {isLive && (
              <Button size="small" onPress={() => setOpened('log-in')}>
                {text(username === null ? 'customers.log-in-set' : 'customers.log-in-reset')}
              </Button>
            )}
            {username !== null && (
              <Button size="small" variant="quiet" onPress={() => setOpened('remove-log-in')}>
                {text('customers.log-in-remove')}
              </Button>
            )}
          </div>
        )}
      </div>
      {opened !== null && (
        <CustomerRecordDialogs opened={opened} customer={customer} onClose={() => setOpened(null)} />
      )}
    </Card>
  );
}
