import { expect, it } from 'vitest';
import { customerFields, paymentFields, salesFields } from '../../../shared/contract/history-choices.ts';
import { fieldGroups } from './field-groups.ts';

it('offers every field that a file can fill, each once', () => {
  const all = { sales: salesFields, payments: paymentFields, customers: customerFields };
  for (const [slot, fields] of Object.entries(all)) {
    const shown = fieldGroups[slot as keyof typeof all].flatMap((group) => group.fields);
    expect(shown.toSorted()).toEqual([...fields].toSorted());
  }
});
