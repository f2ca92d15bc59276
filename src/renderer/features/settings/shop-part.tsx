import { countryName } from '../../../shared/domain/countries.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Pair } from './pair.tsx';
import styles from './section.module.css';
import { SettingsForm } from './settings-form.tsx';
import { useShopDraft } from './use-shop-draft.ts';

/** Who the shop is. */
export function ShopPart() {
  const text = useText();
  const draft = useShopDraft('shop', ['name', 'address', 'phone']);
  const { fields, change, problems } = draft;
  return (
    <SettingsForm draft={draft}>
      <Card title={text('settings.identity')}>
        <div className={styles.form}>
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
        </div>
      </Card>
      <Fixed />
    </SettingsForm>
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
