import { useText } from '../app-context.tsx';
import { TextField } from '../text-field.tsx';
import { usePayProblemText } from './pay-problem-text.ts';
import { isOfReference } from './pay-reducer.ts';
import type { Pay } from './use-pay.ts';

/** The terminal's number or the card's last digits, where a tender was chosen that has one. */
export function PayReference({ pay }: { readonly pay: Pay }) {
  const text = useText();
  const problemText = usePayProblemText(pay.figures);
  const { chosen, state } = pay;
  const { problem } = state;
  if (!chosen || chosen.kind === 'cash' || state.tenderId === null) return null;
  return (
    <TextField
      label={text('pay.reference', { tender: chosen.name })}
      optional={!chosen.asksReference}
      value={state.reference}
      onChange={pay.typeReference}
      onCommit={pay.enter}
      maxLength={120}
      description={text('pay.reference-help')}
      error={problem && isOfReference(problem) ? problemText(problem) : undefined}
      inputRef={pay.referenceField}
    />
  );
}
