import { ShieldCheck } from 'lucide-react';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useMay } from '../../bridge/use-session.ts';
import { OpenKept } from '../../bring-back/bring-back.tsx';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './backup-panel.module.css';
import { inIt, stateTones } from './backup-words.ts';
import { CheckResult } from './check-result.tsx';
import { CompareNow } from './compare-now.tsx';
import { ShopWays } from './shop-ways.tsx';
import type { KeptRow } from './timeline.tsx';
import type { BackupWork } from './use-backup-work.ts';

type BackupPanelProps = {
  readonly row: KeptRow;
  readonly work: BackupWork;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

/** One backup beside the list: what is in it, how good it is, and the way to look at it once more. */
export function BackupPanel({ row, work, isBusy, onClose, onPrevious, onNext }: BackupPanelProps) {
  const { text, format } = useApp();
  const mayRestore = useMay('restore');
  return (
    <SidePanel
      title={text('backups.name', { time: format.dateTime(row.madeAt) })}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={<PanelButtons key={row.name} row={row} work={work} isBusy={isBusy} />}
    >
      <div className={styles.panel}>
        <p>
          <Badge tone={stateTones[row.state]}>{text(`backups.state-${row.state}`)}</Badge>
        </p>
        {row.state === 'damaged' && <ProblemNote>{text('backups.damaged-note')}</ProblemNote>}
        {row.state === 'unknown' && <ProblemNote tone="warning">{text('backups.unknown-note')}</ProblemNote>}
        <CheckResult key={row.name} row={row} work={work} isBusy={isBusy} />
        {row.facts && <DescriptionList items={inIt(row.facts, text, format)} />}
        {row.state === 'verified' && mayRestore && (
          <CompareNow
            key={`compare ${row.name}`}
            source={{ from: 'backup', name: row.name }}
            disabledReason={isBusy ? text('backups.busy') : undefined}
          />
        )}
        <DescriptionList items={aboutIt(row, text, format)} />
      </div>
    </SidePanel>
  );
}

/** Nothing is brought back meanwhile, nor by whoever may not, nor what is damaged. */
function useReason(row: KeptRow, isBusy: boolean): string | undefined {
  const text = useText();
  const mayRestore = useMay('restore');
  if (!mayRestore) return text('backups.restore-right');
  if (row.state === 'damaged') return text('backups.restore-damaged');
  return isBusy ? text('backups.busy') : undefined;
}

function PanelButtons({ row, work, isBusy }: Pick<BackupPanelProps, 'row' | 'work' | 'isBusy'>) {
  const text = useText();
  const mayRestore = useMay('restore');
  const reason = useReason(row, isBusy);
  const { name, madeAt, stillTrueAt, facts } = row;
  // What it holds is seen once it is open, and so is whether it needs a recovery code.
  if (row.state === 'unknown') return <OpenKept name={name} disabledReason={reason} />;
  return (
    <>
      <ShopWays
        choice={{ source: { from: 'backup', name }, at: stillTrueAt ?? madeAt, facts }}
        verb="restore"
        reason={reason}
        mayLook={mayRestore}
      />
      <Button
        icon={<ShieldCheck />}
        onPress={() => work.check(name, null)}
        disabledReason={isBusy ? text('backups.busy') : undefined}
      >
        {text('backups.check')}
      </Button>
    </>
  );
}

function aboutIt(row: KeptRow, text: AppText, format: Format) {
  const { madeAt, stillTrueAt, verifiedAt, cause, keptAs, places, encrypted, bytes } = row;
  const kept = format.list(keptAs.map((span) => text(`backups.kept-${span}`)));
  return [
    { term: text('backups.fact-made'), detail: <bdi>{format.dateTime(madeAt)}</bdi> },
    ...(stillTrueAt === null
      ? []
      : [{ term: text('backups.fact-true'), detail: <bdi>{format.dateTime(stillTrueAt)}</bdi> }]),
    {
      term: text('backups.fact-verified'),
      detail: verifiedAt === null ? text('backups.fact-never') : <bdi>{format.dateTime(verifiedAt)}</bdi>,
    },
    { term: text('backups.why'), detail: text(`backups.why-${cause}`) },
    { term: text('backups.fact-kept'), detail: kept === '' ? text('backups.kept-nothing') : kept },
    {
      term: text('backups.where'),
      detail: format.list(places.map((place) => text(`backups.place-${place}`))),
    },
    {
      term: text('backups.fact-encrypted'),
      detail: text(encrypted ? 'backups.fact-yes' : 'backups.fact-no'),
    },
    { term: text('backups.size'), detail: format.bytes(bytes) },
  ];
}
