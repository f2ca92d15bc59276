import { RefreshCw } from 'lucide-react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FiguresProgress } from './figures-progress.tsx';
import { FiguresProof } from './figures-proof.tsx';
import { RebuildDialog } from './rebuild-dialog.tsx';
import styles from './section.module.css';
import { type ClosedDays, useClosedDays } from './use-closed-days.ts';

/** Up to which day the closed days are added up, whether they are what their orders say, and doing it anew. */
export function FiguresPart() {
  const text = useText();
  const { data, error, refetch } = useApiQuery('reports.state', {});
  const days = useClosedDays();
  if (error && !data) {
    return (
      <ErrorState
        happened={text('figures.fell')}
        safe={text('figures.fell-safe')}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <Card title={text('figures.closed')}>
      <div className={styles.form}>
        <p className={styles.muted}>{text('figures.about')}</p>
        {data ? <Stand state={data} /> : <Skeleton height="8rem" />}
        <FiguresProgress days={days} />
        <FiguresProof days={days} />
        <Actions days={days} differs={(data?.differences ?? 0) > 0} />
      </div>
      <RebuildDialog days={days} />
    </Card>
  );
}

function Stand({ state }: { readonly state: Output<'reports.state'> }) {
  const { text, format } = useApp();
  const maySeeTimer = useMay('see-orders');
  const { closedThrough, provenAt, provenThrough, differences, isBehind } = state;
  return (
    <>
      <DescriptionList
        items={[
          {
            term: text('figures.through'),
            detail: closedThrough === null ? text('figures.through-none') : format.date(closedThrough),
          },
          {
            term: text('figures.proven'),
            detail:
              provenAt === null || provenThrough === null
                ? text('figures.proven-never')
                : text('figures.proven-through', {
                    time: format.dateTime(provenAt),
                    day: format.dateShort(provenThrough),
                  }),
          },
          ...(provenAt === null
            ? []
            : [
                {
                  term: text('figures.outcome'),
                  detail:
                    differences === 0
                      ? text('figures.outcome-well')
                      : text('figures.outcome-differs', { count: differences }),
                },
              ]),
        ]}
      />
      {isBehind && <p className={styles.muted}>{text('figures.behind')}</p>}
      <p className={styles.muted}>
        {text('figures.nightly')} {maySeeTimer && <Link to="/timer">{text('figures.see-timer')}</Link>}
      </p>
    </>
  );
}

type ActionsProps = { readonly days: ClosedDays; readonly differs: boolean };

function Actions({ days, differs }: ActionsProps) {
  const text = useText();
  const mayRebuild = useMay('change-settings');
  if (days.running !== null) return null;
  return (
    <div className={styles.actions}>
      <Button icon={<RefreshCw />} onPress={days.prove}>
        {text('figures.prove')}
      </Button>
      {mayRebuild && (
        <Button variant={differs ? 'primary' : 'quiet'} onPress={days.askRebuild}>
          {text('figures.rebuild')}
        </Button>
      )}
    </div>
  );
}
