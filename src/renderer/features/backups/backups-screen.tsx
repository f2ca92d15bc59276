import { ShieldCheck } from 'lucide-react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useBackupsState } from '../../bridge/use-backups-state.ts';
import { useMay } from '../../bridge/use-session.ts';
import { BringBack } from '../../bring-back/bring-back.tsx';
import { RestoreFailure } from '../../bring-back/restore-failure.tsx';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { changeQuery, navigate, usePlace } from '../../ui/router.ts';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './backups-screen.module.css';
import { CsvPart } from './csv-part.tsx';
import { KeptList } from './kept-list.tsx';
import { PlacesPart } from './places-part.tsx';
import { ReplacedPart } from './replaced-part.tsx';
import { Safety } from './safety.tsx';
import { useBackupWork } from './use-backup-work.ts';
import { useCsvWork } from './use-csv-work.ts';
import { WorkProgress } from './work-progress.tsx';

const allParts = ['kept', 'places', 'csv', 'replaced'] as const;

/** How safe the shop is; the backups that are kept, and where and how they are made. */
export function BackupsScreen() {
  const text = useText();
  const errorText = useErrorText();
  const { query } = usePlace();
  const mayRestore = useMay('restore');
  const parts = allParts.filter((key) => mayRestore || key !== 'replaced');
  const part = parts.find((one) => one === query.part) ?? 'kept';
  const { data: state, now, error, refetch } = useBackupsState();
  const list = useApiQuery('backups.list', {});
  const work = useBackupWork();
  const csvWork = useCsvWork();
  const running = state?.running ?? null;
  // What runs by itself makes way, so it keeps nobody waiting.
  const isBusy = work.running !== null || (running !== null && state?.isByItself === false);
  return (
    <div className={styles.screen}>
      <PageHeader
        title={text('backups.title')}
        subtitle={text('backups.about')}
        onBack={() => navigate('/settings')}
        actions={
          <>
            {mayRestore && <BringBack at="shop" disabledReason={isBusy ? text('backups.busy') : undefined} />}
            <Button
              variant="primary"
              icon={<ShieldCheck />}
              pending={work.running === 'backup'}
              onPress={work.make}
              disabledReason={isBusy && work.running !== 'backup' ? text('backups.busy') : undefined}
            >
              {text('backups.make')}
            </Button>
          </>
        }
      />
      <RestoreFailure />
      {error && !state ? (
        <ErrorState
          happened={text('backups.unreadable')}
          safe={text('backups.unreadable-safe')}
          advice={errorText(error)}
          id={error.reference ?? undefined}
          onRetry={() => void refetch()}
        />
      ) : (
        <Safety state={state} rows={list.data ?? []} now={now} work={work} isBusy={isBusy} />
      )}
      <WorkProgress work={work} running={part === 'csv' && running === 'csv' ? null : running} />
      <Tabs
        label={text('backups.parts')}
        tabs={parts.map((key) => ({ key, label: text(`backups.${key}`) }))}
        value={part}
        onChange={(next) => changeQuery({ part: next === 'kept' ? undefined : next, backup: undefined })}
      >
        {part === 'kept' && <KeptList list={list} work={work} isBusy={isBusy} />}
        {part === 'places' && <PlacesPart state={state} />}
        {part === 'csv' && <CsvPart state={state} work={csvWork} isBusy={isBusy} />}
        {part === 'replaced' && <ReplacedPart isBusy={isBusy} />}
      </Tabs>
    </div>
  );
}
