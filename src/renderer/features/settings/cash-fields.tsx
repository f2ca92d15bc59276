import { type Money, money } from '../../../shared/domain/money.ts';
import { roundCash } from '../../../shared/domain/round-cash.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Select } from '../../ui/select.tsx';
import { roundingChoices } from './choices.ts';
import styles from './facts.module.css';
import { Pair } from './pair.tsx';

type CashFieldsProps = { readonly step: Money; readonly onChange: (step: Money) => void };

/** What cash totals are rounded to, with an amount that shows it. */
export function CashFields({ step, onChange }: CashFieldsProps) {
  const text = useText();
  const format = useFormat();
  const exact = odd(format.exponent);
  const rounded = roundCash(exact, step);
  const amounts = { exact: format.money(exact), rounded: format.money(rounded) };
  return (
    <div className={styles.stack}>
      <Pair>
        <Select
          label={text('settings.cash-rounding')}
          description={text('settings.cash-rounding-note')}
          choices={roundingChoices(step, text, format)}
          value={String(step)}
          onChange={(key) => onChange(money(Number(key)))}
        />
      </Pair>
      <p className={styles.quiet} role="status">
        {text(rounded === exact ? 'settings.cash-exact' : 'settings.cash-example', amounts)}
      </p>
    </div>
  );
}

/** 9.97, or as odd an amount in a currency of other decimals. */
function odd(exponent: number): Money {
  return money(exponent <= 2 ? 997 : 9_997);
}
