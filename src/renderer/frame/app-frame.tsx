import { useEffect } from 'react';
import { type Session, useShop } from '../bridge/use-session.ts';
import { useText } from '../ui/app-context.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { navigate, usePlace } from '../ui/router.ts';
import styles from './app-frame.module.css';
import { PageArea } from './page-area.tsx';
import { PaletteHost } from './palette/palette-host.tsx';
import { Rail } from './rail.tsx';
import { homeOf, maySee, screenName, screenOf, screens } from './screens.tsx';
import { StatusLine } from './status-line.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useIsTight } from './use-is-tight.ts';
import { useLock } from './use-lock.ts';
import { useRouteScans } from './use-route-scans.ts';

/** What stands around every screen: the rail, the page, the status line; and what works on all of them. */
export function AppFrame({ session }: { readonly session: Session }) {
  const text = useText();
  const shop = useShop();
  const { path } = usePlace();
  const lock = useLock();
  const isTight = useIsTight();
  const screen = screenOf(path);
  const home = homeOf(session.rights);
  const isHome = path === '/';
  const title = text('frame.title', {
    screen: screenName(text, screen ?? home),
    shop: shop.name,
  });

  useIdleLock(shop.lockAfterSeconds, lock);
  useRouteScans(session.rights);
  useHotkeys([
    ...screens
      .filter((one) => maySee(one, session.rights))
      .flatMap((one) => {
        const label = text('frame.go-to', { screen: screenName(text, one) });
        return one.rail ? [{ keys: one.rail.keys, label, run: () => navigate(one.path), frame: true }] : [];
      }),
    { keys: 'Mod+L', label: text('frame.lock-till'), run: lock, frame: true },
  ]);
  useEffect(() => {
    if (isHome) navigate(home.path, { replace: true });
  }, [isHome, home]);
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (isHome) return null;
  return (
    <PaletteHost session={session} onLock={lock}>
      {(openPalette) => (
        <div className={styles.frame}>
          <button
            type="button"
            className={styles.skip}
            onClick={() => document.getElementById('screen')?.focus()}
          >
            {text('frame.skip')}
          </button>
          <Rail
            rights={session.rights}
            current={screen}
            folded={screen?.key === 'sell' || isTight}
            onSearch={openPalette}
          />
          <PageArea screen={screen} rights={session.rights} />
          <StatusLine session={session} onLock={lock} />
        </div>
      )}
    </PaletteHost>
  );
}
