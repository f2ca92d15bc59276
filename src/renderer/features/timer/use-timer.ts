import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Turns the timer on and off; shows at once what was chosen, and takes it back when it is refused. */
export function useTimerSwitch(isEnabled: boolean) {
  const text = useText();
  const errorText = useErrorText();
  const command = useCommand('timer.setEnabled');
  const chosen = command.isPending ? command.variables.isEnabled : isEnabled;
  const turn = (isOn: boolean) =>
    command.mutate(
      { isEnabled: isOn },
      {
        onSuccess: () => toast(text(isOn ? 'timer.turned-on' : 'timer.turned-off'), { tone: 'positive' }),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  return { isOn: chosen, isPending: command.isPending, turn };
}

/** Runs the timer now, because a person wants it. */
export function useTimerRun() {
  const text = useText();
  const errorText = useErrorText();
  const command = useCommand('timer.run');
  const run = () =>
    command.mutate(
      { cause: 'manual' },
      {
        onSuccess: ({ delivered }) => toast(text('timer.ran', { count: delivered }), { tone: 'positive' }),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  return { isRunning: command.isPending, run };
}
