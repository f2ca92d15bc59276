import type { ReactNode, Ref } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './list-screen.module.css';

type ListScreenProps = {
  readonly header: ReactNode;
  readonly filters?: ReactNode;
  /** The table; it takes all the room that is left and scrolls inside itself. */
  readonly children: ReactNode;
  /** The side panel of the open row, or null. */
  readonly panel: ReactNode;
  /** Among other parts of a screen: it makes do with less height before the screen itself scrolls. */
  readonly isLow?: boolean;
  /** Under the table, while several rows are chosen: what can be done to them. The rows stay where they are. */
  readonly bar?: ReactNode;
  /** Around the table, for measuring its width and moving the focus into it. */
  readonly listRef?: Ref<HTMLDivElement> | undefined;
};

/** A list and, beside it, the panel of the row that is open: the list is never lost. */
export function ListScreen({
  header,
  filters,
  children,
  panel,
  isLow = false,
  bar,
  listRef,
}: ListScreenProps) {
  return (
    <div className={joinClasses(styles.screen, isLow && styles.low)}>
      {header}
      {filters}
      <div className={styles.split}>
        <div ref={listRef} className={styles.list}>
          {children}
          {bar}
        </div>
        {panel}
      </div>
    </div>
  );
}

/** Moves the focus from the search box into the table under it. */
export function focusTable(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[role="grid"]')?.focus();
}
