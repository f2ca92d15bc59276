import { type ReactNode, useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import styles from './more-filters.module.css';
import { channelFilters, type OrderFilter, traits } from './order-filter.ts';
import { ProductFilter } from './product-filter.tsx';
import type { OrderList } from './use-order-list.ts';

type MoreFiltersProps = { readonly list: OrderList; readonly onClose: () => void };

type FormProps = {
  readonly list: OrderList;
  readonly draft: OrderFilter;
  readonly set: (change: Partial<OrderFilter>) => void;
};

/** What a list is seldom narrowed by; all of it together, once the person says so. */
export function MoreFilters({ list, onClose }: MoreFiltersProps) {
  const text = useText();
  const seesProducts = useMay('see-products');
  const [draft, setDraft] = useState(list.filter);
  const [cleared, setCleared] = useState(0);
  const set: FormProps['set'] = (change) => setDraft((before) => ({ ...before, ...change }));
  const clear = () => {
    set(withoutMore);
    // With what is typed and is no amount.
    setCleared(cleared + 1);
  };
  const show = () => {
    list.change(draft);
    onClose();
  };
  const form = { list, draft, set };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('orders.more-filters')}
      onSubmit={show}
      footer={
        <>
          <Button variant="quiet" onPress={clear}>
            {text('orders.clear-these')}
          </Button>
          <Button variant="primary" type="submit">
            {text('orders.show-orders')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Whence {...form} />
        <Amounts key={cleared} {...form} />
        <ForDays {...form} />
        {seesProducts && <ProductFilter productId={draft.product} onChange={(product) => set({ product })} />}
        <Traits {...form} />
      </div>
    </Dialog>
  );
}

const withoutMore: Partial<OrderFilter> = {
  ...{ tender: null, channel: 'all', person: null, least: null, most: null, has: [] },
  ...{ forFrom: null, forTo: null, product: null, customer: null },
};

/** How many of these narrow the list now. */
export function moreFiltersApplied(filter: OrderFilter): number {
  return [
    filter.tender !== null,
    filter.channel !== 'all',
    filter.person !== null,
    filter.least !== null || filter.most !== null,
    filter.has.length > 0,
    filter.forFrom !== null || filter.forTo !== null,
    filter.product !== null,
    filter.customer !== null,
  ].filter(Boolean).length;
}

/** By what it was paid, where it was placed, and by whom. */
function Whence({ draft, set }: FormProps) {
  const text = useText();
  const choices = useApiQuery('orders.choices', {}).data;
  const any = (label: string): Choice<string> => ({ key: 'all', label });
  const idOf = (key: string) => (key === 'all' ? null : Number(key));
  return (
    <Row>
      <Select
        label={text('orders.tender')}
        choices={[
          any(text('orders.tender-all')),
          ...(choices?.tenders ?? []).map(({ tenderId, name }) => ({ key: String(tenderId), label: name })),
        ]}
        value={String(draft.tender ?? 'all')}
        onChange={(key) => set({ tender: idOf(key) })}
      />
      <Select
        label={text('orders.channel')}
        choices={channelFilters.map((key) => ({ key, label: text(`orders.channel-${key}`) }))}
        value={draft.channel}
        onChange={(channel) => set({ channel })}
      />
      <Select
        label={text('orders.person')}
        choices={[
          any(text('orders.person-all')),
          ...(choices?.people ?? []).map(({ staffId, name }) => ({ key: String(staffId), label: name })),
        ]}
        value={String(draft.person ?? 'all')}
        onChange={(key) => set({ person: idOf(key) })}
      />
    </Row>
  );
}

function Amounts({ draft, set }: FormProps) {
  const text = useText();
  return (
    <Row>
      <MoneyField
        label={text('orders.total-least')}
        value={draft.least}
        onChange={(least) => set({ least })}
      />
      <MoneyField label={text('orders.total-most')} value={draft.most} onChange={(most) => set({ most })} />
    </Row>
  );
}

function ForDays({ draft, set, list: { today } }: FormProps) {
  const text = useText();
  return (
    <Row>
      <DateField
        label={text('orders.for-from')}
        value={draft.forFrom}
        around={today}
        onChange={(forFrom) => set({ forFrom })}
      />
      <DateField
        label={text('orders.for-to')}
        value={draft.forTo}
        around={today}
        onChange={(forTo) => set({ forTo })}
      />
    </Row>
  );
}

function Traits({ draft, set }: FormProps) {
  const text = useText();
  return (
    <fieldset className={styles.traits}>
      <legend className={styles.legend}>{text('orders.has')}</legend>
      {traits.map((trait) => (
        <Checkbox
          key={trait}
          checked={draft.has.includes(trait)}
          onChange={(isOn) =>
            set({ has: traits.filter((one) => (one === trait ? isOn : draft.has.includes(one))) })
          }
        >
          {text(`orders.has-${trait}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
