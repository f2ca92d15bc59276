import { useLayoutEffect } from 'react';
import { useApiQuery } from './bridge/api-query.ts';
import { KioskScreen } from './features/kiosk/kiosk-screen.tsx';
import { useWords } from './frame/use-words.ts';
import { AppProvider } from './ui/app-context.tsx';
import { ToastRegion } from './ui/toast.tsx';

/** The customers' window: its language and look, and its one screen. Blank where the till is not theirs. */
export function KioskApp() {
  const look = useApiQuery('kiosk.look', {});
  const state = useApiQuery('kiosk.state', {});
  const words = useWords(look.data?.language ?? 'en', state.data?.shop ?? null);
  useLayoutEffect(() => {
    document.documentElement.dataset.space = 'wide';
  }, []);
  if (!look.data || !state.data?.shop) return null;
  return (
    <AppProvider {...words} theme={look.data.theme} textSize={look.data.textSize}>
      <KioskScreen state={{ ...state.data, shop: state.data.shop }} />
      <ToastRegion />
    </AppProvider>
  );
}
