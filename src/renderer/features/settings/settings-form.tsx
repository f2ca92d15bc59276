import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { Draft } from './drafts.tsx';
import styles from './settings-form.module.css';

type SettingsFormProps<T extends object> = {
  readonly draft: Draft<T>;
  readonly children: ReactNode;
  /** What somebody else saved meanwhile, in words: "Phone: 555-0100". The fields' names where absent. */
  readonly theirs?: ReactNode;
  /** Something else than the draft keeps it from being saved now. */
  readonly disabled?: boolean;
};

/** A form over one draft, with the bar that saves it: there while something is not saved. Ctrl+S saves too. */
export function SettingsForm<T extends object>(props: SettingsFormProps<T>) {
  const { draft, children, disabled = false } = props;
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const hasProblems = Object.keys(draft.problems).length > 0;
  useEffect(() => {
    if (hasProblems) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [hasProblems]);
  const canSave = draft.isChanged && !disabled;
  const save = () => {
    if (canSave && !draft.isSaving && !focusRefused(form.current)) draft.save();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save();
  };
  useHotkeys([{ keys: 'Mod+S', label: text('settings.save'), run: save, enabled: canSave }]);
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {children}
      <Overtaken draft={draft} theirs={props.theirs} />
      {draft.refused !== null && <ProblemNote>{draft.refused}</ProblemNote>}
      {draft.isChanged && (
        <div className={styles.bar} data-save-bar>
          <p className={styles.words}>{text('settings.unsaved-bar')}</p>
          <div className={styles.actions}>
            <Button variant="quiet" onPress={draft.undo} disabled={draft.isSaving}>
              {text('settings.undo')}
            </Button>
            <Button type="submit" variant="primary" pending={draft.isSaving} disabled={!canSave}>
              {text('settings.save')}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

type OvertakenProps = {
  readonly draft: Pick<Draft<object>, 'takeTheirs' | 'keepMine'> & { readonly overtaken: readonly unknown[] };
  readonly theirs: ReactNode;
};

function Overtaken({ draft, theirs }: OvertakenProps) {
  const text = useText();
  if (draft.overtaken.length === 0) return null;
  return (
    <ProblemNote
      tone="warning"
      title={text('settings.overtaken')}
      action={
        <div className={styles.actions}>
          <Button size="small" onPress={draft.takeTheirs}>
            {text('settings.take-theirs')}
          </Button>
          <Button size="small" onPress={draft.keepMine}>
            {text('settings.keep-mine')}
          </Button>
        </div>
      }
    >
      {theirs ?? text('settings.overtaken-note')}
    </ProblemNote>
  );
}
