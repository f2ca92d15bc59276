import { Eye, RotateCcw, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './backup-panel.module.css';
import { inIt, stateTones } from './backup-words.ts';
import { CheckResult } from './check-result.tsx';
import { LookDialog } from './look-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
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
        <DescriptionList items={[...inIt(row.facts, text, format), ...aboutIt(row, text, format)]} />
      </div>
    </SidePanel>
  );
}

function PanelButtons({ row, work, isBusy }: Pick<BackupPanelProps, 'row' | 'work' | 'isBusy'>) {
  const { text } = useApp();
  const mayRestore = useMay('restore');
  const [isRestoring, setRestoring] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const reasons = [
    ...(mayRestore ? [] : [text('backups.restore-right')]),
    ...(row.state === 'damaged' ? [text('backups.restore-damaged')] : []),
    ...(isBusy ? [text('backups.busy')] : []),
  ];
  const { name, madeAt, stillTrueAt, facts } = row;
  return (
    <>
      <Button
        icon={<RotateCcw />}
        onPress={() => setRestoring(true)}
        disabledReason={isRestoring ? undefined : reasons[0]}
      >
        {text('backups.restore')}
      </Button>
      <Button
        icon={<ShieldCheck />}
        onPress={() => work.check(name, null)}
        disabledReason={isBusy ? text('backups.busy') : undefined}
      >
        {text('backups.check')}
      </Button>
      {mayRestore && (
        <Button
          icon={<Eye />}
          onPress={() => setLooking(true)}
          disabledReason={isLooking ? undefined : reasons[0]}
        >
          {text('backups.look')}
        </Button>
      )}
      {isLooking && (
        <LookDialog
          source={{ from: 'backup', name }}
          at={stillTrueAt ?? madeAt}
          onClose={() => setLooking(false)}
        />
      )}
      {isRestoring && (
        <RestoreDialog
          choice={{ source: { from: 'backup', name }, at: stillTrueAt ?? madeAt, facts }}
          onClose={() => setRestoring(false)}
        />
      )}
    </>
  );
}

function aboutIt(row: KeptRow, text: AppText, format: Format) {
  const { madeAt, stillTrueAt, verifiedAt, cause, keptAs, places, encrypted, bytes } = row;
  const kept = format.list(keptAs.map((span) => text(`backups.kept-${span}`)));
  return [
    { term: text('backups.fact-made'), detail: format.dateTime(madeAt) },
    ...(stillTrueAt === null
      ? []
      : [{ term: text('backups.fact-true'), detail: format.dateTime(stillTrueAt) }]),
    {
      term: text('backups.fact-verified'),
      detail: verifiedAt === null ? text('backups.fact-never') : format.dateTime(verifiedAt),
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
