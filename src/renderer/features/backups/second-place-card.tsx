import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import styles from './places-part.module.css';
import { SecondPlaceDialog } from './second-place-dialog.tsx';
import { SecondPlaceFacts } from './second-place-facts.tsx';

type Chosen = NonNullable<Output<'backups.chooseSecondPlace'>>;
type SecondPlaceCardProps = { readonly place: BackupsState['second'] };

/** Where backups are copied to, so that the loss of this computer is not the loss of the shop. */
export function SecondPlaceCard({ place }: SecondPlaceCardProps) {
  const { text } = useApp();
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isStopping, setStopping] = useState(false);
  const choose = useCommand('backups.chooseSecondPlace');
  const ask = () =>
    choose.mutate(
      {},
      {
        onSuccess: (found) => found && setChosen(found),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  return (
    <Card title={text('backups.second')}>
      <div className={styles.form}>
        <p className={styles.muted}>{text(place ? 'backups.second-note' : 'backups.second-none')}</p>
        {place && <SecondPlaceFacts place={place} />}
        <Actions place={place} isAsking={choose.isPending} onChoose={ask} onStop={() => setStopping(true)} />
      </div>
      {chosen && (
        <SecondPlaceDialog
          chosen={chosen}
          isAsking={choose.isPending}
          onChooseAgain={ask}
          onClose={() => setChosen(null)}
        />
      )}
      <StopDialog isOpen={isStopping} onClose={() => setStopping(false)} />
    </Card>
  );
}

type ActionsProps = SecondPlaceCardProps & {
  readonly isAsking: boolean;
  readonly onChoose: () => void;
  readonly onStop: () => void;
};

function Actions({ place, isAsking, onChoose, onStop }: ActionsProps) {
  const { text } = useApp();
  const errorText = useErrorText();
  const show = useCommand('backups.showFolder');
  const mayChange = useMay('change-settings');
  const disabledReason = mayChange ? undefined : text('backups.settings-right');
  return (
    <div className={styles.actions}>
      {place && (
        <Button
          icon={<FolderOpen />}
          label={text('backups.show-of', { place: text('backups.second') })}
          disabledReason={place.freeBytes === null ? text('backups.second-away') : undefined}
          onPress={() =>
            show.mutate(
              { place: 'second' },
              { onError: (error) => toast(errorText(error), { tone: 'danger' }) },
            )
          }
        >
          {text('backups.show')}
        </Button>
      )}
      <Button onPress={onChoose} pending={isAsking} disabledReason={disabledReason}>
        {text(place ? 'backups.second-change' : 'backups.second-choose')}
      </Button>
      {place && (
        <Button variant="quiet" onPress={onStop} disabledReason={disabledReason}>
          {text('backups.second-stop')}
        </Button>
      )}
    </div>
  );
}

function StopDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { text } = useApp();
  const errorText = useErrorText();
  const set = useCommand('backups.setSecondPlace');
  return (
    <ConfirmDialog
      open={isOpen}
      title={text('backups.second-stop-title')}
      action={text('backups.second-stop')}
      keep={text('backups.second-keep')}
      pending={set.isPending}
      onClose={onClose}
      onConfirm={() =>
        set.mutate(
          { token: null },
          {
            onSuccess: () => toast(text('backups.second-stopped'), { tone: 'positive' }),
            onError: (error) => toast(errorText(error), { tone: 'danger' }),
            onSettled: onClose,
          },
        )
      }
    >
      <p>{text('backups.second-stop-what')}</p>
    </ConfirmDialog>
  );
}
