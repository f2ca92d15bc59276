import { useState } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useApiPages, useApiQuery } from '../../bridge/api-query.ts';
import { productName } from '../../bridge/cart-line-of.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Picture } from '../../ui/picture.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SearchPick } from '../../ui/search-pick.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './product-picker.module.css';

const mostFound = 8;
const noTiles: readonly ProductTile[] = [];

type ProductPickerProps = {
  readonly label: string;
  readonly autoFocus: boolean;
  readonly size?: 'normal' | 'touch';
  /** Of a product with kinds, the kind that was chosen; never the parent. */
  readonly onPick: (tile: ProductTile) => void;
  /** Enter with nothing typed. */
  readonly onNothing: () => void;
};

/** Finds a product that can be sold; of one with kinds it asks which. */
export function ProductPicker({ label, autoFocus, size = 'normal', onPick, onNothing }: ProductPickerProps) {
  const text = useText();
  const [words, setWords] = useState('');
  const [parent, setParent] = useState<ProductTile | null>(null);
  const typed = words.trim();
  const found = useApiPages(
    'catalog.search',
    { text: typed.slice(0, 200), categoryId: null, limit: mostFound },
    { enabled: typed !== '' && parent === null },
  );
  const kinds = useApiQuery('catalog.variants', { parentId: parent?.id ?? 1 }, { enabled: parent !== null });
  const pick = (tile: ProductTile) => {
    if (tile.kind === 'parent') return setParent(tile);
    setWords('');
    setParent(null);
    onPick(tile);
  };
  const best = useBestMatch();
  const commit = (wanted: string) => {
    if (wanted.trim() === '') return onNothing();
    void best(wanted.trim()).then((tile) => {
      if (tile) pick(tile);
    });
  };
  const items = parent ? (kinds.data ?? noTiles) : typed === '' ? noTiles : found.items;
  const error = parent ? kinds.error : typed === '' ? null : found.error;
  const isNone =
    parent === null && typed !== '' && found.isSuccess && !found.isPlaceholderData && items.length === 0;
  return (
    <div className={styles.picker}>
      <SearchPick
        label={label}
        placeholder={text('returns.find-product-hint')}
        listLabel={parent ? text('returns.kinds-of', { name: parent.name }) : text('returns.products')}
        size={size}
        autoFocus={autoFocus}
        words={words}
        onType={(next) => {
          setParent(null);
          setWords(next);
        }}
        items={items}
        itemKey={(tile) => String(tile.id)}
        onPick={pick}
        onCommit={parent ? undefined : commit}
        instead={<Instead parent={parent} error={error} none={isNone ? typed : null} />}
      >
        {(tile) => <ProductOption tile={tile} isKind={parent !== null} />}
      </SearchPick>
    </div>
  );
}

/** The product of a typed code, else the best match of the words; said where there is none. */
function useBestMatch(): (words: string) => Promise<ProductTile | null> {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  return async (words) => {
    try {
      const coded = await client.ask('catalog.findByCode', { code: words.slice(0, 120) });
      if (coded) return coded;
      const search = { text: words.slice(0, 200), categoryId: null, cursor: null, limit: 1 };
      const [first] = (await client.ask('catalog.search', search)).items;
      if (!first) toast(text('returns.no-product', { words }));
      return first ?? null;
    } catch (error) {
      toast(errorText(error), { tone: 'danger' });
      return null;
    }
  };
}

type InsteadProps = {
  readonly parent: ProductTile | null;
  readonly error: unknown;
  /** What was typed and found nothing. */
  readonly none: string | null;
};

function Instead({ parent, error, none }: InsteadProps) {
  const text = useText();
  const errorText = useErrorText();
  if (error) {
    return <ProblemNote title={text('returns.products-unreadable')}>{errorText(error)}</ProblemNote>;
  }
  if (none !== null) return <p className={styles.said}>{text('returns.no-product', { words: none })}</p>;
  if (parent) return <p className={styles.said}>{text('returns.kinds-of', { name: parent.name })}</p>;
  return null;
}

function ProductOption({ tile, isKind }: { readonly tile: ProductTile; readonly isKind: boolean }) {
  const { text, format } = useApp();
  const price = format.amount(tile.price);
  const detail = tile.kind === 'parent' ? text('returns.kinds', { count: tile.variantCount }) : tile.sku;
  const priceWords =
    tile.highestPrice > tile.price
      ? text('returns.from-price', { price })
      : isMeasured(tile.unit)
        ? text('returns.per-unit', { price, unit: text(`returns.unit-${tile.unit}`) })
        : price;
  return (
    <>
      <Picture
        src={tile.pictureId === null ? null : pictureUrl(tile.pictureId)}
        name={tile.name}
        category={String(tile.colour)}
        size="small"
      />
      <span className={styles.words}>
        <span className={styles.name} title={productName(tile)}>
          <bdi>{isKind ? (tile.variantLabel ?? tile.name) : productName(tile)}</bdi>
        </span>
        {detail !== null && (
          <span className={styles.detail}>
            <bdi>{detail}</bdi>
          </span>
        )}
      </span>
      <bdi className={styles.price}>{priceWords}</bdi>
    </>
  );
}
