import { Minus, Plus } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { parseQuantity, type Quantity, quantity } from '../../shared/domain/quantity.ts';
import { decimalString } from '../../shared/text/format-number.ts';
import { useFormat, useText } from './app-context.tsx';
import { decimalMarkOf } from './decimal-mark.ts';
import { joinClasses } from './join-classes.ts';
import { Affix, ParsedField, type ParsedFieldProps } from './parsed-field.tsx';
import styles from './quantity-field.module.css';

export type QuantityFieldProps = ParsedFieldProps<Quantity> & {
  /** Sold by weight or length: decimals allowed. Otherwise whole pieces only. */
  readonly decimal?: boolean;
  /** Written after the number: `kg`. */
  readonly unit?: string | undefined;
  readonly least?: Quantity | undefined;
  readonly most?: Quantity | undefined;
};

/** A quantity with plus and minus; ↑ and ↓ step by one. */
export function QuantityField({
  decimal = false,
  unit,
  least = quantity(0),
  most,
  ...props
}: QuantityFieldProps) {
  const text = useText();
  const format = useFormat();
  const { decimalSign } = format;
  const step = (value: Quantity | null, up: boolean) => {
    const next = (value ?? 0) + (up ? 1000 : -1000);
    return quantity(Math.max(least, Math.min(most ?? Number.MAX_SAFE_INTEGER, next)));
  };
  const stepper = (up: boolean) => (
    <AriaButton
      className={joinClasses(styles.step)}
      aria-label={text(up ? 'ui.increase' : 'ui.decrease', { label: props.label })}
      excludeFromTabOrder
      isDisabled={
        (props.disabled ?? false) || (props.value !== null && step(props.value, up) === props.value)
      }
      onPress={() => props.onChange(step(props.value, up))}
    >
      {up ? <Plus aria-hidden="true" /> : <Minus aria-hidden="true" />}
    </AriaButton>
  );
  return (
    <ParsedField
      {...props}
      reading={{
        parse: (typed) => parseQuantity(typed, decimalMarkOf(decimalSign)),
        show: (value) => format.quantity(value),
        edit: (value) =>
          decimalString(value, 3)
            .replace(/\.?0+$/, '')
            .replace('.', decimalSign),
        unreadable: text('ui.quantity-unreadable', {
          example: format.quantity(quantity(decimal ? 1500 : 2000)),
        }),
        refuse: (value) => {
          if (!decimal && value % 1000 !== 0) return text('ui.quantity-whole');
          if (value < least) return text('ui.at-least', { least: format.quantity(least, unit) });
          return most !== undefined && value > most
            ? text('ui.at-most', { most: format.quantity(most, unit) })
            : null;
        },
        step,
        before: stepper(false),
        after: (
          <>
            {unit !== undefined && <Affix>{unit}</Affix>}
            {stepper(true)}
          </>
        ),
      }}
    />
  );
}
