import { useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { CustomerDraft } from './customer-draft.ts';
import { CustomerFields } from './customer-fields.tsx';
import { useCustomerForm } from './use-customer-form.ts';

type CustomerDialogProps = {
  /** Who is changed; null for somebody new. */
  readonly customer: (CustomerDraft & { readonly id: number }) | null;
  /** What was searched for, for somebody new. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly onSaved: (customerId: number) => void;
};

/** A customer as a form. Closing it asks before anything typed is lost. */
export function CustomerDialog({ customer, name = '', onClose, onSaved }: CustomerDialogProps) {
  const text = useText();
  const form = useCustomerForm(customer, name, onSaved);
  const [isLeaving, setLeaving] = useState(false);
  const close = () => (form.isChanged ? setLeaving(true) : onClose());
  return (
    <>
      <Dialog
        open
        onClose={close}
        title={text(customer === null ? 'customers.new' : 'customers.edit')}
        busy={form.isSaving}
        onSubmit={form.save}
        footer={
          <>
            <Button onPress={close} disabled={form.isSaving}>
              {text('ui.cancel')}
            </Button>
            <Button variant="primary" type="submit" pending={form.isSaving}>
              {text(customer === null ? 'customers.save-new' : 'customers.save')}
            </Button>
          </>
        }
      >
        <CustomerFields form={form} />
      </Dialog>
      <ConfirmDialog
        open={isLeaving}
        title={text('customers.discard-title')}
        action={text('customers.discard')}
        keep={text('customers.keep')}
        danger
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      >
        {customer === null
          ? text('customers.discard-new')
          : text('customers.discard-edit', { name: customer.name })}
      </ConfirmDialog>
    </>
  );
}
