import { useReducer } from 'react';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import {
  checkDraft,
  customerFormReducer,
  type CustomerDraft as DraftCustomer,
  type DraftField,
  isChanged,
  type Problem,
  refusedFields,
  startOfForm,
} from './customer-draft.ts';

/** Writing down a new customer, or changing one. What was typed outlives every refusal. */
export function useCustomerForm(
  customer: (DraftCustomer & { readonly id: number }) | null,
  name: string,
  onSaved: (customerId: number) => void,
) {
  const text = useText();
  const errorText = useErrorText();
  const [form, dispatch] = useReducer(customerFormReducer, startOfForm(customer, name));
  const create = useCommand('customers.create');
  const update = useCommand('customers.update');
  const { draft } = form;

  const done = (customerId: number, message: string) => {
    toast(message, { tone: 'positive' });
    onSaved(customerId);
  };
  const onError = (error: unknown) => {
    const problems = isRefusal(error, 'invalid-input') ? refusedFields(error.details) : {};
    dispatch({ type: 'refused', problems });
  };
  const save = () => {
    const problems = checkDraft(draft);
    if (Object.keys(problems).length > 0) {
      dispatch({ type: 'refused', problems });
      return;
    }
    const saved = { name: draft.name.trim() };
    if (customer === null) {
      create.mutate(draft, {
        onSuccess: ({ customerId }) => done(customerId, text('customers.added', saved)),
        onError,
      });
    } else {
      const onSuccess = () => done(customer.id, text('customers.saved', saved));
      update.mutate({ customerId: customer.id, ...draft }, { onSuccess, onError });
    }
  };
  const failed = create.error ?? update.error;
  const problemWords = (problem: Problem | undefined): string | undefined => {
    if (problem === undefined) return undefined;
    if (typeof problem === 'object') return text('customers.too-long', { count: problem.tooLong });
    return text(`customers.${problem}`);
  };
  return {
    /** Who is changed; null for somebody new. */
    customerId: customer?.id ?? null,
    draft,
    isChanged: isChanged(draft, startOfForm(customer, name).draft),
    isSaving: create.isPending || update.isPending,
    /** What main refused and no field explains. */
    refusal: failed && Object.keys(form.problems).length === 0 ? errorText(failed) : null,
    errorOf: (field: DraftField) => problemWords(form.problems[field]),
    type: (field: DraftField) => (typed: string) => dispatch({ type: 'typed', field, text: typed }),
    save,
  };
}
