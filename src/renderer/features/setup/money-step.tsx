import { useMemo } from 'react';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { countries, countryName } from '../../../shared/domain/countries.ts';
import { findCurrency, shopCurrencies } from '../../../shared/domain/currency.ts';
import { localeChoices, localeName } from '../../../shared/domain/locale-choices.ts';
import { money } from '../../../shared/domain/money.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './fields.module.css';
import { StepHead } from './step-head.tsx';
import { TaxClasses } from './tax-classes.tsx';
import type { Setup } from './use-setup.ts';

/** Country, and what follows from it: currency, zone, how figures are written, tax. */
export function MoneyStep({ setup }: { readonly setup: Setup }) {
  const text = useText();
  const { draft, dispatch, problems } = setup;
  const choices = useChoices();
  const today = useApiQuery('setup.state', {}).data?.today ?? calendarDate(20260101);
  const locales = localeSamples(draft, today, text);
  return (
    <>
      <StepHead title={text('setup.money-title')} intro={text('setup.money-intro')} />
      <div className={styles.pairs}>
        <ComboBox
          label={text('setup.country')}
          choices={choices.countries}
          value={draft.country}
          onChange={(country) => country !== null && setup.chooseCountry(country)}
          error={problems.country}
        />
        <ComboBox
          label={text('setup.currency')}
          description={text('setup.currency-fixed')}
          choices={choices.currencies}
          value={draft.currency}
          onChange={(currency) => dispatch({ kind: 'change', change: { currency } })}
          error={problems.currency}
        />
        <ComboBox
          label={text('setup.time-zone')}
          choices={withOwn(choices.zones, draft.timeZone)}
          value={draft.timeZone}
          onChange={(timeZone) => dispatch({ kind: 'change', change: { timeZone } })}
          error={problems.timeZone}
        />
        <Select
          label={text('setup.locale')}
          choices={locales}
          value={draft.locale}
          onChange={(locale) => dispatch({ kind: 'change', change: { locale } })}
          error={problems.locale}
        />
      </div>
      <div className={styles.part}>
        <Switch
          on={draft.pricesIncludeTax}
          onChange={(pricesIncludeTax) => dispatch({ kind: 'change', change: { pricesIncludeTax } })}
          description={
            draft.pricesIncludeTax
              ? text('setup.tax-included-on', { price: samplePrice(draft) })
              : text('setup.tax-included-off')
          }
        >
          {text('setup.tax-included')}
        </Switch>
      </div>
      <TaxClasses setup={setup} />
    </>
  );
}

type Choice = { readonly key: string; readonly label: string; readonly description?: string };

/** Hundreds of names, made once. */
function useChoices(): {
  readonly countries: readonly Choice[];
  readonly currencies: readonly Choice[];
  readonly zones: readonly Choice[];
} {
  const { text, locale, format } = useApp();
  return useMemo(() => {
    const named = countries.map(({ code }) => ({ key: code, label: countryName(code, locale) }));
    return {
      countries: named.sort((a, b) => format.compare(a.label, b.label)),
      currencies: shopCurrencies.map(({ code, name }) => ({
        key: code,
        label: text('setup.currency-choice', { code, name }),
      })),
      zones: Intl.supportedValuesOf('timeZone').map(zoneChoice),
    };
  }, [text, locale, format]);
}

function zoneChoice(zone: string): Choice {
  return { key: zone, label: zone.replaceAll('_', ' ') };
}

/** A zone that this computer runs on is there even where its list leaves it out. */
function withOwn(zones: readonly Choice[], own: string | null): readonly Choice[] {
  return own === null || zones.some((zone) => zone.key === own) ? zones : [zoneChoice(own), ...zones];
}

type Figures = Setup['draft'];

function formatOf(draft: Figures, locale: string) {
  const currency = draft.currency ?? 'EUR';
  const exponent = findCurrency(currency)?.exponent ?? 2;
  return createFormat({ locale, currency, exponent, timeZone: 'UTC' });
}

function samplePrice(draft: Figures): string {
  return formatOf(draft, draft.locale ?? 'en').money(money(350));
}

function localeSamples(
  draft: Figures,
  today: ReturnType<typeof calendarDate>,
  text: ReturnType<typeof useText>,
): readonly Choice[] {
  const found = draft.country === null ? [] : localeChoices(draft.country, navigator.language);
  return found.map((locale) => {
    const format = formatOf(draft, locale);
    return {
      key: locale,
      label: text('setup.locale-sample', {
        amount: format.money(money(123_456)),
        date: format.dateShort(today),
      }),
      description: localeName(locale),
    };
  });
}
