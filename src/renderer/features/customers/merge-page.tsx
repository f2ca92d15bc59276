import { useState } from 'react';
import type { MergeChoice, MergeSide } from '../../../shared/contract/customer-records.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { changeQuery, navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { leaveToDirectory } from './customer-places.ts';
import { MergeChoices } from './merge-choices.tsx';
import { usualChoice } from './merge-draft.ts';
import styles from './merge-page.module.css';
import { MergeWords } from './merge-words.tsx';
import { NoRight } from './no-right.tsx';

type MergePageProps = { readonly kept: string | undefined; readonly merged: string | undefined };

/** Two customers beside each other: who stays, what stays of each, and what will happen. */
export function MergePage(props: MergePageProps) {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  const [keptId, mergedId] = [addressId(props.kept), addressId(props.merged)];
  return (
    <div className={styles.page}>
      <PageHeader title={text('customers.merge-title')} onBack={leaveToDirectory} />
      {!mayEdit ? (
        <NoRight />
      ) : keptId === null || mergedId === null ? (
        <NotThere />
      ) : (
        <Preview key={`${keptId} ${mergedId}`} keptId={keptId} mergedId={mergedId} />
      )}
    </div>
  );
}

function NotThere() {
  const text = useText();
  return (
    <EmptyState drawing="search" title={text('customers.not-there')}>
      {text('customers.not-there-help')}
    </EmptyState>
  );
}

type PreviewProps = { readonly keptId: number; readonly mergedId: number };

function Preview({ keptId, mergedId }: PreviewProps) {
  const text = useText();
  const errorText = useErrorText();
  const { data, error, refetch } = useApiQuery('customers.mergePreview', { keptId, mergedId });
  if (data) return <Form kept={data.kept} merged={data.merged} />;
  if (!error) {
    return (
      <div role="status" aria-label={text('ui.loading')} className={styles.form}>
        <Skeleton height="8rem" />
        <Skeleton height="16rem" />
      </div>
    );
  }
  if (isRefusal(error, 'not-found')) return <NotThere />;
  return (
    <ErrorState
      happened={text('customers.one-unreadable')}
      safe={text('customers.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={() => void refetch()}
    />
  );
}

type FormProps = { readonly kept: MergeSide; readonly merged: MergeSide };

function Form({ kept, merged }: FormProps) {
  const text = useText();
  const errorText = useErrorText();
  const merge = useCommand('customers.merge');
  const [chosen, setChosen] = useState<Partial<MergeChoice>>({});
  const choice = { ...usualChoice(kept, merged), ...chosen };
  const swap = (stays: string) => {
    if (stays !== String(kept.id)) changeQuery({ kept: String(merged.id), merged: String(kept.id) });
  };
  const run = () =>
    merge.mutate(
      { keptId: kept.id, mergedId: merged.id, choice },
      {
        onSuccess: () => {
          const { name } = choice.name === 'kept' ? kept : merged;
          toast(text('customers.merge-done', { merged: String(merged.id), name }), { tone: 'positive' });
          navigate(`/customers/${kept.id}`, { replace: true });
        },
      },
    );
  return (
    <div className={styles.form}>
      <MergeChoices
        kept={kept}
        merged={merged}
        choice={choice}
        onStay={swap}
        onChoose={(part) => setChosen({ ...chosen, ...part })}
      />
      <MergeWords kept={kept} merged={merged} choice={choice} />
      {merge.error && <ProblemNote>{errorText(merge.error)}</ProblemNote>}
      <footer className={styles.footer}>
        <Button onPress={leaveToDirectory} disabled={merge.isPending}>
          {text('ui.cancel')}
        </Button>
        <Button variant="primary" onPress={run} pending={merge.isPending}>
          {text('customers.merge')}
        </Button>
      </footer>
    </div>
  );
}
