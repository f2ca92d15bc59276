import { useMemo } from 'react';
import { mostMoney } from '../../../shared/domain/money.ts';
import { rate } from '../../../shared/domain/rate.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './bulk-dialog.module.css';
import { type BulkDraft, bulkWhats, roundedExample, roundings } from './bulk-draft.ts';
import { useCategoryChoices } from './use-category-choices.ts';

type BulkFormProps = {
  readonly draft: BulkDraft;
  readonly isArchived: boolean;
  readonly onChange: (draft: BulkDraft) => void;
};
type PartProps = { readonly draft: BulkDraft; readonly set: (change: Partial<BulkDraft>) => void };

/** What shall change about the chosen products, and to what. */
export function BulkForm({ draft, isArchived, onChange }: BulkFormProps) {
  const { text } = useApp();
  const set = (change: Partial<BulkDraft>) => onChange({ ...draft, ...change });
  return (
    <div className={styles.form}>
      <Select
        label={text('bulk.what')}
        choices={bulkWhats.map((key) => ({
          key,
          label: text(key === 'archive' && isArchived ? 'bulk.what-bring-back' : `bulk.what-${key}`),
        }))}
        value={draft.what}
        onChange={(what) => set({ what })}
        autoFocus
      />
      {(draft.what === 'percent' || draft.what === 'amount') && <PricePart draft={draft} set={set} />}
      {draft.what === 'category' && <CategoryPart draft={draft} set={set} />}
      {draft.what === 'tax-class' && <TaxClassPart draft={draft} set={set} />}
      {draft.what === 'archive' && (
        <p className={styles.help}>{text(isArchived ? 'bulk.bring-back-help' : 'bulk.archive-help')}</p>
      )}
    </div>
  );
}

function PricePart({ draft, set }: PartProps) {
  const { text, format } = useApp();
  const { exponent } = format;
  const isPercent = draft.what === 'percent';
  return (
    <>
      <div className={styles.pair}>
        <Segmented
          label={text('bulk.direction')}
          choices={[
            { key: 'up', label: text('bulk.up') },
            { key: 'down', label: text('bulk.down') },
          ]}
          value={draft.direction}
          onChange={(direction) => set({ direction })}
        />
        {isPercent ? (
          <PercentField
            label={text('bulk.percent')}
            value={draft.rate}
            most={rate(draft.direction === 'up' ? 10_000_000 : 1_000_000)}
            onChange={(next) => set({ rate: next })}
          />
        ) : (
          <MoneyField
            label={text('bulk.amount')}
            value={draft.amount}
            most={mostMoney}
            onChange={(amount) => set({ amount })}
          />
        )}
      </div>
      <Select
        label={text('bulk.rounding')}
        choices={roundings.map((key) => ({
          key,
          label:
            key === 'none'
              ? text('bulk.rounding-none')
              : text('bulk.rounding-like', { example: format.amount(roundedExample(key, exponent)) }),
        }))}
        value={draft.rounding}
        onChange={(rounding) => set({ rounding })}
      />
    </>
  );
}

function CategoryPart({ draft, set }: PartProps) {
  const { text } = useApp();
  const none = useMemo(() => [{ key: 'none', label: text('bulk.no-category') }], [text]);
  const choices = useCategoryChoices(none);
  return (
    <ComboBox
      label={text('bulk.category')}
      choices={choices}
      value={draft.category === null ? null : String(draft.category)}
      onChange={(key) => set({ category: key === null ? null : key === 'none' ? 'none' : Number(key) })}
    />
  );
}

function TaxClassPart({ draft, set }: PartProps) {
  const { text } = useApp();
  const classes = useApiQuery('shop.taxClasses', {}).data ?? [];
  return (
    <Select
      label={text('bulk.tax-class')}
      choices={classes.map(({ id, name }) => ({ key: String(id), label: name }))}
      value={draft.taxClassId === null ? null : String(draft.taxClassId)}
      onChange={(key) => set({ taxClassId: Number(key) })}
    />
  );
}
