import { countryName } from '../../../shared/domain/countries.ts';
import { money } from '../../../shared/domain/money.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp, useFormat, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { lockChoices, roundingChoices } from './choices.ts';
import { Pair, ShopSection } from './section.tsx';
import type { ShopEditor } from './use-shop-draft.ts';

type Props = { readonly editor: ShopEditor };

/** What the shop settles for everybody and every computer. */
export function ShopSettings({ editor }: Props) {
  return (
    <>
      <Identity editor={editor} />
      <Receipt editor={editor} />
      <Selling editor={editor} />
      <Fixed />
    </>
  );
}

function Identity({ editor }: Props) {
  const text = useText();
  const { fields, change } = editor;
  const problems = editor.problems('identity');
  return (
    <ShopSection section="identity" title={text('settings.identity')} editor={editor}>
      <Pair>
        <TextField
          label={text('settings.shop-name')}
          value={fields.name}
          onChange={(name) => change({ name })}
          error={problems.name}
        />
        <TextField
          type="tel"
          label={text('settings.shop-phone')}
          value={fields.phone}
          onChange={(phone) => change({ phone })}
          error={problems.phone}
          optional
        />
      </Pair>
      <TextArea
        label={text('settings.shop-address')}
        value={fields.address}
        onChange={(address) => change({ address })}
        error={problems.address}
        optional
      />
    </ShopSection>
  );
}

function Receipt({ editor }: Props) {
  const text = useText();
  const { fields, change } = editor;
  const problems = editor.problems('receipt');
  return (
    <ShopSection section="receipt" title={text('settings.receipt')} editor={editor}>
      <Pair>
        <TextArea
          label={text('settings.receipt-header')}
          description={text('settings.receipt-header-note')}
          value={fields.receiptHeader}
          onChange={(receiptHeader) => change({ receiptHeader })}
          error={problems.receiptHeader}
          optional
        />
        <TextArea
          label={text('settings.receipt-footer')}
          description={text('settings.receipt-footer-note')}
          value={fields.receiptFooter}
          onChange={(receiptFooter) => change({ receiptFooter })}
          error={problems.receiptFooter}
          optional
        />
      </Pair>
    </ShopSection>
  );
}

function Selling({ editor }: Props) {
  const text = useText();
  const format = useFormat();
  const { fields, change } = editor;
  const problems = editor.problems('selling');
  return (
    <ShopSection section="selling" title={text('settings.selling')} editor={editor}>
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
        <Select
          label={text('settings.cash-rounding')}
          description={text('settings.cash-rounding-note')}
          choices={roundingChoices(fields.cashRounding, text, format)}
          value={String(fields.cashRounding)}
          onChange={(key) => change({ cashRounding: money(Number(key)) })}
        />
        <Select
          label={text('settings.lock-after')}
          description={text('settings.lock-after-note')}
          choices={lockChoices(fields.lockAfterSeconds, text)}
          value={String(fields.lockAfterSeconds)}
          onChange={(key) => change({ lockAfterSeconds: Number(key) })}
        />
      </Pair>
    </ShopSection>
  );
}

/** What was settled when the shop opened; amounts and days are kept by it. */
function Fixed() {
  const { text, locale } = useApp();
  const shop = useShop();
  return (
    <Card title={text('settings.fixed')}>
      <DescriptionList
        items={[
          { term: text('settings.country'), detail: countryName(shop.country, locale) },
          { term: text('settings.currency'), detail: shop.currency },
          { term: text('settings.time-zone'), detail: shop.timeZone.replaceAll('_', ' ') },
          {
            term: text('settings.prices'),
            detail: text(
              shop.pricesIncludeTax ? 'settings.prices-include-tax' : 'settings.prices-exclude-tax',
            ),
          },
        ]}
      />
    </Card>
  );
}
