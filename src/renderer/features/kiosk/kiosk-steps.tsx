import { useText } from '../../ui/app-context.tsx';
import { Stepper } from '../../ui/stepper.tsx';

const steps = ['choose', 'check', 'done'] as const;

/** Where one is on the way: choose, check, done. */
export function KioskSteps({ at }: { readonly at: (typeof steps)[number] }) {
  const text = useText();
  return (
    <Stepper
      label={text('kiosk.steps')}
      steps={steps.map((step) => text(`kiosk.step-${step}`))}
      current={steps.indexOf(at)}
    />
  );
}
