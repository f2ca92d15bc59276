import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Pair } from './pair.tsx';
import styles from './section.module.css';
import { SettingsForm } from './settings-form.tsx';
import { useShopDraft } from './use-shop-draft.ts';

/** What every new order begins with, and what may come back. */
export function OrdersPart() {
  const text = useText();
  const draft = useShopDraft('orders', ['oversell', 'deliveryDays', 'reorderLevel', 'returnCap']);
  const { fields, change, problems } = draft;
  return (
    <SettingsForm draft={draft}>
      <Card title={text('settings.selling')}>
        <div className={styles.form}>
          <RadioCards
            label={text('settings.oversell')}
            cards={(['block', 'warn', 'allow'] as const).map((key) => ({
              key,
              label: text(`settings.oversell-${key}`),
              description: text(`settings.oversell-${key}-note`),
            }))}
            value={fields.oversell}
            onChange={(oversell) => change({ oversell })}
          />
          <Pair>
            <NumberField
              label={text('settings.delivery-days')}
              unit={text('settings.delivery-days-unit')}
              most={365}
              value={fields.deliveryDays}
              onChange={(deliveryDays) => change({ deliveryDays })}
              error={problems.deliveryDays}
            />
            <QuantityField
              label={text('settings.reorder-level')}
              description={text('settings.reorder-level-note')}
              decimal
              value={fields.reorderLevel}
              onChange={(reorderLevel) => change({ reorderLevel })}
              error={problems.reorderLevel}
            />
          </Pair>
        </div>
      </Card>
      <Card title={text('settings.returning')}>
        <Pair>
          <MoneyField
            label={text('settings.return-cap')}
            description={text(
              fields.returnCap === 0 ? 'settings.return-cap-none' : 'settings.return-cap-note',
            )}
            value={fields.returnCap}
            onChange={(returnCap) => change({ returnCap })}
            error={problems.returnCap}
          />
        </Pair>
      </Card>
    </SettingsForm>
  );
}
