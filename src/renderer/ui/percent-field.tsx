import { parsePercent, type Rate, rate } from '../../shared/domain/rate.ts';
import { decimalString } from '../../shared/text/format-number.ts';
import { useFormat, useText } from './app-context.tsx';
import { Affix, ParsedField, type ParsedFieldProps } from './parsed-field.tsx';

export type PercentFieldProps = ParsedFieldProps<Rate> & {
  readonly least?: Rate | undefined;
  readonly most?: Rate | undefined;
};

/** A share in per cent, up to four decimals. */
export function PercentField({ least = rate(0), most = rate(1_000_000), ...props }: PercentFieldProps) {
  const text = useText();
  const format = useFormat();
  const edit = (value: Rate) =>
    decimalString(value, 4)
      .replace(/\.?0+$/, '')
      .replace('.', format.decimalSign);
  return (
    <ParsedField
      {...props}
      reading={{
        parse: parsePercent,
        show: edit,
        edit,
        unreadable: text('ui.percent-unreadable', { example: edit(rate(75_000)) }),
        refuse: (value) => {
          if (value < least) return text('ui.at-least', { least: format.percent(least) });
          return value > most ? text('ui.at-most', { most: format.percent(most) }) : null;
        },
        after: <Affix>%</Affix>,
      }}
    />
  );
}
