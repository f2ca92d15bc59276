import { useCallback, useRef, useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { type Hotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { ManyOutcome } from './initiate-many-dialog.tsx';
import { mayInitiate, nextStep, otherSteps, type RefundStep } from './refund-steps.ts';
import { longStepWords, stepKeys } from './step-words.ts';
import { useMovedWords } from './use-moved-words.ts';
import type { RefundList, RefundRow } from './use-refund-list.ts';

/** What is being asked about: a step with one refund, or initiating several. */
type Asked =
  | { readonly kind: 'step'; readonly step: RefundStep; readonly row: RefundRow }
  | { readonly kind: 'many'; readonly rows: readonly RefundRow[] };

/** The steps a person takes with refunds: by button, by menu, and by a key on the row that is selected, open or walked to. */
export function useRefundSteps(list: RefundList) {
  const errorText = useErrorText();
  const movedWords = useMovedWords();
  const mayRefund = useMay('refund');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mutate } = useCommand('refunds.initiate');

  const words = useRef({ movedWords, errorText });
  words.current = { movedWords, errorText };
  const take = useCallback(
    (step: RefundStep, row: RefundRow) => {
      // What goes back by neither cash nor a bank has nothing to ask: one press does it.
      if (step !== 'initiate' || row.tenderKind !== 'other') return setAsked({ kind: 'step', step, row });
      const tell = words.current;
      mutate(
        { refundId: row.refundId, tenderId: null, reference: '' },
        {
          onSuccess: (moved) => toast(tell.movedWords(row, moved, row.tenderName), { tone: 'positive' }),
          onError: (error) => toast(tell.errorText(error), { tone: 'danger' }),
        },
      );
    },
    [mutate],
  );
  const initiateSelected = () => {
    const rows = list.selected.filter(mayInitiate);
    const [only] = rows;
    if (rows.length > 1) setAsked({ kind: 'many', rows });
    else if (only) take(nextStep(only) ?? 'initiate', only);
  };
  const tellMany = useTellMany();
  useStepKeys(list, mayRefund && asked === null, take, initiateSelected);

  return {
    mayRefund,
    asked,
    take,
    initiateSelected,
    takeNext: useCallback(
      (row: RefundRow) => {
        const step = nextStep(row);
        if (step !== null) take(step, row);
      },
      [take],
    ),
    close: () => setAsked(null),
    done: (words: string) => {
      setAsked(null);
      toast(words, { tone: 'positive' });
    },
    doneMany: (outcome: ManyOutcome) => {
      setAsked(null);
      list.select(new Set(outcome.refused.map(({ refundId }) => String(refundId))));
      tellMany(outcome);
    },
  };
}
export type RefundSteps = ReturnType<typeof useRefundSteps>;

/** Says how many went their way, and why the others stay. */
function useTellMany(): (outcome: ManyOutcome) => void {
  const text = useText();
  const errorText = useErrorText();
  return ({ moved, refused }) => {
    const settled = moved.filter(({ state }) => state === 'settled').length;
    const initiated = moved.length - settled;
    const done = [
      ...(initiated > 0 ? [text('refunds.many-moved', { count: initiated })] : []),
      ...(settled > 0 ? [text('refunds.many-settled', { count: settled })] : []),
    ];
    if (done.length > 0) toast(done.join(' '), { tone: 'positive' });
    const codes = [...new Set(refused.map(({ code }) => code))];
    const reason = codes
      .map((code) =>
        code === 'refund-above-payment' ? text('refunds.no-room') : errorText({ code, details: {} }),
      )
      .join(' ');
    const count = refused.length;
    if (count > 0) toast(text('refunds.many-refused', { count, reason }), { tone: 'danger' });
  };
}

/** One letter for each step, on what is selected, else on the open refund, else on the row that the arrows are at. */
function useStepKeys(
  list: RefundList,
  isOn: boolean,
  take: (step: RefundStep, row: RefundRow) => void,
  initiateSelected: () => void,
): void {
  const text = useText();
  const press = (steps: readonly RefundStep[]) => {
    if (steps.includes('initiate') && list.selected.length > 1) return initiateSelected();
    const row = list.selected[0] ?? list.opened ?? list.walkedRow();
    const step =
      row && [nextStep(row), ...otherSteps(row)].find((one) => one !== null && steps.includes(one));
    if (row && step) take(step, row);
  };
  const hotkey = (steps: readonly [RefundStep, ...RefundStep[]]): Hotkey => ({
    keys: stepKeys[steps[0]],
    label: longStepWords(steps[0], 'awaiting', text),
    run: () => press(steps),
    enabled: isOn,
  });
  useHotkeys([
    hotkey(['initiate', 'hand-out']),
    hotkey(['settle']),
    hotkey(['other-way']),
    hotkey(['fail']),
    hotkey(['void']),
  ]);
}
