import { ArrowLeft, CircleAlert } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import logo from '../../assets/logo.svg';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { MoneyStep } from './money-step.tsx';
import { OwnerStep } from './owner-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { steps } from './setup-draft.ts';
import { SetupDrawing } from './setup-drawing.tsx';
import styles from './setup-wizard.module.css';
import { ShopStep } from './shop-step.tsx';
import { StartStep } from './start-step.tsx';
import { type Setup, useSetup } from './use-setup.ts';

/** The first run: from nothing to an open shop in five short steps. */
export function SetupWizard({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const setup = useSetup();
  const { draft } = setup;
  return (
    <div className={styles.window}>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <img src={logo} alt="" className={styles.logo} />
          <span>{text('frame.app')}</span>
        </div>
        <SetupDrawing />
        <div className={styles.tagline}>
          <p className={styles.welcome}>{text('setup.welcome')}</p>
          <p>{text('setup.tagline')}</p>
          <p>{text('setup.offline')}</p>
        </div>
      </aside>
      <main className={styles.main}>
        <div className={styles.steps}>
          <Stepper
            label={text('setup.steps')}
            steps={steps.map((step) => text(`setup.step-${step}`))}
            current={steps.indexOf(draft.step)}
          />
        </div>
        {draft.step === 'start' ? (
          <StartStep onDone={onDone} />
        ) : (
          <StepForm key={draft.step} setup={setup}>
            <StepFields setup={setup} />
          </StepForm>
        )}
      </main>
    </div>
  );
}

function StepFields({ setup }: { readonly setup: Setup }) {
  switch (setup.draft.step) {
    case 'shop':
      return <ShopStep setup={setup} />;
    case 'money':
      return <MoneyStep setup={setup} />;
    case 'owner':
      return <OwnerStep setup={setup} />;
    case 'recovery':
      return <RecoveryStep setup={setup} />;
    case 'start':
      return null;
  }
}

/** One step as a form: Enter goes on, and the first field with a problem gets the focus. */
function StepForm({ setup, children }: { readonly setup: Setup; readonly children: ReactNode }) {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const { draft, refused, opening } = setup;
  const seenTries = useRef(draft.tries);
  useEffect(() => {
    if (draft.tries === seenTries.current) return;
    seenTries.current = draft.tries;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus();
  }, [draft.tries]);
  const next = () => {
    if (!opening && !focusRefused(form.current)) setup.next();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    next();
  };
  // In a field Enter goes on by itself; this is for when none has the focus.
  useHotkeys([{ keys: 'Enter', label: text('setup.next'), run: next, enabled: !opening }]);
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.body}>{children}</div>
      {refused !== null && (
        <p className={styles.refused} role="alert">
          <CircleAlert aria-hidden="true" />
          {refused}
        </p>
      )}
      <footer className={styles.footer}>
        {setup.back && (
          <span className={styles.back}>
            <Button variant="quiet" icon={<ArrowLeft />} onPress={setup.back} disabled={opening}>
              {text('setup.back')}
            </Button>
          </span>
        )}
        <span className={styles.gap} />
        <Button type="submit" variant="primary" pending={opening}>
          {text(draft.step === 'owner' ? 'setup.open-shop' : 'setup.next')}
        </Button>
      </footer>
    </form>
  );
}
