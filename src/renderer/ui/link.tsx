import type { MouseEvent, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './link.module.css';
import { hrefOf, navigate } from './router.ts';

type LinkProps = {
  /** A path of this window: `/orders/7`. */
  readonly to: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly children: ReactNode;
  readonly current?: boolean;
  readonly className?: string | undefined;
};

/** A link to another place in the window. A class of its own replaces the look of a link. */
export function Link({ to, query, children, current = false, className }: LinkProps) {
  const go = (event: MouseEvent) => {
    // By the router, so that a screen with unsaved work is asked first.
    event.preventDefault();
    navigate(to, query === undefined ? {} : { query });
  };
  return (
    <a
      href={hrefOf(to, query)}
      onClick={go}
      className={joinClasses(className ?? styles.link)}
      aria-current={current ? 'page' : undefined}
      draggable={false}
    >
      {children}
    </a>
  );
}
