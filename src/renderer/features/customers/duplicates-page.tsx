import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { leaveToDirectory, showCustomer, showMerge } from './customer-places.ts';
import styles from './duplicates-page.module.css';
import { NoRight } from './no-right.tsx';

type Group = Output<'customers.duplicates'>['groups'][number];

/** Customers who may be one person, each group with the way to compare them. */
export function DuplicatesPage() {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  return (
    <div className={styles.page}>
      <PageHeader
        title={text('customers.duplicates-title')}
        subtitle={text('customers.duplicates-help')}
        onBack={leaveToDirectory}
      />
      {mayEdit ? <Groups /> : <NoRight />}
    </div>
  );
}

function Groups() {
  const text = useText();
  const errorText = useErrorText();
  const { data, error, refetch } = useApiQuery('customers.duplicates', {});
  if (!data) {
    return error ? (
      <ErrorState
        happened={text('customers.unreadable')}
        safe={text('customers.unreadable-safe')}
        advice={errorText(error)}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    ) : (
      <div role="status" aria-label={text('ui.loading')}>
        <Skeleton height="12rem" />
      </div>
    );
  }
  if (data.groups.length === 0) {
    return (
      <EmptyState drawing="done" title={text('customers.duplicates-none')}>
        {text('customers.duplicates-none-help')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.groups}>
        {data.groups.map((group) => (
          <GroupCard key={group.customers.map(({ id }) => id).join(' ')} group={group} />
        ))}
      </div>
      {data.more && <p className={styles.more}>{text('customers.duplicates-more')}</p>}
    </>
  );
}

function GroupCard({ group: { by, customers } }: { readonly group: Group }) {
  const { text } = useApp();
  const [first, second] = customers;
  return (
    <Card
      title={text(`customers.same-${by}`)}
      flush
      actions={
        first &&
        second && (
          <Button size="small" onPress={() => showMerge(...eldestFirst(first, second))}>
            {text('customers.compare')}
          </Button>
        )
      }
    >
      <List
        label={text(`customers.same-${by}`)}
        items={customers}
        itemKey={({ id }) => String(id)}
        onOpen={({ id }) => showCustomer(id)}
      >
        {({ id, name, phone, email, orders, spent }) => (
          <>
            <span className={styles.words}>
              <span className={styles.name}>
                <bdi>{name}</bdi>
              </span>
              <span className={styles.facts}>
                <bdi dir="ltr">{[String(id), phone, email].filter(Boolean).join(' · ')}</bdi>
              </span>
            </span>
            <span className={styles.facts}>{text('customers.group-orders', { count: orders })}</span>
            <span className={styles.spent}>
              <MoneyText amount={spent} currencySign={false} />
            </span>
          </>
        )}
      </List>
    </Card>
  );
}

type Customer = Group['customers'][number];

/** Whoever ordered more stays, unless somebody says otherwise; of two alike the one who was there first. */
function eldestFirst(a: Customer, b: Customer): [keptId: number, mergedId: number] {
  return b.orders > a.orders ? [b.id, a.id] : [a.id, b.id];
}
