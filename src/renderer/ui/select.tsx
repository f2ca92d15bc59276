import { Check, ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  Select as AriaSelect,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components/Select';
import { useText } from './app-context.tsx';
import fieldStyles from './field.module.css';
import { FieldFrame, type FieldProps, fieldState } from './field.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './select.module.css';

export type Choice<Key extends string> = {
  readonly key: Key;
  readonly label: string;
  readonly description?: string;
  readonly disabled?: boolean;
  /** How deep it stands in a tree; 0 at the top. */
  readonly depth?: number;
};

export type SelectProps<Key extends string> = FieldProps & {
  readonly choices: readonly Choice<Key>[];
  readonly value: Key | null;
  readonly onChange: (value: Key) => void;
  readonly placeholder?: string;
};

/** One of a short list. For a long one that people type into, see ComboBox. */
export function Select<Key extends string>(props: SelectProps<Key>) {
  const text = useText();
  return (
    <AriaSelect
      {...fieldState(props)}
      value={props.value}
      onChange={(key) => {
        const choice = props.choices.find((candidate) => candidate.key === key);
        if (choice) props.onChange(choice.key);
      }}
      placeholder={props.placeholder ?? text('ui.choose')}
    >
      <FieldFrame {...props}>
        <AriaButton className={joinClasses(fieldStyles.control)}>
          <SelectValue className={joinClasses(styles.value)}>
            {({ selectedText, defaultChildren }) => (selectedText === '' ? defaultChildren : selectedText)}
          </SelectValue>
          <ChevronDown aria-hidden="true" className={fieldStyles.icon} />
        </AriaButton>
      </FieldFrame>
      <Popover className={joinClasses(styles.popover)} offset={4}>
        <ListBox className={joinClasses(styles.list)} items={props.choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A row of a drop-down list. */
export function ChoiceItem({ choice }: { readonly choice: Choice<string> }) {
  return (
    <ListBoxItem
      id={choice.key}
      textValue={choice.label}
      isDisabled={choice.disabled ?? false}
      className={joinClasses(styles.item)}
    >
      {({ isSelected }) => (
        <>
          <Check aria-hidden="true" className={joinClasses(styles.check, !isSelected && styles.unchecked)} />
          <span className={styles.itemText} style={{ paddingInlineStart: `${choice.depth ?? 0}rem` }}>
            <span>{choice.label}</span>
            {choice.description !== undefined && (
              <span className={styles.itemDescription}>{choice.description}</span>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
