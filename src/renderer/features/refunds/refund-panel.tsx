import { EllipsisVertical, Printer } from 'lucide-react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { RefundFacts } from './refund-facts.tsx';
import { RefundHead } from './refund-head.tsx';
import styles from './refund-panel.module.css';
import { RefundSource } from './refund-source.tsx';
import { nextStep, otherSteps } from './refund-steps.ts';
import { longStepWords, stepKeys } from './step-words.ts';
import type { RefundList, RefundRow } from './use-refund-list.ts';
import type { RefundSteps } from './use-refund-steps.ts';

type RefundPanelProps = {
  readonly row: RefundRow;
  readonly list: RefundList;
  readonly steps: RefundSteps;
};

/** One refund beside the list: its facts, those of its order, and what can be done about it. */
export function RefundPanel({ row, list, steps }: RefundPanelProps) {
  const text = useText();
  return (
    <SidePanel
      title={text('refunds.refund', { number: String(row.refundId) })}
      onClose={() => list.open(null)}
      onPrevious={list.openPrevious}
      onNext={list.openNext}
      footer={<RefundButtons row={row} steps={steps} />}
    >
      <RefundHead row={row} />
      <RefundFacts row={row} />
      <RefundSource row={row} />
    </SidePanel>
  );
}

function RefundButtons({ row, steps }: Omit<RefundPanelProps, 'list'>) {
  const text = useText();
  const slip = useRefundSlip(row.refundId);
  useHotkeys([{ keys: 'Mod+P', label: text('refunds.print-slip'), run: slip.print }]);
  const next = nextStep(row);
  const others = otherSteps(row);
  const actions = others.map(
    (step): MenuAction => ({
      key: step,
      label: longStepWords(step, row.state, text),
      keys: stepKeys[step],
      danger: step === 'void',
      separated: step === 'void' || step === 'fail',
      onAction: () => steps.take(step, row),
    }),
  );
  return (
    <>
      {!steps.mayRefund && next !== null && <p className={styles.noRight}>{text('refunds.no-right')}</p>}
      {steps.mayRefund && actions.length > 0 && (
        <Menu
          label={text('refunds.more')}
          trigger={
            <IconButton label={text('refunds.more')} icon={<EllipsisVertical />} onPress={undefined} />
          }
          actions={actions}
        />
      )}
      <Button icon={<Printer />} onPress={slip.print} pending={slip.isPrinting}>
        {text('refunds.print-slip')}
      </Button>
      {steps.mayRefund && next !== null && (
        <Button variant="primary" keys={stepKeys[next]} onPress={() => steps.take(next, row)}>
          {longStepWords(next, row.state, text)}
        </Button>
      )}
    </>
  );
}

/** Prints the paper that says what goes back to whom. A failed print is said and changes nothing. */
function useRefundSlip(refundId: number) {
  const text = useText();
  const errorText = useErrorText();
  const { mutate, isPending } = useCommand('documents.print');
  return {
    isPrinting: isPending,
    print: () =>
      mutate(
        { kind: 'refund-slip', refundId, paper: null },
        {
          onSuccess: () => toast(text('refunds.printed', { number: String(refundId) }), { tone: 'positive' }),
          onError: (error) => toast(errorText(error), { tone: 'danger' }),
        },
      ),
  };
}
