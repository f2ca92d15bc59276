import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { useText } from '../../ui/app-context.tsx';
import { TextField } from '../../ui/text-field.tsx';

type ReferenceFieldProps = { readonly value: string; readonly onChange: (value: string) => void };

/** The number that the bank or the terminal gives for money back. */
export function ReferenceField({ value, onChange }: ReferenceFieldProps) {
  const text = useText();
  return (
    <TextField
      label={text('refunds.reference')}
      optional
      autoFocus
      value={value}
      onChange={onChange}
      maxLength={120}
      description={text('refunds.reference-help')}
      error={looksLikeCardNumber(value) ? text('error.card-number-in-text') : undefined}
    />
  );
}
