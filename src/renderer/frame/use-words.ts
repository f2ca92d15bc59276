import { useMemo } from 'react';
import type { MachineSettings } from '../../shared/contract/machine.ts';
import type { ShopView } from '../../shared/contract/setup.ts';
import { type AppText, createEnglishText, english } from '../../shared/text/english.ts';
import { createFormat, type Format, type FormatOptions } from '../../shared/text/format.ts';
import {
  pseudoLocale,
  pseudoMessages,
  pseudoRightToLeftLocale,
  pseudoRightToLeftMessages,
} from '../../shared/text/pseudo.ts';
import { createText } from '../../shared/text/text.ts';

export type Words = { readonly text: AppText; readonly format: Format; readonly language: string };

type ShopWords = Pick<ShopView, 'locale' | 'currency' | 'currencyExponent' | 'timeZone'>;

/** The texts and formats of the window: words in this computer's language, figures as the shop writes them. */
export function useWords(language: MachineSettings['language'], shop: ShopWords | null): Words {
  const locale = shop?.locale ?? navigator.language;
  const currency = shop?.currency ?? 'EUR';
  const exponent = shop?.currencyExponent ?? 2;
  const timeZone = shop?.timeZone ?? 'UTC';
  return useMemo(
    () => wordsOf(language, { locale, currency, exponent, timeZone }),
    [language, locale, currency, exponent, timeZone],
  );
}

/** Split from the hook for tests. */
export function wordsOf(language: MachineSettings['language'], options: FormatOptions): Words {
  const format = createFormat(options);
  switch (language) {
    case 'en':
      return { text: createEnglishText(options.locale), format, language: 'en' };
    case 'pseudo':
      return { text: createText(pseudoLocale, pseudoMessages(english)), format, language: pseudoLocale };
    case 'pseudo-rtl':
      return {
        text: createText(pseudoRightToLeftLocale, pseudoRightToLeftMessages(english)),
        format,
        language: pseudoRightToLeftLocale,
      };
  }
}
