import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { AppText } from '../../shared/text/english.ts';
import type { Format } from '../../shared/text/format.ts';
import { type Direction, directionOf } from '../../shared/text/text.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';
export const textSizes = ['normal', 'large', 'larger', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** What every component may need to know of the person at the screen, and nothing of the shop. */
export type App = {
  readonly text: AppText;
  readonly format: Format;
  readonly locale: string;
  readonly direction: Direction;
  /** The theme in force; `system` is already decided. */
  readonly theme: Theme;
  readonly textSize: TextSize;
};

const Context = createContext<App | null>(null);

type AppProviderProps = {
  readonly text: AppText;
  readonly format: Format;
  /** Language of the texts where it is not that of the format: English words, the shop's own figures. */
  readonly language?: string;
  readonly theme?: ThemeChoice;
  readonly textSize?: TextSize;
  readonly children: ReactNode;
};

/** Gives the window its language, theme and text size, and marks the document with them. */
export function AppProvider({
  text,
  format,
  language = format.locale,
  theme = 'system',
  textSize = 'normal',
  children,
}: AppProviderProps) {
  const systemTheme = useSystemTheme();
  const shownTheme = theme === 'system' ? systemTheme : theme;
  const direction = directionOf(language);
  // Dates are written as the shop writes them, unless that would turn the window round against its words.
  const locale = directionOf(format.locale) === direction ? format.locale : language;

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dir = direction;
    root.dataset.theme = shownTheme;
    root.dataset.textSize = textSize;
  }, [language, direction, shownTheme, textSize]);

  const app = useMemo<App>(
    () => ({ text, format, locale, direction, theme: shownTheme, textSize }),
    [text, format, locale, direction, shownTheme, textSize],
  );
  return (
    <Context value={app}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </Context>
  );
}

export function useApp(): App {
  const app = useContext(Context);
  if (app === null) throw new Error('This component must stand inside <AppProvider>');
  return app;
}

/** `text('sell.take-payment', { amount })` */
export function useText(): AppText {
  return useApp().text;
}

/** Money, quantities, dates as people read them. */
export function useFormat(): Format {
  return useApp().format;
}

const textScales: Readonly<Record<TextSize, number>> = { normal: 1, large: 1.125, larger: 1.375, largest: 2 };

/** Pixels of a size that grows with the text, where CSS cannot say it (virtual rows, canvases). */
export function useScaledPixels(pixels: number): number {
  return Math.floor(pixels * textScales[useApp().textSize]);
}

const darkQuery = '(prefers-color-scheme: dark)';

function useSystemTheme(): Theme {
  const dark = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(darkQuery);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(darkQuery).matches,
  );
  return dark ? 'dark' : 'light';
}
