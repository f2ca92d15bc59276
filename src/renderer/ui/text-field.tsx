import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import { useText } from './app-context.tsx';
import styles from './field.module.css';
import { FieldFrame, type FieldProps, fieldState } from './field.tsx';
import { given } from './given.ts';
import { joinClasses } from './join-classes.ts';

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Enter in the field. */
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'url';
  readonly autoComplete?: string;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

/** One line of text. A password gets an eye to look at what was typed. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', onCommit } = props;
  const text = useText();
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      {...fieldState(props)}
      {...given({ onBlur: props.onBlur, maxLength: props.maxLength })}
      value={props.value}
      onChange={props.onChange}
      type={type === 'password' && shown ? 'text' : type}
      autoComplete={props.autoComplete ?? 'off'}
      isReadOnly={props.readOnly ?? false}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onCommit) onCommit(props.value);
        else event.continuePropagation();
      }}
    >
      <FieldFrame {...props}>
        <div className={styles.control}>
          <Input
            className={joinClasses(styles.input)}
            dir={type === 'text' || type === 'password' ? 'auto' : 'ltr'}
            {...given({ ref: props.inputRef, placeholder: props.placeholder })}
          />
          {type === 'password' && (
            <AriaButton
              className={joinClasses(styles.inner)}
              aria-label={text(shown ? 'ui.hide-password' : 'ui.show-password')}
              onPress={() => setShown(!shown)}
            >
              {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            </AriaButton>
          )}
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
