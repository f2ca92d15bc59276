import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Chips } from './chips.tsx';
import styles from './product-form.module.css';
import type { ProductFormState } from './use-product-form.ts';
import { isValueUsed, mostOptions, type OptionDraft } from './variant-draft.ts';

/** What the variants differ by, and the values of each; they make the rows of the table below. */
export function OptionEditor({ form }: { readonly form: ProductFormState }) {
  const text = useText();
  const { draft, dispatch, errorOf } = form;
  const { options } = draft;
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{text('product-form.variants-help')}</p>
      {options.map((option, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
        <Option key={at} form={form} option={option} at={at} />
      ))}
      {options.length < mostOptions && (form.kind !== 'parent' || options.length === 0) && (
        <div>
          <Button size="small" icon={<Plus />} onPress={() => dispatch({ type: 'add-option', name: '' })}>
            {text(options.length === 0 ? 'product-form.add-first-option' : 'product-form.add-option')}
          </Button>
        </div>
      )}
      {errorOf('variants') !== undefined && <p role="alert">{errorOf('variants')}</p>}
    </div>
  );
}

type OptionProps = {
  readonly form: ProductFormState;
  readonly option: OptionDraft;
  readonly at: number;
};

function Option({ form, option, at }: OptionProps) {
  const text = useText();
  const { draft, dispatch, errorOf } = form;
  const [typed, setTyped] = useState('');
  const name = option.name.trim() || text('product-form.option');
  const isUsed = (value: string) => isValueUsed(draft.variants, at, value);
  const add = (value: string) => {
    if (value.trim() === '') return;
    dispatch({ type: 'add-value', at, typed: value });
    setTyped('');
  };
  const mayGo = !option.values.some(isUsed);
  return (
    <div className={styles.option}>
      <TextField
        label={text('product-form.option')}
        placeholder={text('product-form.option-hint')}
        value={option.name}
        onChange={(next) => dispatch({ type: 'name-option', at, name: next })}
        error={errorOf(`option ${at}`)}
        readOnly={form.kind === 'parent' && !mayGo}
        maxLength={120}
      />
      <div className={styles.fields}>
        <TextField
          label={text('product-form.values-of', { name })}
          placeholder={text('product-form.values-hint')}
          description={text('product-form.values-help')}
          value={typed}
          onChange={setTyped}
          onCommit={add}
          onBlur={() => add(typed)}
          maxLength={400}
          optional
        />
        <Chips
          label={text('product-form.values-of', { name })}
          values={option.values}
          removeLabel={(value) => text('product-form.remove-value', { value })}
          mayRemove={(value) => !isUsed(value)}
          onRemove={(value) => dispatch({ type: 'remove-value', at, value })}
        />
      </div>
      <div className={styles.optionEnd}>
        <IconButton
          label={text('product-form.remove-option', { name })}
          icon={<Trash2 />}
          disabled={!mayGo}
          onPress={() => dispatch({ type: 'remove-option', at })}
        />
      </div>
    </div>
  );
}
