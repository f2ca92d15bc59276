import { Suspense, useLayoutEffect, useRef } from 'react';
import { useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { navigate, usePlace } from '../ui/router.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ConditionNotice } from './condition-notice.tsx';
import { DiskNotice } from './disk-notice.tsx';
import styles from './page-area.module.css';
import { PageSkeleton } from './page-skeleton.tsx';
import { ReadyMark } from './ready-mark.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { homeOf, maySee, type Screen, screenName } from './screens.tsx';

type PageAreaProps = { readonly screen: Screen | null; readonly rights: readonly string[] };

/** The page: one screen, or why there is none. A screen that falls takes nothing else with it. */
export function PageArea({ screen, rights }: PageAreaProps) {
  const text = useText();
  const home = homeOf(rights);
  const area = useRef<HTMLElement>(null);
  const { path } = usePlace();
  // Another page is read from its beginning, also where it is the same screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: filters of a page leave it where it is
  useLayoutEffect(() => {
    if (area.current) area.current.scrollTop = 0;
  }, [path]);
  const goHome = (
    <Button onPress={() => navigate(home.path)}>
      {text('frame.go-home', { screen: screenName(text, home) })}
    </Button>
  );
  if (screen === null) {
    return (
      <main id="screen" tabIndex={-1} className={styles.page}>
        <VisuallyHidden>
          <h1>{text('frame.app')}</h1>
        </VisuallyHidden>
        <EmptyState drawing="search" title={text('frame.nowhere-title')} action={goHome}>
          {text('frame.nowhere')}
        </EmptyState>
      </main>
    );
  }
  if (!maySee(screen, rights)) {
    return (
      <main id="screen" tabIndex={-1} className={styles.page}>
        <VisuallyHidden>
          <h1>{screenName(text, screen)}</h1>
        </VisuallyHidden>
        <EmptyState drawing="problem" title={text('frame.no-right-title')} action={goHome}>
          {text('frame.no-right', { screen: screenName(text, screen) })}
        </EmptyState>
      </main>
    );
  }
  const Component = screen.component;
  return (
    <main
      ref={area}
      id="screen"
      tabIndex={-1}
      className={joinClasses(styles.page, screen.key === 'sell' && styles.bare)}
      data-screen={screen.key}
    >
      {(screen.key === 'sell' || screen.key === 'dashboard') && (
        <>
          <ConditionNotice at={screen.key} />
          <DiskNotice at={screen.key} />
        </>
      )}
      <ScreenBoundary key={screen.key} name={screenName(text, screen)}>
        <Suspense fallback={<PageSkeleton />}>
          <Component />
          <ReadyMark />
        </Suspense>
      </ScreenBoundary>
    </main>
  );
}
