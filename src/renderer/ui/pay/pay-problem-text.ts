import { useFormat, useText } from '../app-context.tsx';
import type { PayFigures } from './pay-figures.ts';
import type { PayProblem } from './pay-reducer.ts';

/** Why an amount was not taken, in a sentence. */
export function usePayProblemText(figures: PayFigures): (problem: PayProblem) => string {
  const text = useText();
  const format = useFormat();
  return (problem) => {
    switch (problem.kind) {
      case 'amount-missing':
        return text('pay.amount-missing', { amount: format.money(figures.open) });
      case 'too-much':
        return text('pay.too-much', { amount: format.money(problem.most) });
      case 'nothing-open':
        return text('pay.nothing-open');
      case 'reference-missing':
        return text('pay.reference-missing', { tender: problem.tender });
      case 'card-number':
        return text('pay.card-number');
    }
  };
}
