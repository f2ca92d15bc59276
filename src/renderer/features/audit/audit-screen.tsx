import { useApiQuery } from '../../bridge/api-query.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate, usePlace } from '../../ui/router.ts';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './audit-screen.module.css';
import { ChecksPart } from './checks-part.tsx';
import { ExceptionsPart } from './exceptions-part.tsx';
import { LogPart } from './log-part.tsx';
import { SaveCsv } from './save-csv.tsx';

const parts = ['log', 'exceptions', 'checks'] as const;

/** Who did what, what to look at twice, and whether anybody changed the shop file past Orderlla. */
export function AuditScreen() {
  const text = useText();
  const format = useFormat();
  const { query } = usePlace();
  const part = parts.find((one) => one === query.part) ?? 'log';
  const open = useApiQuery('audit.state', {}).data?.openFindings ?? 0;
  return (
    <div className={styles.screen}>
      <PageHeader
        title={text('audit.title')}
        subtitle={text('audit.about')}
        onBack={() => navigate('/settings')}
        actions={part === 'log' && <SaveCsv />}
      />
      <Tabs
        label={text('audit.parts')}
        tabs={parts.map((key) => ({
          key,
          label: text(`audit.${key}`),
          ...(key === 'checks' && open > 0 ? { count: format.number(open) } : {}),
        }))}
        value={part}
        // Each part has filters of its own, which would mean something else in another.
        onChange={(next) =>
          navigate('/audit', { query: { part: next === 'log' ? undefined : next }, replace: true })
        }
      >
        {part === 'log' && <LogPart />}
        {part === 'exceptions' && <ExceptionsPart />}
        {part === 'checks' && <ChecksPart />}
      </Tabs>
    </div>
  );
}
