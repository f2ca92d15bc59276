import { Undo2 } from 'lucide-react';
import type { Output } from '../../../shared/contract/index.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { List } from '../../ui/list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './bulk-list-dialog.module.css';
import { useUndoBulk } from './use-undo-bulk.ts';

type BulkEdit = Output<'catalog.bulkEdits'>[number];

/** The last bulk edits, each with the way to take it back. */
export function BulkListDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useApp();
  const { data, error, refetch } = useApiQuery('catalog.bulkEdits', {});
  const undoing = useUndoBulk();
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('bulk.last')}
      footer={<Button onPress={onClose}>{text('ui.close')}</Button>}
    >
      {error ? (
        <ErrorState
          happened={text('bulk.last-unreadable')}
          safe={text('bulk.unreadable-safe')}
          id={error.reference ?? undefined}
          onRetry={() => void refetch()}
        />
      ) : data === undefined ? (
        <Skeleton height="10rem" />
      ) : (
        <List
          label={text('bulk.last')}
          items={data}
          itemKey={(edit) => String(edit.bulkEditId)}
          empty={
            <EmptyState drawing="done" title={text('bulk.last-none')}>
              {text('bulk.last-none-help')}
            </EmptyState>
          }
          action={(edit) =>
            edit.undoneAt === null && (
              <Button
                size="small"
                icon={<Undo2 />}
                pending={undoing.isPending}
                onPress={() => undoing.undo(edit.bulkEditId)}
              >
                {text('bulk.undo-this')}
              </Button>
            )
          }
        >
          {(edit) => <Edit edit={edit} />}
        </List>
      )}
    </Dialog>
  );
}

function Edit({ edit }: { readonly edit: BulkEdit }) {
  const { text, format } = useApp();
  const time = format.dateTime(edit.at);
  return (
    <span className={styles.edit}>
      <span>
        <bdi className={styles.what}>{saidOf(edit, text, format)}</bdi>{' '}
        {text('bulk.said-count', { count: edit.changed })}
      </span>
      <span className={styles.who}>
        {edit.staffName === null ? time : text('bulk.by-at', { name: edit.staffName, time })}
        {edit.undoneAt !== null && ` · ${text('bulk.was-undone')}`}
      </span>
    </span>
  );
}

/** What a bulk edit did, in a few words. */
function saidOf({ change, valueName }: BulkEdit, text: AppText, format: Format): string {
  switch (change.kind) {
    case 'price-percent': {
      const written = format.percent(unsigned(change.rate) as Rate);
      return text('bulk.said-percent', { percent: `${change.rate < 0 ? '−' : '+'}${written}` });
    }
    case 'price-amount':
      return text('bulk.said-amount', {
        amount: format.money(money(change.amount) satisfies Money, 'always'),
      });
    case 'category':
      return text('bulk.said-category', { name: valueName ?? text('bulk.no-category') });
    case 'tax-class':
      return text('bulk.said-tax-class', { name: valueName ?? '' });
    case 'archive':
      return text(change.archived ? 'bulk.said-archive' : 'bulk.said-bring-back');
  }
}

function unsigned(value: number): number {
  return value < 0 ? -value : value;
}
