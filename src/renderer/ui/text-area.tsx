import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField';
import fieldStyles from './field.module.css';
import { FieldFrame, type FieldProps, fieldState } from './field.tsx';
import { given } from './given.ts';
import { joinClasses } from './join-classes.ts';
import styles from './text-area.module.css';

export type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly rows?: number;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
};

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  return (
    <AriaTextField
      {...fieldState(props)}
      {...given({ onBlur: props.onBlur, maxLength: props.maxLength })}
      value={props.value}
      onChange={props.onChange}
      isReadOnly={props.readOnly ?? false}
    >
      <FieldFrame {...props}>
        <AriaTextArea
          className={joinClasses(fieldStyles.control, styles.area)}
          dir="auto"
          rows={props.rows ?? 3}
          style={{ minBlockSize: `calc(${props.rows ?? 3} * 1lh + var(--space-4))` }}
          {...given({ placeholder: props.placeholder })}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
