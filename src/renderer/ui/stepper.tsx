import { Check } from 'lucide-react';
import { useText } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './stepper.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

type StepperProps = {
  readonly label: string;
  readonly steps: readonly string[];
  /** The step one is at, from 0. */
  readonly current: number;
};

/** Where one is in a wizard. Tells, does not lead: Back and Next are buttons of the wizard. */
export function Stepper({ label, steps, current }: StepperProps) {
  const text = useText();
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={joinClasses(
              styles.step,
              index < current && styles.done,
              index === current && styles.current,
            )}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {index < current ? <Check /> : index + 1}
            </span>
            <span className={styles.label}>{step}</span>
            {index < current && <VisuallyHidden>{text('ui.step-done')}</VisuallyHidden>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
