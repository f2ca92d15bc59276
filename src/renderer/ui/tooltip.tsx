import type { ReactElement } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import styles from './tooltip.module.css';

type TooltipProps = {
  readonly content: string;
  /** A button, a field, or `focusable` around anything else. */
  readonly children: ReactElement;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end';
};

/** A short explanation on hover and on focus; long texts wrap. Never the only place of something needed. */
export function Tooltip({ content, children, placement = 'top' }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        {content}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

type FullTextProps = { readonly children: string; readonly lines?: 1 | 2 };

/** Text cut after one or two lines, whole on hover and on focus. */
export function FullText({ children, lines = 2 }: FullTextProps) {
  return (
    <Tooltip content={children}>
      <Focusable>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reached by keyboard to read the whole text */}
        <span role="note" tabIndex={0} className={lines === 1 ? styles.oneLine : styles.twoLines}>
          {children}
        </span>
      </Focusable>
    </Tooltip>
  );
}
