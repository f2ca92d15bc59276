import { type Money, money, parseMoney } from '../../shared/domain/money.ts';
import { decimalString } from '../../shared/text/format-number.ts';
import { useFormat, useText } from './app-context.tsx';
import { decimalMarkOf } from './decimal-mark.ts';
import { Affix, ParsedField, type ParsedFieldProps } from './parsed-field.tsx';

export type MoneyFieldProps = ParsedFieldProps<Money> & {
  readonly least?: Money | undefined;
  readonly most?: Money | undefined;
};

/** An amount in the shop's currency, read by its digits. Enter commits. */
export function MoneyField({ least = money(0), most, ...props }: MoneyFieldProps) {
  const text = useText();
  const format = useFormat();
  const { exponent, decimalSign, currencySign, currencySignFirst } = format;
  const sign = <Affix>{currencySign}</Affix>;
  return (
    <ParsedField
      {...props}
      reading={{
        parse: (typed) => parseMoney(typed, exponent, decimalMarkOf(decimalSign)),
        show: (value) => format.amount(value),
        edit: (value) => decimalString(value, exponent).replace('.', decimalSign),
        unreadable: text('ui.money-unreadable', { example: format.amount(money(1250)) }),
        refuse: (value) => {
          if (value < least) return text('ui.at-least', { least: format.money(least) });
          return most !== undefined && value > most ? text('ui.at-most', { most: format.money(most) }) : null;
        },
        before: currencySignFirst ? sign : undefined,
        after: currencySignFirst ? undefined : sign,
      }}
    />
  );
}
