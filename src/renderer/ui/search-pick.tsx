import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import { SearchField } from './search-field.tsx';
import styles from './search-pick.module.css';
import { nextActive } from './table-walk.ts';

export type SearchPickProps<Item> = {
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** What the list of results is called. */
  readonly listLabel: string;
  readonly words: string;
  readonly onType: (words: string) => void;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  /** What stands in a result's row. */
  readonly children: (item: Item) => ReactNode;
  readonly onPick: (item: Item) => void;
  /** Enter with no result walked to; left out, the first result is picked. */
  readonly onCommit?: ((words: string) => void) | undefined;
  /** What is shown instead of results: nothing found, a fault, a skeleton. */
  readonly instead?: ReactNode;
  readonly size?: 'normal' | 'touch';
  readonly keys?: string | undefined;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

/** A search box with its results under it: ↑ ↓ walk through them while one types, Enter picks. */
export function SearchPick<Item>(props: SearchPickProps<Item>) {
  const { words, items, onPick } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const at = active !== null && active < items.length ? active : null;
  useEffect(() => {
    if (at !== null) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    // At the ends of the line the caret has these keys.
    if (event.key === 'Home' || event.key === 'End') return;
    const leaves = event.key === 'ArrowUp' && at === 0;
    const to =
      leaves || (event.key === 'ArrowUp' && at === null)
        ? null
        : nextActive(event.key, at ?? -1, items.length, 5);
    if (to === null && !leaves) return;
    event.preventDefault();
    setActive(to);
  };
  const commit = () => {
    const chosen = at === null ? undefined : items[at];
    if (chosen !== undefined) onPick(chosen);
    else if (props.onCommit) props.onCommit(words);
    else if (items[0] !== undefined) onPick(items[0]);
  };
  return (
    <div className={styles.pick}>
      <SearchField
        label={props.label}
        placeholder={props.placeholder}
        size={props.size ?? 'normal'}
        autoFocus={props.autoFocus ?? false}
        keys={props.keys}
        value={words}
        onChange={(next) => {
          setActive(null);
          props.onType(next);
        }}
        onCommit={commit}
        onKeyDown={onKeyDown}
        inputRef={props.inputRef}
        controls={items.length > 0 ? listId : undefined}
        activeDescendant={at === null ? undefined : `${listId}-${at}`}
      />
      {props.instead}
      {items.length > 0 && <PickList {...props} id={listId} active={at} listRef={list} />}
    </div>
  );
}

type PickListProps<Item> = Pick<
  SearchPickProps<Item>,
  'listLabel' | 'items' | 'itemKey' | 'children' | 'onPick'
> & {
  readonly id: string;
  readonly active: number | null;
  readonly listRef: Ref<HTMLDivElement>;
};

function PickList<Item>({ id, active, listRef, items, itemKey, onPick, ...props }: PickListProps<Item>) {
  return (
    <div
      ref={listRef}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={props.listLabel}
      className={styles.list}
    >
      {items.map((item, index) => (
        <button
          key={itemKey(item)}
          type="button"
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          data-active={index === active || undefined}
          // The field keeps the focus, so that keys go on there.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          {props.children(item)}
        </button>
      ))}
    </div>
  );
}
