import '../base.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { type English, english } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import {
  pseudoLocale,
  pseudoMessages,
  pseudoRightToLeftLocale,
  pseudoRightToLeftMessages,
} from '../../../shared/text/pseudo.ts';
import { createText, type Translated } from '../../../shared/text/text.ts';
import { AppProvider, type TextSize, type Theme, textSizes } from '../app-context.tsx';
import { prepareDocument } from '../prepare-document.ts';
import { ToastRegion } from '../toast.tsx';
import { ChartsPage } from './charts-page.tsx';
import { FieldsPage } from './fields-page.tsx';
import styles from './gallery.module.css';
import { OrdersPage } from './orders-page.tsx';
import { OverlaysPage } from './overlays-page.tsx';
import { PicturesPage } from './pictures-page.tsx';
import { StatesPage } from './states-page.tsx';
import { TillPage } from './till-page.tsx';

const pages: Readonly<Record<string, () => ReactNode>> = {
  fields: FieldsPage,
  orders: OrdersPage,
  charts: ChartsPage,
  pictures: PicturesPage,
  states: StatesPage,
  till: TillPage,
  overlays: OverlaysPage,
};

const languages: Readonly<Record<string, { locale: string; messages: Translated<English> }>> = {
  en: { locale: 'en-IE', messages: english },
  long: { locale: pseudoLocale, messages: pseudoMessages(english) },
  rtl: { locale: pseudoRightToLeftLocale, messages: pseudoRightToLeftMessages(english) },
};

function Gallery({ wanted }: { readonly wanted: URLSearchParams }) {
  const { locale, messages } = languages[wanted.get('language') ?? 'en'] ?? {
    locale: 'en-IE',
    messages: english,
  };
  const theme: Theme = wanted.get('theme') === 'dark' ? 'dark' : 'light';
  const textSize: TextSize = textSizes.find((size) => size === wanted.get('size')) ?? 'normal';
  const Page = pages[wanted.get('page') ?? 'fields'] ?? FieldsPage;
  return (
    <AppProvider
      text={createText<English>(locale, messages)}
      format={createFormat({ locale, currency: 'EUR', exponent: 2, timeZone: 'Europe/Dublin' })}
      theme={theme}
      textSize={textSize}
    >
      <main className={styles.page}>
        <Page />
      </main>
      <ToastRegion />
    </AppProvider>
  );
}

prepareDocument();
const root = document.getElementById('root');
if (root) createRoot(root).render(<Gallery wanted={new URLSearchParams(window.location.search)} />);
