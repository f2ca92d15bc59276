import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StockTrouble } from './stock-trouble.tsx';
import type { Sheet } from './use-sheet.ts';

type SheetEmptyProps = { readonly sheet: Sheet };

/** Why no line is shown: a fault, a search that nothing fits, all counted, none counted, none different. */
export function SheetEmpty({ sheet }: SheetEmptyProps) {
  const text = useText();
  if (sheet.error)
    return (
      <StockTrouble
        happened={text('stock-take.sheet-unreadable')}
        error={sheet.error}
        onRetry={sheet.retry}
      />
    );
  if (sheet.text !== '') {
    return (
      <EmptyState
        drawing="search"
        title={text('stock-take.sheet-none-fits', { words: sheet.text })}
        action={<Button onPress={() => sheet.search('')}>{text('stock-take.sheet-clear')}</Button>}
      >
        {text('stock-take.sheet-none-fits-help')}
      </EmptyState>
    );
  }
  switch (sheet.part) {
    case 'uncounted':
    case 'all':
      return (
        <EmptyState
          drawing="done"
          title={text('stock-take.sheet-done')}
          action={
            <Button onPress={() => sheet.show('different')}>{text('stock-take.sheet-see-different')}</Button>
          }
        >
          {text('stock-take.sheet-done-help')}
        </EmptyState>
      );
    case 'counted':
      return (
        <EmptyState drawing="products" title={text('stock-take.sheet-none-counted')}>
          {text('stock-take.sheet-none-counted-help')}
        </EmptyState>
      );
    case 'different':
      return (
        <EmptyState drawing="done" title={text('stock-take.sheet-none-different')}>
          {text('stock-take.sheet-none-different-help')}
        </EmptyState>
      );
  }
}
