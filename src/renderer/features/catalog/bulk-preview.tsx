import { useMemo } from 'react';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApp } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import styles from './bulk-dialog.module.css';
import { productName } from './product-words.ts';
import type { BulkPreviewPages, BulkRow } from './use-bulk-preview.ts';

/** Every chosen product before and after, and what cannot be and why. */
export function BulkPreview({ preview }: { readonly preview: BulkPreviewPages }) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const columns = useMemo(() => previewColumns(text, format), [text, format]);
  const { summary, error } = preview;
  if (error !== null) {
    return (
      <ErrorState
        happened={text('bulk.unreadable')}
        safe={text('bulk.unreadable-safe')}
        advice={errorText(error)}
        id={error.reference ?? undefined}
        onRetry={preview.retry}
      />
    );
  }
  return (
    <>
      <p role="status" className={styles.summary}>
        {summary && <span>{text('bulk.will-change', { count: summary.changing })}</span>}
        {summary !== null && summary.same > 0 && (
          <span className={styles.quiet}>{text('bulk.will-stay', { count: summary.same })}</span>
        )}
        {summary !== null && summary.refused > 0 && (
          <span className={styles.refused}>{text('bulk.will-not', { count: summary.refused })}</span>
        )}
      </p>
      <div className={styles.table}>
        <Table
          label={text('bulk.what-changes')}
          columns={columns}
          rows={preview.rows}
          rowKey={(row) => String(row.productId)}
          rowName={(row) => productName(row, text)}
          dense
          loading={preview.isLoading}
          hasMore={preview.hasMore}
          loadingMore={preview.isLoadingMore}
          onLoadMore={preview.loadMore}
        />
      </div>
    </>
  );
}

function previewColumns(text: AppText, format: Format): readonly TableColumn<BulkRow>[] {
  return [
    {
      key: 'product',
      label: text('bulk.product'),
      width: 'minmax(10rem, 1fr)',
      cell: (row) => <bdi title={productName(row, text)}>{productName(row, text)}</bdi>,
    },
    {
      key: 'before',
      label: text('bulk.before'),
      width: 'minmax(6rem, 9rem)',
      align: 'end',
      cell: (row) => <bdi className={styles.was}>{valueWords(row.before, text, format)}</bdi>,
    },
    {
      key: 'after',
      label: text('bulk.after'),
      width: 'minmax(6rem, 9rem)',
      align: 'end',
      cell: (row) => (
        <bdi className={row.outcome === 'change' ? styles.becomes : styles.stays}>
          {valueWords(row.after, text, format)}
        </bdi>
      ),
    },
    {
      key: 'outcome',
      label: text('bulk.outcome'),
      width: 'minmax(8rem, 14rem)',
      cell: (row) => (
        <span
          title={text(`bulk.${row.outcome}`)}
          className={row.outcome === 'change' || row.outcome === 'same' ? styles.stays : styles.refused}
        >
          {text(`bulk.${row.outcome}`)}
        </span>
      ),
    },
  ];
}

/** A value before or after a bulk edit, in words. */
function valueWords(value: BulkRow['before'], text: AppText, format: Format): string {
  if ('price' in value) return format.amount(value.price);
  if ('archived' in value) return text(value.archived ? 'bulk.archived' : 'bulk.live');
  return value.name ?? text('bulk.none');
}
