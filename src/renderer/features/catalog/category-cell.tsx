import { useEffect, useMemo, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { CategoryName } from './category-name.tsx';
import styles from './inline-cell.module.css';
import { useInlineEdit } from './inline-edit.tsx';
import { useCategoryChoices } from './use-category-choices.ts';
import type { ProductRow } from './use-product-list.ts';
import { useSaveCell } from './use-save-cell.ts';

/** A category in the table; a list to choose from while it is changed. */
export function CategoryCell({ row }: { readonly row: ProductRow }) {
  const { cell, edit } = useInlineEdit();
  if (cell?.productId === row.id && cell.column === 'category') return <CategoryEditor row={row} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard Tab leads here from the price
    <span
      className={styles.whole}
      onDoubleClick={edit ? () => edit({ productId: row.id, column: 'category', typed: null }) : undefined}
    >
      {row.categoryName !== null && <CategoryName name={row.categoryName} colour={row.colour} />}
    </span>
  );
}

function CategoryEditor({ row }: { readonly row: ProductRow }) {
  const text = useText();
  const { end } = useInlineEdit();
  const save = useSaveCell();
  const none = useMemo(() => [{ key: 'none', label: text('catalog.no-category') }], [text]);
  const choices = useCategoryChoices(none);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A frame later: only a list that had its choice before it had the focus writes that into its field.
    const frame = requestAnimationFrame(() => field.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the field's own clicks and keys from the row
    <div
      ref={field}
      className={styles.choice}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Tab') return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Tab' && event.shiftKey ? 'price' : null);
      }}
    >
      <ComboBox
        label={text('catalog.edit-category', { name: row.name })}
        hideLabel
        choices={choices}
        value={row.categoryId === null ? 'none' : String(row.categoryId)}
        onChange={(key) => {
          if (key === null) return;
          const label = choices.find((choice) => choice.key === key)?.label ?? '';
          save.category(row, key === 'none' ? null : Number(key), label);
          end(null);
        }}
      />
    </div>
  );
}
