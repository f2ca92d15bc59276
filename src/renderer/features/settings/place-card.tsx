import { MapPin } from 'lucide-react';
import { countryName } from '../../../shared/domain/countries.ts';
import { localeName } from '../../../shared/domain/locale-choices.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';

/** Where the shop is. The currency is settled for good: everything that was sold is counted in it. */
export function PlaceCard({ onChange }: { readonly onChange: () => void }) {
  const { text, locale } = useApp();
  const shop = useShop();
  return (
    <Card
      title={text('identity.place')}
      actions={
        <Button size="small" icon={<MapPin />} onPress={onChange}>
          {text('identity.place-change')}
        </Button>
      }
    >
      <DescriptionList
        items={[
          { term: text('settings.country'), detail: countryName(shop.country, locale) },
          { term: text('identity.writes'), detail: localeName(shop.locale) },
          { term: text('settings.time-zone'), detail: shop.timeZone.replaceAll('_', ' ') },
          {
            term: text('settings.currency'),
            detail: text('identity.currency-is', {
              currency: shop.currency,
              note: text('identity.currency-fixed'),
            }),
          },
        ]}
      />
    </Card>
  );
}
