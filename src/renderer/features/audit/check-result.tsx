import { CircleCheck, ShieldQuestion, TriangleAlert } from 'lucide-react';
import { useApp } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './check-result.module.css';
import { type Check, causeWords, checkedWords } from './check-words.ts';

type CheckResultProps = { readonly check: Check | null; readonly openFindings: number };

/** What the last check says, in words. Before the first: what one would do. */
export function CheckResult({ check, openFindings }: CheckResultProps) {
  const { text, format } = useApp();
  const tone = openFindings > 0 ? styles.badly : check === null ? styles.unknown : styles.well;
  const Icon = openFindings > 0 ? TriangleAlert : check === null ? ShieldQuestion : CircleCheck;
  return (
    <div className={joinClasses(styles.verdict, tone)}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div role="status" className={styles.words}>
        <p className={styles.sentence}>
          {openFindings > 0
            ? text('audit.verified-badly', { count: openFindings })
            : text(check === null ? 'audit.never-verified' : 'audit.verified-well')}
        </p>
        {check === null ? (
          <p>{text('audit.never-verified-help')}</p>
        ) : (
          <>
            <p>{checkedWords(check, text)}</p>
            <p className={styles.note}>{causeWords(check, text, format)}</p>
            {check.scope === 'quick' && <p className={styles.note}>{text('audit.quick-note')}</p>}
          </>
        )}
      </div>
    </div>
  );
}
