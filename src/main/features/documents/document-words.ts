import type { MachineSettings } from '../../../shared/contract/machine.ts';
import type { DocumentBlock } from '../../../shared/documents/document-block.ts';
import { documentHtml } from '../../../shared/documents/document-html.ts';
import { paperDirection } from '../../../shared/documents/paper-direction.ts';
import { type AppText, createEnglishText, english } from '../../../shared/text/english.ts';
import { createFormat, type Format } from '../../../shared/text/format.ts';
import {
  pseudoMessages,
  pseudoRightToLeftLocale,
  pseudoRightToLeftMessages,
} from '../../../shared/text/pseudo.ts';
import { createText } from '../../../shared/text/text.ts';
import type { Shop, TaskContext } from '../../app/context.ts';
import type { Paper, PrintDocument } from '../../app/desktop.ts';
import { loadQrSvg } from './qr-svg.ts';

export type Language = MachineSettings['language'];
export type DocumentWords = { readonly text: AppText; readonly format: Format };

/** The language and the figures of what is printed: the window's language, the shop's locale. */
export function documentWords({ shop, desktop }: Pick<TaskContext, 'shop' | 'desktop'>): DocumentWords {
  return wordsIn(shop, desktop.machine.get().language);
}

/** The same where no desktop is at hand: in the helper process. */
export function wordsIn(shop: Shop, language: Language): DocumentWords {
  const { locale, currency, currencyExponent: exponent, timeZone } = shop;
  return {
    text: textIn(language, locale),
    format: createFormat({ locale, currency, exponent, timeZone }),
  };
}

function textIn(language: Language, locale: string): AppText {
  switch (language) {
    case 'en':
      return createEnglishText(locale);
    case 'pseudo':
      return createText(locale, pseudoMessages(english), 'en');
    case 'pseudo-rtl':
      return createText(pseudoRightToLeftLocale, pseudoRightToLeftMessages(english));
  }
}

/** Blocks as a page that the desktop prints. */
export async function printDocument(
  { shop, desktop }: Pick<TaskContext, 'shop' | 'desktop'>,
  blocks: readonly DocumentBlock[],
  title: string,
  paper: Paper,
): Promise<PrintDocument> {
  const { locale } = shop;
  const qrSvg = await loadQrSvg();
  const isTurned = desktop.machine.get().language === 'pseudo-rtl';
  const direction = paperDirection(shop, isTurned);
  return { title, paper, html: documentHtml(blocks, { title, paper, locale, direction, qrSvg }) };
}
