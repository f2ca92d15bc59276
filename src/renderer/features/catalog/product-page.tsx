import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate, usePlace } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { copyOf, draftOf, emptyDraft } from './product-draft.ts';
import styles from './product-form.module.css';
import { ProductForm } from './product-form.tsx';

type ProductPageProps = {
  /** The number in the address; null for a new product. */
  readonly number: string | null;
};

/** The form of a product, once everything that it needs is read; or why there is none. */
export function ProductPage({ number }: ProductPageProps) {
  const text = useText();
  const mayEdit = useMay('edit-catalogue');
  const title = text(number === null ? 'product-form.new' : 'product-form.edit');
  if (mayEdit) return <LoadedForm number={number} title={title} />;
  return (
    <>
      <PageHeader title={title} onBack={() => navigate('/products')} />
      <EmptyState drawing="problem" title={text('product-form.no-right-title')}>
        {text('product-form.no-right')}
      </EmptyState>
    </>
  );
}

function LoadedForm({ number, title }: ProductPageProps & { readonly title: string }) {
  const { query } = usePlace();
  const [turn, setTurn] = useState(0);
  const { reorderLevel } = useShop();
  const productId = number === null ? null : addressId(number);
  const copyId = number === null ? addressId(query.copy) : null;
  const readId = productId ?? copyId;
  const classes = useApiQuery('shop.taxClasses', {});
  const product = useApiQuery('catalog.editable', { productId: readId ?? 1 }, { enabled: readId !== null });
  const isLost = number !== null && productId === null;
  const error = classes.error ?? product.error;
  if (isLost || error)
    return <Trouble title={title} error={isLost ? { code: 'not-found', details: {} } : error} />;
  if (!classes.data || (readId !== null && !product.data)) return <Waiting title={title} />;
  const usual = classes.data.find((one) => one.isDefault)?.id ?? classes.data[0]?.id ?? null;
  const saved = productId === null ? null : (product.data ?? null);
  const start = product.data
    ? saved === null
      ? copyOf(product.data)
      : draftOf(product.data)
    : emptyDraft(usual, reorderLevel);
  return (
    <ProductForm
      key={`${number} ${copyId} ${turn}`}
      saved={saved}
      start={start}
      onReload={() => void product.refetch().then(() => setTurn(turn + 1))}
    />
  );
}

function Waiting({ title }: { readonly title: string }) {
  const text = useText();
  return (
    <>
      <PageHeader title={title} onBack={() => navigate('/products')} />
      <div role="status" aria-label={text('ui.loading')} className={styles.waiting}>
        <Skeleton height="16rem" />
        <Skeleton height="10rem" />
      </div>
    </>
  );
}

function Trouble({ title, error }: { readonly title: string; readonly error: unknown }) {
  const text = useText();
  const errorText = useErrorText();
  const isGone =
    isRefusal(error, 'not-found') ||
    (typeof error === 'object' && error !== null && 'code' in error && error.code === 'not-found');
  return (
    <>
      <PageHeader title={title} onBack={() => navigate('/products')} />
      {isGone ? (
        <EmptyState drawing="search" title={text('catalog.not-there')}>
          {text('catalog.not-there-help')}
        </EmptyState>
      ) : (
        <ErrorState
          happened={text('product-form.unreadable')}
          safe={text('product-form.unreadable-safe')}
          advice={errorText(error)}
        />
      )}
    </>
  );
}
