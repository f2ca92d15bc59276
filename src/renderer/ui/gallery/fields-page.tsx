import { Bike, Plus, Printer, Store, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { type Rate, rate } from '../../../shared/domain/rate.ts';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { Checkbox } from '../checkbox.tsx';
import { ComboBox } from '../combo-box.tsx';
import { DateField } from '../date-field.tsx';
import { IconButton } from '../icon-button.tsx';
import { MoneyField } from '../money-field.tsx';
import { NumberField } from '../number-field.tsx';
import { PageHeader } from '../page-header.tsx';
import { PercentField } from '../percent-field.tsx';
import { QuantityField } from '../quantity-field.tsx';
import { RadioCards } from '../radio-cards.tsx';
import { SearchField } from '../search-field.tsx';
import { Segmented } from '../segmented.tsx';
import { Select } from '../select.tsx';
import { Switch } from '../switch.tsx';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';
import styles from './gallery.module.css';

const countries = ['Ireland', 'India', 'Japan', 'Kuwait', 'Norway', 'مصر'].map((label) => ({
  key: label,
  label,
}));

export function FieldsPage() {
  return (
    <>
      <PageHeader
        title="Products"
        subtitle="Buttons, fields and choices"
        actions={
          <>
            <Button icon={<Printer />}>Print labels</Button>
            <Button variant="primary" icon={<Plus />} keys="Mod+N">
              Add product
            </Button>
          </>
        }
      />
      <Buttons />
      <div className={styles.columns}>
        <Texts />
        <Numbers />
        <Choices />
      </div>
    </>
  );
}

function Buttons() {
  return (
    <div className={styles.row}>
      <Button variant="primary">Take payment</Button>
      <Button>Hold sale</Button>
      <Button variant="quiet">Cancel</Button>
      <Button variant="danger" icon={<Trash2 />}>
        Cancel order
      </Button>
      <Button disabled>Restock 3</Button>
      <Button disabledReason="Ask a manager to give a refund.">Give refund</Button>
      <Button variant="primary" pending>
        Save product
      </Button>
      <IconButton label="Print receipt" icon={<Printer />} />
      <Button size="small">Small</Button>
    </div>
  );
}

function Texts() {
  const [name, setName] = useState('Flat white');
  const [search, setSearch] = useState('');
  const [secret, setSecret] = useState('correct horse');
  const [note, setNote] = useState('');
  return (
    <Card title="Words">
      <div className={styles.stack}>
        <SearchField
          label="Search products"
          value={search}
          onChange={setSearch}
          placeholder="Search or scan…"
          keys="F2"
        />
        <TextField label="Name" value={name} onChange={setName} description="As it stands on the receipt." />
        <TextField label="SKU" value="" onChange={setName} error="Another product has this SKU." optional />
        <TextField label="Password" type="password" value={secret} onChange={setSecret} />
        <TextArea
          label="Note"
          value={note}
          onChange={setNote}
          placeholder="Seen by the staff only"
          optional
        />
        <TextField label="Order number" value="1042" onChange={setName} disabled />
      </div>
    </Card>
  );
}

function Numbers() {
  const [price, setPrice] = useState<Money | null>(money(123450));
  const [count, setCount] = useState<Quantity | null>(quantity(2000));
  const [weight, setWeight] = useState<Quantity | null>(quantity(355));
  const [tax, setTax] = useState<Rate | null>(rate(135_000));
  const [days, setDays] = useState<number | null>(4);
  const [date, setDate] = useState<CalendarDate | null>(calendarDate(20261126));
  return (
    <Card title="Numbers">
      <div className={styles.stack}>
        <MoneyField label="Price" value={price} onChange={setPrice} />
        <QuantityField label="Quantity" value={count} onChange={setCount} />
        <QuantityField label="Weight" decimal unit="kg" value={weight} onChange={setWeight} />
        <PercentField label="Tax rate" value={tax} onChange={setTax} />
        <NumberField label="Delivery within" unit="days" value={days} onChange={setDays} />
        <DateField label="Delivery date" value={date} onChange={setDate} least={calendarDate(20261122)} />
        <MoneyField label="Amount given" size="touch" value={price} onChange={setPrice} />
      </div>
    </Card>
  );
}

function Choices() {
  const [kind, setKind] = useState<'counter' | 'delivery' | null>('delivery');
  const [country, setCountry] = useState<string | null>('Ireland');
  const [period, setPeriod] = useState<'day' | 'week' | 'month'>('week');
  const [included, setIncluded] = useState(true);
  return (
    <Card title="Choices">
      <div className={styles.stack}>
        <Segmented
          label="Period"
          choices={[
            { key: 'day', label: 'Day' },
            { key: 'week', label: 'Week' },
            { key: 'month', label: 'Month' },
          ]}
          value={period}
          onChange={setPeriod}
        />
        <Select label="Country" choices={countries} value={country} onChange={setCountry} />
        <ComboBox label="City" choices={countries} value={country} onChange={setCountry} />
        <Switch on={included} onChange={setIncluded} description="As in most shops outside North America.">
          Prices include tax
        </Switch>
        <Checkbox checked={included} onChange={setIncluded} description="Asks for the weight at the till.">
          Sold by weight
        </Checkbox>
        <Checkbox checked={false} partly onChange={setIncluded}>
          All categories
        </Checkbox>
        <RadioCards
          label="Order kind"
          layout="column"
          cards={[
            { key: 'counter', label: 'Counter', description: 'Paid and taken at once.', icon: <Store /> },
            { key: 'delivery', label: 'Delivery', description: 'Sent to the customer.', icon: <Bike /> },
          ]}
          value={kind}
          onChange={setKind}
        />
      </div>
    </Card>
  );
}
