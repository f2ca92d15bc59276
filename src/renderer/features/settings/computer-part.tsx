import type { MachineSettings } from '../../../shared/contract/machine.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
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

/** What this computer keeps for itself. Taken over at once: one sees what was chosen. */
export function ComputerPart() {
  const machine = useApiQuery('machine.get', {}).data;
  const errorText = useErrorText();
  const set = useCommand('machine.set');
  if (!machine) return null;
  const change = (settings: Partial<MachineSettings>) =>
    set.mutate(settings, { onError: (error) => void toast(errorText(error), { tone: 'danger' }) });
  return (
    <>
      <Look machine={machine} change={change} />
      <PrintSettings machine={machine} change={change} />
      <About version={machine.version} />
    </>
  );
}

type LookProps = {
  readonly machine: MachineSettings;
  readonly change: (settings: Partial<MachineSettings>) => void;
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

function About({ version }: { readonly version: string }) {
  const text = useText();
  return (
    <Card title={text('settings.about')}>
      <DescriptionList items={[{ term: text('settings.version'), detail: version }]} />
    </Card>
  );
}
