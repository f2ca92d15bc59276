import { useState } from 'react';
import { taxExample } from '../../../shared/domain/tax-example.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import factStyles from './facts.module.css';
import styles from './section.module.css';
import { SettingsForm } from './settings-form.tsx';
import { TaxClassesCard } from './tax-classes-card.tsx';
import { examplePrice } from './tax-words.ts';
import { useShopDraft } from './use-shop-draft.ts';

/** What prices mean, how tax is rounded, and the tax classes. */
export function TaxesPart() {
  const text = useText();
  const draft = useShopDraft('taxes', ['pricesIncludeTax', 'taxRounding']);
  const [isAsking, setAsking] = useState(false);
  const { fields, change } = draft;
  // What prices mean changes every total from now on: it is said before it is saved.
  const save = () => (draft.isFieldChanged('pricesIncludeTax') ? setAsking(true) : draft.save());
  return (
    <>
      <SettingsForm draft={{ ...draft, save }}>
        <Card title={text('taxes.prices')}>
          <div className={styles.form}>
            <RadioCards
              label={text('taxes.prices')}
              hideLabel
              cards={(['include', 'exclude'] as const).map((key) => ({
                key,
                label: text(`taxes.${key}`),
                description: text(`taxes.${key}-note`),
              }))}
              value={fields.pricesIncludeTax ? 'include' : 'exclude'}
              onChange={(key) => change({ pricesIncludeTax: key === 'include' })}
            />
            <RadioCards
              label={text('taxes.rounding')}
              cards={(['line', 'order'] as const).map((key) => ({
                key,
                label: text(`taxes.rounding-${key}`),
                description: text(`taxes.rounding-${key}-note`),
              }))}
              value={fields.taxRounding}
              onChange={(taxRounding) => change({ taxRounding })}
            />
            {draft.isFieldChanged('taxRounding') && <p role="status">{text('taxes.rounding-changed')}</p>}
          </div>
        </Card>
        <TaxClassesCard pricesIncludeTax={fields.pricesIncludeTax} />
      </SettingsForm>
      <MeaningDialog
        open={isAsking}
        toInclude={fields.pricesIncludeTax}
        onConfirm={() => {
          setAsking(false);
          draft.save();
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

type MeaningProps = {
  readonly open: boolean;
  readonly toInclude: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** What becomes of prices, open orders and old ones when prices begin or cease to include tax. */
function MeaningDialog({ open, toInclude, onConfirm, onClose }: MeaningProps) {
  const { text, format } = useApp();
  const { pricesIncludeTax } = useShop();
  const classes = useApiQuery('shop.taxClasses', {}).data ?? [];
  const usual = classes.find(({ isDefault }) => isDefault) ?? classes[0];
  const price = examplePrice(format.exponent);
  const total = (includes: boolean) => format.money(taxExample(price, usual?.rates ?? [], includes).total);
  return (
    <ConfirmDialog
      open={open}
      title={text('taxes.meaning-title')}
      action={text(toInclude ? 'taxes.meaning-include' : 'taxes.meaning-exclude')}
      keep={text('taxes.meaning-keep')}
      danger
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <ul className={factStyles.facts}>
        <li>{text('taxes.meaning-prices', { price: format.money(price) })}</li>
        {usual && (
          <li>
            {text('taxes.meaning-total', {
              class: usual.name,
              before: total(pricesIncludeTax),
              after: total(toInclude),
            })}
          </li>
        )}
        <li>{text('taxes.meaning-open')}</li>
        <li>{text('taxes.meaning-orders')}</li>
      </ul>
    </ConfirmDialog>
  );
}
