import { useMemo, useState } from 'react';
import { countries, countryName } from '../../../shared/domain/countries.ts';
import { localeChoices, localeName } from '../../../shared/domain/locale-choices.ts';
import { money } from '../../../shared/domain/money.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop, useToday } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { ZoneJump } from './zone-jump.tsx';

type Place = { readonly country: string | null; readonly locale: string; readonly timeZone: string | null };

/** Changes the country, how amounts are written, and the time zone, saying what that does to the days of the shop. */
export function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const shop = useShop();
  const [seen] = useState({ country: shop.country, locale: shop.locale, timeZone: shop.timeZone });
  const [place, setPlace] = useState<Place>(seen);
  const [isJudged, setJudged] = useState(false);
  const { mutate, isPending, error } = useCommand('shop.setPlace');
  const choices = useChoices(place, shop.locale);
  const missing = (value: string | null) =>
    isJudged && value === null ? text('identity.place-missing') : undefined;
  const save = () => {
    setJudged(true);
    const { country, locale, timeZone } = place;
    if (country === null || timeZone === null) return;
    mutate(
      { country, locale, timeZone, seen },
      {
        onSuccess: () => {
          toast(text('identity.place-saved'), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <ChangeDialog
      title={text('identity.place-title')}
      action={text('identity.place-save')}
      size="medium"
      pending={isPending}
      refused={error ? errorText(error) : null}
      onSubmit={save}
      onClose={onClose}
    >
      <ComboBox
        label={text('settings.country')}
        description={text('identity.country-note')}
        choices={choices.countries}
        value={place.country}
        onChange={(country) => setPlace({ ...place, country })}
        error={missing(place.country)}
      />
      <Select
        label={text('identity.writes')}
        choices={choices.locales}
        value={place.locale}
        onChange={(locale) => setPlace({ ...place, locale })}
      />
      <ComboBox
        label={text('settings.time-zone')}
        description={text('identity.zone-note')}
        choices={choices.zones}
        value={place.timeZone}
        onChange={(timeZone) => setPlace({ ...place, timeZone })}
        error={missing(place.timeZone)}
      />
      <ZoneJump timeZone={place.timeZone} />
    </ChangeDialog>
  );
}

function useChoices({ country, locale: chosen }: Place, kept: string) {
  const { text, locale, format } = useApp();
  const shop = useShop();
  const { currency, currencyExponent: exponent, timeZone } = shop;
  const today = useToday();
  const fixed = useMemo(
    () => ({
      countries: countries
        .map(({ code }) => ({ key: code, label: countryName(code, locale) }))
        .sort((a, b) => format.compare(a.label, b.label)),
      zones: [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])]
        .sort()
        .map((zone) => ({ key: zone, label: zone.replaceAll('_', ' ') })),
    }),
    [locale, format, timeZone],
  );
  const found = country === null ? [] : localeChoices(country, navigator.language);
  const locales = [...new Set([...found, kept, chosen])].map((key) => {
    const sample = createFormat({ locale: key, currency, exponent, timeZone: 'UTC' });
    const amount = sample.money(money(123_456));
    return {
      key,
      label: text('setup.locale-sample', { amount, date: sample.dateShort(today) }),
      description: localeName(key),
    };
  });
  return { ...fixed, locales };
}
