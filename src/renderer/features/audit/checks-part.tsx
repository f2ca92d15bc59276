import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CheckHistory } from './check-history.tsx';
import { CheckProgress } from './check-progress.tsx';
import { CheckResult } from './check-result.tsx';
import styles from './checks-part.module.css';
import { Findings } from './findings.tsx';
import { useVerify } from './use-verify.ts';
import { VerifyButton } from './verify-button.tsx';

/** Whether anybody changed the shop file past Orderlla: the last check in words, what it found, checks before. */
export function ChecksPart() {
  const text = useText();
  const state = useApiQuery('audit.state', {});
  const checks = useApiQuery('audit.checks', {});
  const verify = useVerify();
  const error = checks.error ?? state.error;
  if (error && !(checks.data && state.data)) {
    return (
      <ErrorState
        happened={text('audit.checks-unreadable')}
        safe={text('audit.unreadable-safe')}
        id={error.reference ?? undefined}
        onRetry={() => {
          void checks.refetch();
          void state.refetch();
        }}
      />
    );
  }
  if (!checks.data || !state.data) {
    return (
      <div role="status" aria-label={text('ui.loading')}>
        <Skeleton height="12rem" />
      </div>
    );
  }
  const [last, ...earlier] = checks.data;
  const { openFindings, isVerifying } = state.data;
  return (
    <div className={styles.part}>
      <Card
        title={text('audit.last-check')}
        actions={
          <VerifyButton
            verify={verify}
            isElsewhere={isVerifying && !verify.isPending}
            isFirst={last === undefined}
          />
        }
      >
        {verify.isPending ? (
          <CheckProgress requestId={verify.requestId} />
        ) : (
          <CheckResult check={last ?? null} openFindings={openFindings} />
        )}
      </Card>
      <Findings openFindings={openFindings} wasVerified={last !== undefined} />
      {earlier.length > 0 && <CheckHistory checks={earlier} />}
    </div>
  );
}
