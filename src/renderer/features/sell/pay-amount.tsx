import { denominations } from '../../../shared/domain/denominations.ts';
import { quickCash } from '../../../shared/domain/quick-cash.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { mostPrice } from './line-price-dialog.tsx';
import styles from './pay-amount.module.css';
import { usePayProblemText } from './pay-problem-text.ts';
import { isOfReference } from './pay-reducer.ts';
import { useSell } from './sell-context.ts';
import type { Pay } from './use-pay.ts';

/** The amounts that a customer is likely to hand over, and the field for any other. */
export function PayAmount({ pay }: { readonly pay: Pay }) {
  const text = useText();
  const format = useFormat();
  const problemText = usePayProblemText(pay.figures);
  const { shop } = useSell();
  const { openInCash, open } = pay.figures;
  const cash = pay.tenders.find((tender) => tender.kind === 'cash');
  const amounts = cash ? quickCash(openInCash, shop.currencyExponent, denominations(shop.currency)) : [];
  const { problem } = pay.state;
  return (
    <div className={styles.amount}>
      {cash && (
        <section className={styles.quick} aria-label={text('sell.quick-cash')}>
          {amounts.map((amount) => (
            <Button key={amount} size="touch" wide onPress={() => pay.take(cash, amount)}>
              {format.amount(amount)}
            </Button>
          ))}
        </section>
      )}
      <MoneyField
        label={text('sell.amount')}
        size="touch"
        autoFocus
        value={pay.state.typed}
        onChange={pay.typeAmount}
        onCommit={pay.enter}
        most={mostPrice}
        placeholder={format.amount(open)}
        error={problem && !isOfReference(problem) ? problemText(problem) : undefined}
        inputRef={pay.amountField}
      />
    </div>
  );
}
