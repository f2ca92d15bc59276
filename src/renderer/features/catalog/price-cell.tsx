import { useEffect, useRef, useState } from 'react';
import { money, mostMoney, parseMoney } from '../../../shared/domain/money.ts';
import { decimalString } from '../../../shared/text/format-number.ts';
import { useApp } from '../../ui/app-context.tsx';
import { decimalMarkOf } from '../../ui/decimal-mark.ts';
import { toast } from '../../ui/toast-queue.ts';
import styles from './inline-cell.module.css';
import { useInlineEdit } from './inline-edit.tsx';
import { priceWords, productName } from './product-words.ts';
import type { ProductRow } from './use-product-list.ts';
import { useSaveCell } from './use-save-cell.ts';

/** A price in the table; a field while it is changed. */
export function PriceCell({ row }: { readonly row: ProductRow }) {
  const { text, format } = useApp();
  const { cell, edit } = useInlineEdit();
  if (cell?.productId === row.id && cell.column === 'price')
    return <PriceEditor row={row} typed={cell.typed} />;
  const mayEdit = edit !== null && row.kind !== 'parent';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard F2 or a digit on the row does the same
    <bdi
      className={mayEdit ? styles.editable : undefined}
      onDoubleClick={mayEdit ? () => edit({ productId: row.id, column: 'price', typed: null }) : undefined}
    >
      {priceWords(row, text, format)}
    </bdi>
  );
}

type PriceEditorProps = { readonly row: ProductRow; readonly typed: string | null };

function PriceEditor({ row, typed }: PriceEditorProps) {
  const { text, format } = useApp();
  const { end } = useInlineEdit();
  const save = useSaveCell();
  const { exponent, decimalSign } = format;
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(
    () => typed ?? decimalString(row.price, exponent).replace('.', decimalSign),
  );
  const [isWrong, setWrong] = useState(false);
  useEffect(() => {
    input.current?.focus();
    if (typed === null) input.current?.select();
  }, [typed]);
  const commit = (next: 'category' | null) => {
    const price = parseMoney(value, exponent, decimalMarkOf(decimalSign));
    if (price === null || price < 0 || price > mostMoney) {
      setWrong(true);
      toast(text('ui.money-unreadable', { example: format.amount(money(1250)) }), { tone: 'danger' });
      return;
    }
    save.price(row, price);
    end(next);
  };
  return (
    <input
      ref={input}
      className={styles.input}
      dir="ltr"
      inputMode="decimal"
      aria-label={text('catalog.edit-price', { name: productName(row, text) })}
      aria-invalid={isWrong}
      value={value}
      onChange={(event) => {
        setValue(event.currentTarget.value);
        setWrong(false);
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(null);
        else if (event.key === 'Tab' && !event.shiftKey) commit('category');
        else if (event.key === 'Escape') end(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
