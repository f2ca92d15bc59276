import { denominations } from '../../../shared/domain/denominations.ts';
import { quickCash } from '../../../shared/domain/quick-cash.ts';
import { useFormat, useText } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { MoneyField } from '../money-field.tsx';
import styles from './pay-amount.module.css';
import { usePayProblemText } from './pay-problem-text.ts';
import { isOfReference } from './pay-reducer.ts';
import { mostAmount, type Pay } from './use-pay.ts';

/** The amounts that a customer is likely to hand over, and the field for any other. */
export function PayAmount({ pay }: { readonly pay: Pay }) {
  const text = useText();
  const format = useFormat();
  const problemText = usePayProblemText(pay.figures);
  const { shop, figures } = pay;
  const { openInCash, open } = figures;
  const cash = pay.tenders.find((tender) => tender.kind === 'cash');
  const amounts = cash ? quickCash(openInCash, shop.currencyExponent, denominations(shop.currency)) : [];
  const { problem } = pay.state;
  return (
    <div className={styles.amount}>
      {cash && (
        <section className={styles.quick} aria-label={text('pay.quick-cash')}>
          {amounts.map((amount) => (
            <Button key={amount} size="touch" wide onPress={() => pay.take(cash, amount)}>
              {format.amount(amount)}
            </Button>
          ))}
        </section>
      )}
      <MoneyField
        // What was typed and is no amount goes with the amount that was taken instead.
        key={pay.state.taken.length}
        label={text('pay.amount')}
        size="touch"
        autoFocus
        value={pay.state.typed}
        onChange={pay.typeAmount}
        onCommit={pay.enter}
        most={mostAmount}
        placeholder={format.amount(open)}
        error={problem && !isOfReference(problem) ? problemText(problem) : undefined}
        inputRef={pay.amountField}
      />
    </div>
  );
}
