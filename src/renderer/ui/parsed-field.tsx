import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import styles from './field.module.css';
import { FieldFrame, type FieldProps, fieldState } from './field.tsx';
import { focusRefused } from './focus-refused.ts';
import { given } from './given.ts';
import { joinClasses } from './join-classes.ts';
import { type Reading, useTyped } from './use-typed.ts';

export type ParsedFieldProps<Value> = FieldProps & {
  /** Null is an empty field, or one whose text cannot be read yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  /**
   * Reports nothing while the text cannot be read or is beyond its bounds: the earlier value stays. For what counts at
   * once, or outlives the field, where no form would be refused.
   */
  readonly holdsBack?: boolean | undefined;
  /** Enter, when the text can be read and is within its limits. */
  readonly onCommit?: ((value: Value | null) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

/** The reading of a field, with what stands around the text and what its arrows do. */
type FieldReading<Value> = Reading<Value> & {
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly step?: (value: Value | null, up: boolean) => Value;
};

/**
 * A field whose text is read as a value while it is typed.
 *
 * What cannot be read is kept as typed and reported as null; the reason shows when the field is left or
 * Enter is pressed, not while somebody is still typing. Until it is mended the input is marked
 * `data-refused`, and no form around it is sent: see `focusRefused`.
 */
export function ParsedField<Value>({
  reading,
  ...props
}: ParsedFieldProps<Value> & { reading: FieldReading<Value> }) {
  const { value } = props;
  const typed = useTyped(reading, props);
  const problem = props.error ?? typed.saidProblem;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const arrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (arrow && reading.step) {
      event.preventDefault();
      typed.step(reading.step(value, event.key === 'ArrowUp'));
    } else if (event.key === 'Enter') {
      typed.judge();
      if (!props.onCommit) return;
      event.preventDefault();
      if (typed.problem === undefined && !isFormRefused(event.currentTarget)) props.onCommit(value);
    }
  };

  return (
    <AriaTextField
      {...fieldState({ ...props, error: problem })}
      value={typed.shown}
      onChange={typed.type}
      inputMode="decimal"
      autoComplete="off"
      isReadOnly={props.readOnly ?? false}
      onFocus={typed.offer}
      onBlur={() => {
        typed.leave();
        props.onBlur?.();
      }}
    >
      <FieldFrame {...props} error={problem}>
        <div className={styles.control}>
          {reading.before}
          <Input
            className={joinClasses(styles.input, styles.number)}
            dir="ltr"
            data-refused={typed.isRefused || undefined}
            onFocus={(event) => selectAllSoon(event.currentTarget)}
            onKeyDown={onKeyDown}
            {...given({ ref: props.inputRef, placeholder: props.placeholder })}
          />
          {reading.after}
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}

/** Whether another field keeps the form from being sent: its Enter is here, in a field with a verb of its own. */
function isFormRefused({ form }: HTMLInputElement): boolean {
  return form !== null && focusRefused(form);
}

/** After the shown text was replaced by the one for typing. */
function selectAllSoon(input: HTMLInputElement): void {
  requestAnimationFrame(() => {
    if (document.activeElement === input) input.select();
  });
}

/** What stands before or after the typed number: a sign, a unit. */
export function Affix({ children }: { readonly children: string }) {
  return (
    <span className={styles.affix} aria-hidden="true">
      {children}
    </span>
  );
}
