import { describe, expect, it } from 'vitest';
import { percent } from '../../../shared/domain/rate.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { checkStep, openShopInput } from './check-draft.ts';
import { emptyDraft, type SetupAction, type SetupDraft, setupReducer } from './setup-draft.ts';
import { type ClassNames, guessCountry, suggestFor } from './suggest.ts';

const text = createEnglishText();
const names: ClassNames = {
  standard: 'Standard',
  reduced: 'Reduced',
  zero: 'Zero-rated',
  reducedN: (number) => `Reduced ${number}`,
};
const berlin = { locale: 'en-US', timeZone: 'Europe/Berlin' };
const drafted = (draft: SetupDraft, ...actions: readonly SetupAction[]) =>
  actions.reduce(setupReducer, draft);
const choose = (country: string): SetupAction => ({
  kind: 'country',
  country,
  suggestion: suggestFor(country, berlin, names),
});

describe('guessing the country', () => {
  it.each([
    ['en-US', 'Europe/Berlin', 'DE'],
    ['de-AT', 'Europe/Vienna', 'AT'],
    ['en-IN', 'Asia/Kolkata', 'IN'],
    ['en-US', 'America/Los_Angeles', 'US'],
    ['pt', 'UTC', 'BR'],
  ])('a computer in %s on %s stands in %s', (locale, timeZone, country) => {
    expect(guessCountry({ locale, timeZone })).toBe(country);
  });

  it("takes the computer's own zone in a country with several, and none that is no place", () => {
    const angeles = { locale: 'en-US', timeZone: 'America/Los_Angeles' };
    expect(suggestFor('US', angeles, names).timeZone).toBe('America/Los_Angeles');
    expect(suggestFor('DE', angeles, names).timeZone).toBe('Europe/Berlin');
    expect(suggestFor('US', { locale: 'en-US', timeZone: 'UTC' }, names).timeZone).toBe('America/New_York');
  });
});

describe('the wizard', () => {
  it('suggests money and tax from the country, and leaves alone what was changed by hand', () => {
    const germany = drafted(emptyDraft, choose('DE'));
    expect(germany).toMatchObject({ currency: 'EUR', timeZone: 'Europe/Berlin', pricesIncludeTax: true });
    expect(germany.taxClasses.map(({ name, taxes }) => [name, taxes[0]?.rate])).toEqual([
      ['Standard', percent(19)],
      ['Reduced', percent(7)],
      ['Zero-rated', percent(0)],
    ]);
    const moved = drafted(germany, { kind: 'change', change: { currency: 'CHF' } }, choose('IN'));
    expect(moved).toMatchObject({ currency: 'CHF', timeZone: 'Asia/Kolkata' });
    expect(moved.taxClasses[0]?.taxes.map((tax) => tax.name)).toEqual(['CGST', 'SGST']);
  });

  it('changes tax classes and their taxes one by one', () => {
    const start = drafted(emptyDraft, choose('GB'));
    const [first] = start.taxClasses;
    const classId = first?.id ?? 0;
    const added = drafted(start, { kind: 'add-tax', classId, name: 'Levy' });
    const taxId = added.taxClasses[0]?.taxes.at(-1)?.id ?? 0;
    expect(checkStep(added, 'money', text)).toEqual({ [`rate-${taxId}`]: 'Write the rate, or 0.' });
    const rated = drafted(added, { kind: 'tax-rate', classId, taxId, rate: percent(90) });
    expect(checkStep(rated, 'money', text)[`rate-${taxId}`]).toMatch(/more than 100%/);
    expect(drafted(rated, { kind: 'remove-tax', classId, taxId }).taxClasses[0]).toEqual(first);
    const twice = drafted(start, { kind: 'tax-class-name', classId, name: ' reduced ' });
    expect(Object.values(checkStep(twice, 'money', text))).toContain('Two tax classes have this name.');
    const fewer = drafted(start, { kind: 'remove-tax-class', classId });
    expect(fewer.taxClasses).toHaveLength(start.taxClasses.length - 1);
  });

  it('keeps nothing secret once the shop is open', () => {
    const filled = drafted(emptyDraft, choose('GB'), {
      kind: 'change',
      change: { name: 'Shop', ownerName: 'Olga', password: 'larch-otter-7', pin: '482913' },
    });
    expect(openShopInput(filled)).toMatchObject({ country: 'GB', pin: '482913' });
    const opened = drafted(filled, { kind: 'opened', recoveryCode: 'ABC-DEF' });
    expect(opened).toMatchObject({ step: 'recovery', password: '', pin: null });
    expect(() => openShopInput(opened)).toThrow();
  });
});
