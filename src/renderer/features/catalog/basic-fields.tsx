import { useMemo } from 'react';
import { units } from '../../../shared/domain/unit.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './product-form.module.css';
import { useCategoryChoices } from './use-category-choices.ts';
import type { ProductFormState } from './use-product-form.ts';

type BasicFieldsProps = { readonly form: ProductFormState };

/** What the product is. A variant has its values instead of a name; the rest it shares with its parent. */
export function BasicFields({ form }: BasicFieldsProps) {
  const text = useText();
  const { draft, set, errorOf, kind } = form;
  return (
    <Card title={text('product-form.basics')}>
      <div className={styles.fields}>
        {kind === 'variant' ? <OwnValues form={form} /> : <SharedFields form={form} />}
        <TextArea
          label={text('product-form.description')}
          value={draft.description}
          onChange={(description) => set({ description })}
          error={errorOf('description')}
          maxLength={20_000}
          rows={3}
          optional
        />
        <TextArea
          label={text('product-form.notes')}
          description={text('product-form.notes-help')}
          value={draft.notes}
          onChange={(notes) => set({ notes })}
          error={errorOf('notes')}
          maxLength={5000}
          rows={2}
          optional
        />
      </div>
    </Card>
  );
}

function SharedFields({ form }: BasicFieldsProps) {
  const text = useText();
  const { draft, set, errorOf } = form;
  const none = useMemo(() => [{ key: 'none', label: text('product-form.no-category') }], [text]);
  const categories = useCategoryChoices(none);
  const classes = useApiQuery('shop.taxClasses', {}).data ?? [];
  return (
    <>
      <TextField
        label={text('product-form.name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
        maxLength={300}
        autoFocus={form.saved === null}
      />
      <div className={styles.pair}>
        <ComboBox
          label={text('product-form.category')}
          choices={categories}
          value={draft.categoryId === null ? 'none' : String(draft.categoryId)}
          onChange={(key) => set({ categoryId: key === null || key === 'none' ? null : Number(key) })}
        />
        <Select
          label={text('product-form.tax-class')}
          choices={classes.map(({ id, name }) => ({ key: String(id), label: name }))}
          value={draft.taxClassId === null ? null : String(draft.taxClassId)}
          onChange={(key) => set({ taxClassId: Number(key) })}
          error={errorOf('taxClassId')}
        />
        <Select
          label={text('product-form.unit')}
          choices={units.map((unit) => ({ key: unit, label: text(`catalog.unit-${unit}`) }))}
          value={draft.unit}
          onChange={(unit) => set({ unit })}
        />
      </div>
    </>
  );
}

function OwnValues({ form }: BasicFieldsProps) {
  const text = useText();
  const { draft, saved, set, errorOf } = form;
  const names = saved?.optionNames ?? [];
  if (draft.optionValues.length === 0) return null;
  return (
    <div className={styles.pair}>
      {draft.optionValues.map((value, at) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: the options never change places
          key={at}
          label={names[at] ?? text('product-form.option')}
          value={value}
          onChange={(typed) =>
            set({ optionValues: draft.optionValues.map((one, index) => (index === at ? typed : one)) })
          }
          error={value.trim() === '' ? errorOf('optionValues') : undefined}
          maxLength={120}
        />
      ))}
    </div>
  );
}
