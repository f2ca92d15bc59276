import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { inheritedOversell, type OversellOrigin } from './oversell-origin.ts';
import { policyWords } from './policy-words.ts';
import { RulesDialog } from './rules-dialog.tsx';
import type { ProductStock } from './stock-dialog-frame.tsx';

/** How much of a product to keep, whether it is counted, and what happens when none are left, with who says so. */
export function ProductRules({ stock }: { readonly stock: ProductStock }) {
  const { text, format } = useApp();
  const mayEdit = useMay('edit-catalogue');
  const [isEditing, setEditing] = useState(false);
  const inherited = useInherited(stock.productId);
  const facts = [
    { term: text('stock.counted'), detail: text(stock.tracked ? 'stock.counted-yes' : 'stock.counted-no') },
    ...(stock.tracked
      ? [
          {
            term: text('stock.level'),
            detail: <bdi>{format.quantity(stock.reorderLevel, stock.unit)}</bdi>,
          },
          { term: text('stock.when-none-left'), detail: policyOf(stock, inherited) },
        ]
      : []),
  ];
  function policyOf({ oversell, effectiveOversell }: ProductStock, from: OversellOrigin | null): string {
    if (oversell !== null)
      return text('stock.policy-of-product', { policy: text(`stock.policy-${oversell}`) });
    return from === null ? text(`stock.policy-${effectiveOversell}`) : policyWords(from, text);
  }
  return (
    <Card
      title={text('stock.product-rules')}
      actions={
        mayEdit && (
          <Button size="small" variant="quiet" onPress={() => setEditing(true)}>
            {text('stock.change-rules')}
          </Button>
        )
      }
    >
      <DescriptionList items={facts} />
      {isEditing && <RulesDialog stock={stock} inherited={inherited} onClose={() => setEditing(false)} />}
    </Card>
  );
}

/** What would hold if the product said nothing of its own; null until that is known. */
function useInherited(productId: number): OversellOrigin | null {
  const shop = useShop();
  const product = useApiQuery('catalog.product', { productId }).data;
  // A variant that names no category stands in that of its parent.
  const parentId = product?.categoryId === null ? product.parentId : null;
  const parent = useApiQuery(
    'catalog.product',
    { productId: parentId ?? productId },
    { enabled: parentId !== null },
  ).data;
  const categories = useApiQuery('catalog.categories', {}).data;
  if (!product || !categories || (parentId !== null && !parent)) return null;
  const categoryId = product.categoryId ?? (parentId === null ? null : (parent?.categoryId ?? null));
  return inheritedOversell(categoryId, categories, shop.oversell);
}
