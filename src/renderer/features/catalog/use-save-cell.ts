import type { Input } from '../../../shared/contract/index.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { productName } from './product-words.ts';
import type { ProductRow } from './use-product-list.ts';

type Change = Input<'catalog.update'>['after'];

/** Saves one cell of the table, and offers to take that back. */
export function useSaveCell() {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const update = useCommand('catalog.update');
  const save = (row: ProductRow, productId: number, before: Change, after: Change, said: string) => {
    const name = productName(row, text);
    const onError = (error: unknown) => toast(errorText(error), { tone: 'danger' });
    const undo = () =>
      update
        .mutateAsync({ productId, before: after, after: before })
        .then(() => toast(text('catalog.undone', { name })), onError);
    const onSuccess = () =>
      toast(said, { tone: 'positive', action: { label: text('catalog.undo'), run: () => void undo() } });
    // By promise: the field is gone by the time main has answered.
    void update.mutateAsync({ productId, before, after }).then(onSuccess, onError);
  };
  return {
    price: (row: ProductRow, price: Money) => {
      const before = format.money(row.price);
      const said = text('catalog.price-saved', {
        name: productName(row, text),
        before,
        after: format.money(price),
      });
      if (price !== row.price) save(row, row.id, { price: row.price }, { price }, said);
    },
    category: (row: ProductRow, categoryId: number | null, category: string) => {
      const { name } = row;
      const said =
        categoryId === null
          ? text('catalog.category-taken-away', { name })
          : text('catalog.category-saved', { name, category });
      // A variant stands where its parent stands.
      const productId = row.parentId ?? row.id;
      if (categoryId !== row.categoryId)
        save({ ...row, variantLabel: null }, productId, { categoryId: row.categoryId }, { categoryId }, said);
    },
  };
}
