import { CircleCheck, ShieldQuestion, TriangleAlert } from 'lucide-react';
import { useApp } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './check-result.module.css';
import { type Check, causeWords, checkedWords } from './check-words.ts';

type CheckResultProps = {
  readonly check: Check | null;
  readonly openFindings: number;
  /** Something was found once and is acknowledged: not everything is as it was written. */
  readonly wasEverFound: boolean;
};

/** What the last check says, in words. Before the first: what one would do. */
export function CheckResult({ check, openFindings, wasEverFound }: CheckResultProps) {
  const { text, format } = useApp();
  const tone = openFindings > 0 ? styles.badly : check === null ? styles.unknown : styles.well;
  const well = wasEverFound ? 'audit.verified-known' : 'audit.verified-well';
  const standing = check === null ? 'audit.never-verified' : well;
  const Icon = openFindings > 0 ? TriangleAlert : check === null ? ShieldQuestion : CircleCheck;
  return (
    <div className={joinClasses(styles.verdict, tone)}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div role="status" className={styles.words}>
        <p className={styles.sentence}>
          {openFindings > 0 ? text('audit.verified-badly', { count: openFindings }) : text(standing)}
        </p>
        {check === null ? (
          <p>{text('audit.never-verified-help')}</p>
        ) : (
          <>
            <p>{checkedWords(check, text)}</p>
            <p className={styles.note}>{causeWords(check, text, format)}</p>
            {openFindings === 0 && wasEverFound && (
              <p className={styles.note}>{text('audit.verified-known-note')}</p>
            )}
            {check.scope === 'quick' && <p className={styles.note}>{text('audit.quick-note')}</p>}
          </>
        )}
      </div>
    </div>
  );
}
