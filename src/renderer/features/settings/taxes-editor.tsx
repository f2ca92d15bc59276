import { Plus, X } from 'lucide-react';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import { sameTaxName } from '../../../shared/domain/tax-schedule.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './taxes-editor.module.css';

/** A tax as it is written: a rate that cannot be read yet is null. */
export type TypedTax = { readonly key: number; readonly name: string; readonly rate: Rate | null };

/** As many as a class takes. */
const mostTaxes = 8;

export function typedTaxes(taxes: readonly Tax[]): readonly TypedTax[] {
  return taxes.map((tax, key) => ({ ...tax, key }));
}

export type TypedTaxProblems = ReadonlyMap<number, { readonly name?: string; readonly rate?: string }>;

/** What keeps the taxes from being saved, in words, by row. */
export function checkTaxes(taxes: readonly TypedTax[], text: AppText): TypedTaxProblems {
  const found = new Map<number, { name?: string; rate?: string }>();
  taxes.forEach(({ key, name, rate }, index) => {
    const written = name.trim();
    const isTwice = taxes.slice(0, index).some((other) => sameTaxName(other.name.trim(), written));
    const problem = {
      ...(written === '' ? { name: text('taxes.tax-name-missing') } : {}),
      ...(written !== '' && isTwice ? { name: text('taxes.tax-name-twice') } : {}),
      ...(rate === null ? { rate: text('taxes.rate-missing') } : {}),
    };
    if (Object.keys(problem).length > 0) found.set(key, problem);
  });
  return found;
}

/** The taxes as main takes them; only where nothing keeps them from being saved. */
export function readTaxes(taxes: readonly TypedTax[]): readonly Tax[] {
  return taxes.flatMap(({ name, rate }) => (rate === null ? [] : [{ name: name.trim(), rate }]));
}

type TaxesEditorProps = {
  readonly taxes: readonly TypedTax[];
  readonly problems: TypedTaxProblems;
  readonly onChange: (taxes: readonly TypedTax[]) => void;
};

/** The named components of a class with their rates. */
export function TaxesEditor({ taxes, problems, onChange }: TaxesEditorProps) {
  const text = useText();
  const change = (key: number, part: Partial<TypedTax>) =>
    onChange(taxes.map((tax) => (tax.key === key ? { ...tax, ...part } : tax)));
  const add = () => {
    const key = Math.max(-1, ...taxes.map((tax) => tax.key)) + 1;
    onChange([...taxes, { key, name: '', rate: null }]);
  };
  return (
    <fieldset className={styles.taxes}>
      <legend className={styles.legend}>{text('taxes.rates')}</legend>
      {taxes.length === 0 && <p className={styles.none}>{text('taxes.no-taxes')}</p>}
      {taxes.map((tax, index) => (
        <div key={tax.key} className={styles.row}>
          <TextField
            label={text('taxes.tax-number', { number: index + 1 })}
            hideLabel
            placeholder={text('taxes.tax-name')}
            value={tax.name}
            onChange={(name) => change(tax.key, { name })}
            error={problems.get(tax.key)?.name}
            maxLength={40}
            autoFocus={tax.name === '' && tax.key > 0}
          />
          <PercentField
            label={text('taxes.rate-number', { number: index + 1 })}
            hideLabel
            placeholder={text('taxes.tax-rate')}
            value={tax.rate}
            onChange={(rate) => change(tax.key, { rate })}
            error={problems.get(tax.key)?.rate}
          />
          <IconButton
            label={
              tax.name === ''
                ? text('taxes.remove-unnamed', { number: index + 1 })
                : text('taxes.remove-tax', { name: tax.name })
            }
            icon={<X />}
            onPress={() => onChange(taxes.filter((one) => one.key !== tax.key))}
          />
        </div>
      ))}
      {taxes.length < mostTaxes && (
        <div>
          <Button size="small" icon={<Plus />} onPress={add}>
            {text('taxes.add-tax')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
