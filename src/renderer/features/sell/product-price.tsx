import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

/** A product's price: from the lowest where its kinds differ, by unit where it is measured. */
export function ProductPrice({ tile }: { readonly tile: ProductTile }) {
  const text = useText();
  const format = useFormat();
  if (tile.highestPrice > tile.price)
    return <bdi>{text('sell.from-price', { price: format.amount(tile.price) })}</bdi>;
  if (!isMeasured(tile.unit)) return <MoneyText amount={tile.price} currencySign={false} />;
  const unit = text(`sell.unit-${tile.unit}`);
  return <bdi>{text('sell.per-unit', { price: format.amount(tile.price), unit })}</bdi>;
}
