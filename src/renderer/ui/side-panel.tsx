import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from './app-context.tsx';
import { useHotkeys } from './hotkeys.ts';
import { IconButton } from './icon-button.tsx';
import styles from './side-panel.module.css';

export type SidePanelProps = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Walk to the row before and after; absent at the ends. */
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A panel beside a list, which stays in sight and keeps the focus. Escape closes it; the focus goes back to
 * where it was before it came in here.
 */
export function SidePanel(props: SidePanelProps) {
  const text = useText();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  useHotkeys([{ keys: 'Escape', label: text('ui.close'), run: props.onClose }]);
  useEffect(() => {
    const element = panel.current;
    return () => {
      if (!element?.contains(document.activeElement) && document.activeElement !== document.body) return;
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    };
  }, []);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-labelledby={titleId}
      onFocus={(event) => {
        const from = event.relatedTarget;
        if (from && !event.currentTarget.contains(from)) cameFrom.current = from;
      }}
    >
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {props.title}
        </h2>
        <div className={styles.actions}>
          {props.actions}
          {(props.onPrevious ?? props.onNext) && (
            <>
              <IconButton
                size="small"
                label={text('ui.previous-item')}
                icon={<ChevronUp />}
                onPress={props.onPrevious}
                disabled={!props.onPrevious}
              />
              <IconButton
                size="small"
                label={text('ui.next-item')}
                icon={<ChevronDown />}
                onPress={props.onNext}
                disabled={!props.onNext}
              />
            </>
          )}
          <IconButton size="small" label={text('ui.close')} icon={<X />} onPress={props.onClose} />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: by keys it scrolls even where nothing in it can be reached */}
      <div className={styles.body} tabIndex={0}>
        {props.children}
      </div>
      {props.footer !== undefined && <footer className={styles.footer}>{props.footer}</footer>}
    </aside>
  );
}
