import { FolderOpen } from 'lucide-react';
import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { PassphraseCard } from './passphrase-card.tsx';
import styles from './places-part.module.css';
import { SecondPlaceCard } from './second-place-card.tsx';

/** When backups are made, where they go, and whether others can read them. */
export function PlacesPart({ state }: { readonly state: BackupsState | undefined }) {
  if (!state) return <Skeleton height="20rem" />;
  return (
    <div className={styles.cards}>
      <AutomaticCard isOn={state.automatic} />
      <PassphraseCard isEncrypted={state.isEncrypted} />
      <FirstPlaceCard place={state.first} />
      <SecondPlaceCard place={state.second} />
    </div>
  );
}

function AutomaticCard({ isOn }: { readonly isOn: boolean }) {
  const { text } = useApp();
  const errorText = useErrorText();
  const mayChange = useMay('change-settings');
  const set = useCommand('backups.setSettings');
  const shown = (set.isPending ? set.variables.automatic : undefined) ?? isOn;
  const words = text(shown ? 'backups.automatic-on' : 'backups.automatic-off');
  const turn = (automatic: boolean) =>
    set.mutate(
      { automatic },
      {
        onSuccess: () =>
          toast(text(automatic ? 'backups.automatic-was-on' : 'backups.automatic-was-off'), {
            tone: 'positive',
          }),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  return (
    <Card title={text('backups.automatic-title')}>
      <Switch
        on={shown}
        onChange={turn}
        disabled={!mayChange || set.isPending}
        description={mayChange ? words : `${words} ${text('backups.settings-right')}`}
      >
        {text('backups.automatic')}
      </Switch>
    </Card>
  );
}

function FirstPlaceCard({ place }: { readonly place: BackupsState['first'] }) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const show = useCommand('backups.showFolder');
  return (
    <Card title={text('backups.first')}>
      <div className={styles.form}>
        <p className={styles.muted}>{text('backups.first-note')}</p>
        <DescriptionList
          items={[
            { term: text('backups.folder'), detail: <bdi className={styles.path}>{place.path}</bdi> },
            {
              term: text('backups.free'),
              detail: place.freeBytes === null ? text('backups.free-none') : format.bytes(place.freeBytes),
            },
          ]}
        />
        {place.warnings.map((warning) => (
          <p key={warning} className={styles.muted}>
            {text(`backups.first-${warning}`)}
          </p>
        ))}
        <div className={styles.actions}>
          <Button
            icon={<FolderOpen />}
            label={text('backups.show-of', { place: text('backups.first') })}
            onPress={() =>
              show.mutate(
                { place: 'first' },
                { onError: (error) => toast(errorText(error), { tone: 'danger' }) },
              )
            }
          >
            {text('backups.show')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
