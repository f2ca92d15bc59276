import type { Input } from '../../../shared/contract/index.ts';
import type { MachineSettings } from '../../../shared/contract/machine.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { Pair } from './pair.tsx';
import { PrintSettings } from './print-settings.tsx';
import styles from './section.module.css';
import { ShopFileCard } from './shop-file-card.tsx';

/** What this computer keeps for itself. Taken over at once: one sees what was chosen. */
export function ComputerPart() {
  const machine = useApiQuery('machine.get', {}).data;
  const text = useText();
  const mayMove = useMay('change-settings');
  const errorText = useErrorText();
  const setLook = useCommand('machine.setLook');
  const set = useCommand('machine.set');
  if (!machine) return null;
  const onError = (error: unknown) => void toast(errorText(error), { tone: 'danger' });
  const change = (device: Input<'machine.set'>) => set.mutate(device, { onError });
  return (
    <>
      <Look machine={machine} change={(look) => setLook.mutate(look, { onError })} />
      <PrintSettings machine={machine} change={change} />
      <WindowCard machine={machine} change={change} />
      {mayMove && <ShopFileCard />}
      <Card title={text('settings.about')}>
        <DescriptionList items={[{ term: text('settings.version'), detail: machine.version }]} />
      </Card>
    </>
  );
}

type LookProps = {
  readonly machine: MachineSettings;
  readonly change: (look: Input<'machine.setLook'>) => void;
};

function Look({ machine, change }: LookProps) {
  const text = useText();
  return (
    <Card title={text('settings.look')}>
      <div className={styles.form}>
        <Pair>
          <div className={styles.choice}>
            <span className={styles.label}>{text('settings.theme')}</span>
            <Segmented
              label={text('settings.theme')}
              choices={(['system', 'light', 'dark'] as const).map((key) => ({
                key,
                label: text(`settings.theme-${key}`),
              }))}
              value={machine.theme}
              onChange={(theme) => change({ theme })}
            />
          </div>
          <div className={styles.choice}>
            <span className={styles.label}>{text('settings.text-size')}</span>
            <Segmented
              label={text('settings.text-size')}
              choices={(['normal', 'large', 'larger', 'largest'] as const).map((key) => ({
                key,
                label: text(`settings.text-size-${key}`),
              }))}
              value={machine.textSize}
              onChange={(textSize) => change({ textSize })}
            />
          </div>
        </Pair>
        <Pair>
          <Select
            label={text('settings.language')}
            choices={(['en', 'pseudo', 'pseudo-rtl'] as const).map((key) => ({
              key,
              label: text(`settings.language-${key}`),
            }))}
            value={machine.language}
            onChange={(language) => change({ language })}
          />
        </Pair>
      </div>
    </Card>
  );
}

type WindowProps = {
  readonly machine: MachineSettings;
  readonly change: (device: Input<'machine.set'>) => void;
};

/** How the window opens with the application. */
function WindowCard({ machine, change }: WindowProps) {
  const text = useText();
  return (
    <Card title={text('computer.window')}>
      <div className={styles.choice}>
        <span className={styles.label}>{text('computer.window-at-start')}</span>
        <Segmented
          label={text('computer.window-at-start')}
          choices={(['as-left', 'maximized', 'full-screen'] as const).map((key) => ({
            key,
            label: text(`computer.window-${key}`),
          }))}
          value={machine.windowAtStart}
          onChange={(windowAtStart) => change({ windowAtStart })}
        />
        <p className={styles.muted}>{text('computer.window-note')}</p>
      </div>
    </Card>
  );
}
