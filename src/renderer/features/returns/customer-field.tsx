import { useState } from 'react';
import { useApiPages } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';

type CustomerFieldProps = {
  readonly value: number | null;
  readonly onChange: (customerId: number | null) => void;
};

/** Whose goods they are, where the shop knows the customer. */
export function CustomerField({ value, onChange }: CustomerFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const pages = useApiPages('customers.search', { text: typed.trim().slice(0, 200), limit: 20 });
  return (
    <ComboBox
      label={text('returns.customer')}
      optional
      placeholder={text('returns.customer-hint')}
      choices={pages.items.map(({ id, name, phone }) => ({
        key: String(id),
        label: name,
        ...(phone === '' ? {} : { description: phone }),
      }))}
      value={value === null ? null : String(value)}
      typed={typed}
      onType={(words) => {
        setTyped(words);
        if (words === '') onChange(null);
      }}
      onChange={(key) => {
        if (key === null) return;
        onChange(Number(key));
        setTyped(pages.items.find((one) => String(one.id) === key)?.name ?? '');
      }}
    />
  );
}
