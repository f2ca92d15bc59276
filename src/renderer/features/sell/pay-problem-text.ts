import { useFormat, useText } from '../../ui/app-context.tsx';
import type { PayFigures } from './pay-figures.ts';
import type { PayProblem } from './pay-reducer.ts';

/** Why an amount was not taken, in a sentence. */
export function usePayProblemText(figures: PayFigures): (problem: PayProblem) => string {
  const text = useText();
  const format = useFormat();
  return (problem) => {
    switch (problem.kind) {
      case 'amount-missing':
        return text('sell.pay-amount-missing', { amount: format.money(figures.open) });
      case 'too-much':
        return text('sell.pay-too-much', { amount: format.money(problem.most) });
      case 'nothing-open':
        return text('sell.pay-nothing-open');
      case 'reference-missing':
        return text('sell.pay-reference-missing', { tender: problem.tender });
      case 'card-number':
        return text('sell.pay-card-number');
    }
  };
}
