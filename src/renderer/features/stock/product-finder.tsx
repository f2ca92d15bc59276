import { type FocusEvent, type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useErrorText } from '../../ui/error-text.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { nextActive } from '../../ui/table-walk.ts';
import { toast } from '../../ui/toast-queue.ts';
import { FoundProducts } from './found-products.tsx';
import styles from './product-finder.module.css';
import type { ProductRow } from './product-row.ts';
import { useFoundProducts } from './use-found-products.ts';

type ProductFinderProps = {
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onPick: (row: ProductRow) => void;
  readonly keys?: string;
  readonly autoFocus?: boolean;
};

/** A search box whose hits hang under it: arrows walk, Enter takes the chosen or the first. */
export function ProductFinder({ label, field, onPick, keys, autoFocus = false }: ProductFinderProps) {
  const errorText = useErrorText();
  const listId = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const found = useFoundProducts(words);

  const pick = (row: ProductRow) => {
    setWords('');
    setActive(-1);
    setOpen(false);
    onPick(row);
  };
  const commit = () => {
    const chosen = found.isCurrent ? found.rows[active] : undefined;
    if (chosen) return pick(chosen);
    found.first().then(
      (row) => row && pick(row),
      (error: unknown) => toast(errorText(error), { tone: 'danger' }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || words.trim() === '') return;
    const next = nextActive(event.key, active, found.rows.length, 8);
    if (next === null || event.key === 'Home' || event.key === 'End') return;
    event.preventDefault();
    setOpen(true);
    setActive(event.key === 'ArrowUp' && active === 0 ? -1 : next);
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const isShown = isOpen && words.trim() !== '' && !found.isPending;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears where the focus goes
    <div className={styles.finder} onBlur={onBlur} onFocus={() => setOpen(true)}>
      <SearchField
        label={label}
        placeholder={label}
        value={words}
        autoFocus={autoFocus}
        keys={keys}
        inputRef={field}
        onChange={(typed) => {
          setWords(typed);
          setActive(-1);
          setOpen(true);
        }}
        onCommit={commit}
        onKeyDown={onKeyDown}
        controls={isShown ? listId : undefined}
        activeDescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
      />
      {isShown && (
        <FoundProducts id={listId} rows={found.rows} active={active} words={words.trim()} onPick={pick} />
      )}
    </div>
  );
}
