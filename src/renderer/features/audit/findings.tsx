import { useState } from 'react';
import { useApiPages } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { FindingRow } from './finding-row.tsx';
import type { Finding } from './finding-words.ts';
import styles from './findings.module.css';

type FindingsProps = { readonly openFindings: number; readonly wasVerified: boolean };

/** What the checks found, newest first: the open ones, or all that ever were. */
export function Findings({ openFindings, wasVerified }: FindingsProps) {
  const text = useText();
  const [state, setState] = useState<'open' | 'all'>('open');
  const [chosen, setChosen] = useState<readonly Finding[]>([]);
  const pages = useApiPages('audit.findings', { state, limit: 100 });
  const open = pages.items.filter(({ acknowledged }) => acknowledged === null);
  if (!wasVerified && openFindings === 0) return null;
  return (
    <Card
      title={text('audit.findings')}
      flush
      actions={
        <>
          {open.length > 1 && (
            <Button size="small" onPress={() => setChosen(open)}>
              {text('audit.acknowledge-all', { count: open.length })}
            </Button>
          )}
          <Segmented
            label={text('audit.findings-which')}
            choices={[
              { key: 'open', label: text('audit.findings-open') },
              { key: 'all', label: text('audit.findings-all') },
            ]}
            value={state}
            onChange={setState}
          />
        </>
      }
    >
      <FindingList pages={pages} state={state} onAcknowledge={(finding) => setChosen([finding])} />
      {chosen.length > 0 && <AcknowledgeDialog findings={chosen} onClose={() => setChosen([])} />}
    </Card>
  );
}

type FindingListProps = {
  readonly pages: ReturnType<typeof useApiPages<'audit.findings'>>;
  readonly state: 'open' | 'all';
  readonly onAcknowledge: (finding: Finding) => void;
};

function FindingList({ pages, state, onAcknowledge }: FindingListProps) {
  const text = useText();
  if (pages.isPending) {
    return (
      <div className={styles.waiting}>
        <Skeleton height="6rem" />
      </div>
    );
  }
  if (pages.error && pages.items.length === 0) {
    return (
      <ErrorState
        happened={text('audit.findings-unreadable')}
        safe={text('audit.unreadable-safe')}
        id={pages.error.reference ?? undefined}
        onRetry={() => void pages.refetch()}
      />
    );
  }
  if (pages.items.length === 0) {
    return (
      <EmptyState
        drawing="done"
        title={text(state === 'open' ? 'audit.findings-none' : 'audit.findings-never')}
      >
        {text('audit.findings-none-help')}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className={styles.list} aria-label={text('audit.findings')}>
        {pages.items.map((finding) => (
          <FindingRow key={finding.findingId} finding={finding} onAcknowledge={onAcknowledge} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button pending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {text('audit.findings-more')}
          </Button>
        </div>
      )}
    </>
  );
}
