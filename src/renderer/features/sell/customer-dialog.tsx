import { useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { NewCustomerForm } from './new-customer-form.tsx';
import { SellDialogFrame } from './sell-dialog.tsx';
import { useLineChange } from './use-line-change.ts';

/** Finds the customer of the cart, or creates one in place. What was typed to search becomes the name. */
export function CustomerDialog() {
  const text = useText();
  const changeAndClose = useLineChange();
  const mayCreate = useMay('edit-customers');
  const [words, setWords] = useState('');
  const [isNew, setNew] = useState(false);
  const choose = (customerId: number) => changeAndClose({ type: 'set-customer', customerId });
  if (isNew) return <NewCustomerForm typed={words.trim()} onBack={() => setNew(false)} onCreated={choose} />;
  return (
    <SellDialogFrame title={text('sell.choose-customer')} size="medium">
      <CustomerSearch
        words={words}
        onType={setWords}
        onChoose={choose}
        onCreate={mayCreate ? () => setNew(true) : undefined}
      />
    </SellDialogFrame>
  );
}
