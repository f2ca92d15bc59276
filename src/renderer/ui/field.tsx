import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';
import { useText } from './app-context.tsx';
import styles from './field.module.css';
import { joinClasses } from './join-classes.ts';

/** What every field has. Texts come from outside; `error` says what is wrong and how to write it. */
export type FieldProps = {
  readonly label: string;
  /** For fields whose place says it all (a cell, a search row); read out all the same. */
  readonly hideLabel?: boolean;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  /** Says "optional" beside the label. Fields are required unless they say so. */
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly size?: 'normal' | 'touch';
  readonly name?: string | undefined;
};

type FieldFrameProps = Pick<FieldProps, 'label' | 'hideLabel' | 'description' | 'error' | 'optional'> & {
  readonly children: ReactNode;
};

/** Label above, control, then the error or else the description; stands inside a field of the library. */
export function FieldFrame({ label, hideLabel, description, error, optional, children }: FieldFrameProps) {
  const text = useText();
  return (
    <>
      {!hideLabel && (
        <Label className={joinClasses(styles.label)}>
          {label}
          {optional && <span className={styles.optional}> {text('ui.optional')}</span>}
        </Label>
      )}
      {children}
      {error === undefined && description !== undefined && (
        <Text slot="description" className={joinClasses(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={joinClasses(styles.error)}>
        <CircleAlert aria-hidden="true" className={styles.errorIcon} />
        <span>{error}</span>
      </FieldError>
    </>
  );
}

/** Properties that every field of the library takes from ours. */
export function fieldState(props: FieldProps) {
  return {
    className: joinClasses(styles.field, props.size === 'touch' && styles.touch),
    isDisabled: props.disabled ?? false,
    isInvalid: props.error !== undefined,
    isRequired: false,
    autoFocus: props.autoFocus ?? false,
    validationBehavior: 'aria',
    ...(props.hideLabel ? { 'aria-label': props.label } : {}),
    ...(props.name === undefined ? {} : { name: props.name }),
  } as const;
}
