import type { KeyboardEvent } from 'react';
import { useApp } from '../../ui/app-context.tsx';
import styles from './count-field.module.css';
import { shownFigure } from './shown-figure.ts';
import { useSheetCounting } from './use-counting.ts';
import type { SheetLine } from './use-sheet.ts';

/** Where the field of a product is, to lead the focus there. */
export function countFieldId(productId: number): string {
  return `counted-${productId}`;
}

/** What was counted of a product. Enter takes it and goes on; leaving it takes it too; Escape leaves it as it was, once more the list. */
export function CountField({ line }: { readonly line: SheetLine }) {
  const { text, format } = useApp();
  const counting = useSheetCounting();
  const { productId, name } = line;
  const figure = counting.figureOf(productId);
  const typed = figure && 'typed' in figure ? figure.typed : null;
  const { counted } = shownFigure(line, figure);
  const isWrong = figure?.stage === 'refused';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      if (counting.commit(line)) counting.goOn(line, by);
    } else if (event.key !== 'Escape') return;
    else if (typed !== null) counting.leave(line);
    else counting.leaveList();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      id={countFieldId(productId)}
      className={styles.field}
      aria-label={text('stock-take.counted-of', { name })}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? `${countFieldId(productId)}-problem` : undefined}
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
      value={typed ?? (counted === null ? '' : format.quantity(counted))}
      onChange={(event) => counting.type(line, event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => void counting.commit(line)}
      onKeyDown={onKeyDown}
    />
  );
}
