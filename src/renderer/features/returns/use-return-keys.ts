import { useText } from '../../ui/app-context.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { navigate } from '../../ui/router.ts';
import type { ReturnWork } from './return-context.ts';

/** The keys of the second step: what the buttons show. */
export const returnKeys = {
  find: 'F2',
  everything: 'F4',
  newGoods: 'F6',
  lineUp: 'Alt+ArrowUp',
  lineDown: 'Alt+ArrowDown',
  settle: 'Enter',
  settleAnywhere: 'Mod+Enter',
} as const;

/** Everything of the second step without a mouse. Dialogs over it shadow these keys. */
export function useReturnKeys({ sale, dispatch, settle }: ReturnWork, isDialogOpen: boolean): void {
  const text = useText();
  const isOn = !isDialogOpen;
  useHotkeys([
    {
      keys: returnKeys.everything,
      label: text('returns.everything'),
      run: () => dispatch({ type: 'everything', lines: sale.lines }),
      enabled: isOn,
    },
    { keys: returnKeys.lineUp, label: text('returns.lines'), run: () => focusLine(-1), enabled: isOn },
    { keys: returnKeys.lineDown, label: text('returns.lines'), run: () => focusLine(1), enabled: isOn },
    { keys: returnKeys.settle, label: text('returns.step-settle'), run: settle, enabled: isOn },
    { keys: returnKeys.settleAnywhere, label: text('returns.step-settle'), run: settle, enabled: isOn },
    { keys: 'Escape', label: text('ui.back'), run: () => navigate('/returns'), enabled: isOn },
  ]);
}

/** The quantity of the next line, or of the one before; of the first where the focus is in none. */
function focusLine(by: number): void {
  const fields = [
    ...document.querySelectorAll<HTMLInputElement>('[data-sold-line] input[inputmode]:not(:disabled)'),
  ];
  const line = document.activeElement?.closest('[data-sold-line]');
  const at = fields.findIndex((field) => field.closest('[data-sold-line]') === line);
  const next = fields[at < 0 ? 0 : Math.max(0, Math.min(fields.length - 1, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
