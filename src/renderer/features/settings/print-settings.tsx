import { Printer } from 'lucide-react';
import type { Input } from '../../../shared/contract/index.ts';
import type { MachineSettings } from '../../../shared/contract/machine.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { Pair } from './pair.tsx';
import styles from './section.module.css';

type PrintSettingsProps = {
  readonly machine: MachineSettings;
  readonly change: (device: Input<'machine.set'>) => void;
};

/** Which printer the receipts of this computer go to, and a page to try it with. */
export function PrintSettings({ machine, change }: PrintSettingsProps) {
  const text = useText();
  const errorText = useErrorText();
  const { receiptPaper: paper } = useShop();
  const testPage = useCommand('documents.printTestPage');
  const printers = usePrinterChoices(machine.receiptPrinter);
  return (
    <Card title={text('settings.printing')}>
      <div className={styles.form}>
        <Pair>
          <Select
            label={text('settings.printer')}
            description={printers.note}
            choices={printers.choices}
            value={`printer:${machine.receiptPrinter}`}
            onChange={(key) => change({ receiptPrinter: key.slice('printer:'.length) })}
          />
        </Pair>
        <Switch
          on={machine.printReceiptAfterSale}
          onChange={(printReceiptAfterSale) => change({ printReceiptAfterSale })}
          description={text('settings.print-after-sale-note')}
        >
          {text('settings.print-after-sale')}
        </Switch>
        <div className={styles.actions}>
          <Button
            icon={<Printer />}
            pending={testPage.isPending}
            onPress={() =>
              testPage.mutate(
                { paper, printer: machine.receiptPrinter },
                {
                  onSuccess: () => void toast(text('settings.test-page-sent'), { tone: 'positive' }),
                  onError: (error) => void toast(errorText(error), { tone: 'danger' }),
                },
              )
            }
          >
            {text('settings.test-page')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** The printers of this computer; one that was chosen and is away now stays chosen, and says so. */
function usePrinterChoices(chosen: string) {
  const text = useText();
  const { data: printers, error } = useApiQuery('machine.printers', {});
  const usual = printers?.find((printer) => printer.isDefault)?.name;
  const isGone = chosen !== '' && !(printers ?? []).some((printer) => printer.name === chosen);
  const own = usual
    ? text('settings.printer-default-named', { printer: usual })
    : text('settings.printer-default');
  const gone = printers ? text('settings.printer-gone', { printer: chosen }) : chosen;
  // A prefix, because "no printer chosen" is the empty name and no list takes an empty key.
  const choices = [
    { key: 'printer:', label: own },
    ...(printers ?? []).map(({ name }) => ({ key: `printer:${name}`, label: name })),
    ...(isGone ? [{ key: `printer:${chosen}`, label: gone }] : []),
  ];
  const note = error
    ? text('settings.printers-fell')
    : printers?.length === 0
      ? text('settings.no-printers')
      : undefined;
  return { choices, note };
}
