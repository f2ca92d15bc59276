import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import styles from './field.module.css';
import { FieldFrame, type FieldProps, fieldState } from './field.tsx';
import { given } from './given.ts';
import { joinClasses } from './join-classes.ts';

export type ParsedFieldProps<Value> = FieldProps & {
  /** Null is an empty field, or one whose text cannot be read yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  /** Enter, when the text can be read and is within its limits. */
  readonly onCommit?: ((value: Value | null) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

type Reading<Value> = {
  readonly parse: (typed: string) => Value | null;
  /** As shown when nobody types: grouped, in full. */
  readonly show: (value: Value) => string;
  /** As offered for typing: no groups. */
  readonly edit: (value: Value) => string;
  readonly unreadable: string;
  /** Null when the value may be; else why not, in words. */
  readonly refuse?: (value: Value) => string | null;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly step?: (value: Value | null, up: boolean) => Value;
};

/**
 * A field whose text is read as a value while it is typed.
 *
 * What cannot be read is kept as typed and reported as null; the reason shows when the field is left or
 * Enter is pressed, not while somebody is still typing.
 */
export function ParsedField<Value>({
  reading,
  ...props
}: ParsedFieldProps<Value> & { reading: Reading<Value> }) {
  const { value } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [sent, setSent] = useState(value);
  const [judged, setJudged] = useState(false);
  const changedOutside = value !== sent;
  if (changedOutside) {
    setSent(value);
    if (typed !== null) setTyped(value === null ? '' : reading.edit(value));
    setJudged(false);
  }

  const problem = props.error ?? (judged ? problemOf(typed, reading) : undefined);
  const send = (next: Value | null) => {
    setSent(next);
    if (next !== value) props.onChange(next);
  };
  const type = (next: string) => {
    setTyped(next);
    setJudged(false);
    send(next.trim() === '' ? null : reading.parse(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (arrow && reading.step) {
      event.preventDefault();
      const next = reading.step(value, event.key === 'ArrowUp');
      setTyped(reading.edit(next));
      send(next);
    } else if (event.key === 'Enter') {
      setJudged(true);
      if (!props.onCommit) return;
      event.preventDefault();
      if (problemOf(typed, reading) === undefined) props.onCommit(value);
    }
  };

  return (
    <AriaTextField
      {...fieldState({ ...props, error: problem })}
      value={typed ?? (value === null ? '' : reading.show(value))}
      onChange={type}
      inputMode="decimal"
      autoComplete="off"
      isReadOnly={props.readOnly ?? false}
      onFocus={() => {
        if (typed === null) setTyped(value === null ? '' : reading.edit(value));
      }}
      onBlur={() => {
        setJudged(true);
        if (problemOf(typed, reading) === undefined) setTyped(null);
        props.onBlur?.();
      }}
    >
      <FieldFrame {...props} error={problem}>
        <div className={styles.control}>
          {reading.before}
          <Input
            className={joinClasses(styles.input, styles.number)}
            dir="ltr"
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

function problemOf<Value>(typed: string | null, reading: Reading<Value>): string | undefined {
  if (typed === null || typed.trim() === '') return undefined;
  const value = reading.parse(typed);
  if (value === null) return reading.unreadable;
  return reading.refuse?.(value) ?? undefined;
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
