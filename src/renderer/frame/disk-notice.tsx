import type { DiskState } from '../../shared/contract/disk.ts';
import { reserveBytes, toldBytes } from '../../shared/domain/disk-room.ts';
import { useApiQuery } from '../bridge/api-query.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useMay } from '../bridge/use-session.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast-queue.ts';
import styles from './notices.module.css';

/** Where it is told: the till stops when the disk is full, and the dashboard is the owner's first look. */
type DiskNoticeProps = { readonly at: 'sell' | 'dashboard' };

/** That the disk is nearly full, before selling stops; and the way to sell on when it has. */
export function DiskNotice({ at }: DiskNoticeProps) {
  const disk = useApiQuery('disk.state', {}).data;
  const mayBackUp = useMay('backup');
  const hasShopNote = disk !== undefined && disk.level !== 'good';
  const hasBackupsNote = at === 'dashboard' && mayBackUp && disk?.backups;
  if (!disk || !(hasShopNote || hasBackupsNote)) return null;
  return (
    <div className={styles.notices} data-at={at}>
      {hasShopNote && <ShopNote disk={disk} />}
      {hasBackupsNote && <BackupsNote {...hasBackupsNote} />}
    </div>
  );
}

function ShopNote({ disk }: { readonly disk: DiskState }) {
  const { text, format } = useApp();
  const maySet = useMay('change-settings');
  const { level, freeBytes, mayGiveUp } = disk;
  const isOwners = mayGiveUp && maySet;
  const words = isOwners
    ? text('disk.give-up-note', { reserve: format.bytes(reserveBytes) })
    : text(mayGiveUp ? 'disk.ask-owner' : level === 'bad' ? 'disk.no-reserve' : 'disk.low');
  return (
    <ProblemNote
      tone={level === 'low' ? 'warning' : 'danger'}
      title={titleOf(disk, freeBytes === null ? '' : format.bytes(toldBytes(freeBytes)), text)}
      action={isOwners && <GiveUpButton />}
    >
      <p>{words}</p>
    </ProblemNote>
  );
}

function titleOf(
  { wasRefused, mayGiveUp }: DiskState,
  free: string,
  text: ReturnType<typeof useApp>['text'],
): string {
  if (wasRefused || free === '') return text('disk.full-title');
  return text(mayGiveUp ? 'disk.scarce-title' : 'disk.low-title', { free });
}

function GiveUpButton() {
  const { text } = useApp();
  const errorText = useErrorText();
  const giveUp = useCommand('disk.giveUpReserve');
  return (
    <Button
      pending={giveUp.isPending}
      onPress={() =>
        giveUp.mutate(
          {},
          {
            onSuccess: () => toast(text('disk.given-up')),
            onError: (error) => toast(errorText(error), { tone: 'danger' }),
          },
        )
      }
    >
      {text('disk.give-up')}
    </Button>
  );
}

function BackupsNote({ place, freeBytes }: NonNullable<DiskState['backups']>) {
  const { text, format } = useApp();
  return (
    <ProblemNote
      tone="warning"
      title={text(`disk.backups-${place}-title`, { free: format.bytes(toldBytes(freeBytes)) })}
    >
      <p>{text('disk.backups')}</p>
    </ProblemNote>
  );
}
