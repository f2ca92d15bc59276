import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createEnglishText } from '../../shared/text/english.ts';
import { createFormat } from '../../shared/text/format.ts';
import { AppProvider } from './app-context.tsx';

/** For tests: components inside an app that speaks English and counts in euros. */
export function renderUi(ui: ReactNode, locale = 'en-IE') {
  const format = createFormat({ locale, currency: 'EUR', exponent: 2, timeZone: 'Europe/Dublin' });
  const text = createEnglishText(locale);
  const wrapped = (children: ReactNode) => (
    <AppProvider text={text} format={format} theme="light">
      {children}
    </AppProvider>
  );
  const result = render(wrapped(ui));
  return { ...result, rerender: (next: ReactNode) => result.rerender(wrapped(next)) };
}
