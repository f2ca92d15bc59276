import { Copy, Pencil } from 'lucide-react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useActions } from '../../ui/hotkeys.ts';
import { List } from '../../ui/list.tsx';
import { Picture } from '../../ui/picture.tsx';
import { navigate } from '../../ui/router.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import { ArchiveButton } from './archive-button.tsx';
import { showNewProduct, showProductForm } from './catalog-places.ts';
import { CategoryName } from './category-name.tsx';
import { ProductFacts } from './product-facts.tsx';
import styles from './product-panel.module.css';
import { ProductStock } from './product-stock.tsx';
import { type ProductInFull, priceWords, productName } from './product-words.ts';
import { StockBadge } from './stock-badge.tsx';
import type { ProductList } from './use-product-list.ts';

type ProductPanelProps = { readonly list: ProductList; readonly productId: number };

/** Everything that is known of one product, beside the list. */
export function ProductPanel({ list, productId }: ProductPanelProps) {
  const text = useText();
  const { data, error, refetch } = useApiQuery('catalog.product', { productId });
  const mayEdit = useMay('edit-catalogue');
  useProductActions(data, mayEdit);
  const row = data ?? list.rows.find((one) => one.id === productId);
  return (
    <SidePanel
      title={row ? productName(row, text) : text('catalog.product')}
      onClose={() => list.open(null)}
      onPrevious={list.openPrevious}
      onNext={list.openNext}
      footer={mayEdit && data ? <Actions product={data} /> : undefined}
    >
      {data ? (
        <ProductBody product={data} onOpen={list.open} />
      ) : error ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label={text('ui.loading')} className={styles.waiting}>
          <Skeleton width="4rem" height="4rem" />
          <Skeleton height="5rem" />
          <Skeleton height="12rem" />
        </div>
      )}
    </SidePanel>
  );
}

/** What can be done with the product, for whoever looks for it by its name. */
function useProductActions(product: ProductInFull | undefined, mayEdit: boolean): void {
  const text = useText();
  const mayAdjust = useMay('adjust-stock');
  const isParent = product?.kind === 'parent';
  useActions(
    product === undefined
      ? []
      : [
          { label: text('catalog.edit'), run: () => showProductForm(product.id), enabled: mayEdit },
          {
            ...{ label: text('catalog.copy'), run: () => showNewProduct(product.id) },
            enabled: mayEdit && product.kind !== 'variant',
          },
          {
            label: text(mayAdjust ? 'palette.adjust-stock' : 'palette.stock-history'),
            run: () => navigate(`/stock/products/${product.id}`),
            enabled: !isParent && product.tracked,
          },
        ],
  );
}

function Actions({ product }: { readonly product: ProductInFull }) {
  const text = useText();
  const { id, kind } = product;
  return (
    <>
      {kind !== 'variant' && (
        <Button size="small" icon={<Copy />} onPress={() => showNewProduct(id)}>
          {text('catalog.copy')}
        </Button>
      )}
      <ArchiveButton product={product} size="small" />
      <Button size="small" icon={<Pencil />} onPress={() => showProductForm(id)}>
        {text('catalog.edit')}
      </Button>
    </>
  );
}

type TroubleProps = {
  readonly error: NonNullable<ReturnType<typeof useApiQuery<'catalog.product'>>['error']>;
  readonly onRetry: () => void;
};

function Trouble({ error, onRetry }: TroubleProps) {
  const text = useText();
  const errorText = useErrorText();
  if (isRefusal(error, 'not-found')) {
    return (
      <EmptyState drawing="search" title={text('catalog.not-there')}>
        {text('catalog.not-there-help')}
      </EmptyState>
    );
  }
  return (
    <ErrorState
      happened={text('catalog.one-unreadable')}
      safe={text('catalog.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}

type ProductBodyProps = {
  readonly product: ProductInFull;
  readonly onOpen: (productId: number) => void;
};

function ProductBody({ product, onOpen }: ProductBodyProps) {
  const { text, format } = useApp();
  const { parentId, description, variants } = product;
  return (
    <div className={styles.body}>
      <div className={styles.head}>
        <Picture
          src={product.pictureId === null ? null : pictureUrl(product.pictureId)}
          name={product.name}
          category={String(product.colour)}
          size="medium"
        />
        <div className={styles.headWords}>
          <bdi className={styles.price}>{priceWords(product, text, format)}</bdi>
          {product.categoryName !== null && (
            <CategoryName name={product.categoryName} colour={product.colour} />
          )}
          <span className={styles.badges}>
            <StockBadge product={product} />
            {product.archived && <Badge>{text('catalog.archived')}</Badge>}
          </span>
        </div>
      </div>
      {parentId !== null && (
        <button type="button" className={styles.parent} onClick={() => onOpen(parentId)}>
          {text('catalog.show-parent', { name: product.name })}
        </button>
      )}
      <ProductStock product={product} />
      <ProductFacts product={product} />
      {variants.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.title}>{text('catalog.variants', { count: variants.length })}</h3>
          <div className={styles.flush}>
            <List
              label={text('catalog.variants', { count: variants.length })}
              items={variants}
              itemKey={(variant) => String(variant.id)}
              onOpen={(variant) => onOpen(variant.id)}
            >
              {(variant) => (
                <>
                  <span className={styles.variant}>
                    <bdi>{variant.variantLabel ?? variant.name}</bdi>
                    {variant.sku !== null && <bdi className={styles.sku}>{variant.sku}</bdi>}
                  </span>
                  <StockBadge product={variant} />
                  {variant.tracked && <bdi>{format.quantity(variant.available, variant.unit)}</bdi>}
                  <bdi className={styles.variantPrice}>{priceWords(variant, text, format)}</bdi>
                </>
              )}
            </List>
          </div>
        </section>
      )}
      {description.trim() !== '' && (
        <section className={styles.section}>
          <h3 className={styles.title}>{text('catalog.description')}</h3>
          <p className={styles.description}>
            <bdi>{description}</bdi>
          </p>
        </section>
      )}
    </div>
  );
}
