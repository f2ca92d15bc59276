import { decimalToInteger, parseDecimal } from '../../shared/domain/typed-decimal.ts';
import { useFormat, useText } from './app-context.tsx';
import { decimalMarkOf } from './decimal-mark.ts';
import { Affix, ParsedField, type ParsedFieldProps } from './parsed-field.tsx';

export type NumberFieldProps = ParsedFieldProps<number> & {
  readonly least?: number;
  readonly most?: number;
  /** Written after the number: "days". */
  readonly unit?: string | undefined;
};

/** A plain whole number: days, copies, minutes. ↑ and ↓ step by one. */
export function NumberField({ least = 0, most = Number.MAX_SAFE_INTEGER, unit, ...props }: NumberFieldProps) {
  const text = useText();
  const format = useFormat();
  return (
    <ParsedField
      {...props}
      reading={{
        parse: (typed) => {
          const mark = decimalMarkOf(format.decimalSign);
          const decimal = parseDecimal(typed, (lone) => (lone === mark ? 'decimal' : 'group'));
          const read = decimal && decimalToInteger(decimal, 0);
          return read === null || read.rounded ? null : read.value;
        },
        show: format.number,
        edit: String,
        unreadable: text('ui.quantity-unreadable', { example: '12' }),
        refuse: (value) => {
          if (value < least) return text('ui.at-least', { least: format.number(least) });
          return value > most ? text('ui.at-most', { most: format.number(most) }) : null;
        },
        step: (value, up) => Math.max(least, Math.min(most, (value ?? 0) + (up ? 1 : -1))),
        after: unit === undefined ? undefined : <Affix>{unit}</Affix>,
      }}
    />
  );
}
