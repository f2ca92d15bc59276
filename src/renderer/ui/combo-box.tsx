import { ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components/ComboBox';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useScaledPixels, useText } from './app-context.tsx';
import fieldStyles from './field.module.css';
import { FieldFrame, type FieldProps, fieldState } from './field.tsx';
import { given } from './given.ts';
import { joinClasses } from './join-classes.ts';
import selectStyles from './select.module.css';
import { type Choice, ChoiceItem } from './select.tsx';

export type ComboBoxProps<Key extends string> = FieldProps & {
  readonly choices: readonly Choice<Key>[];
  readonly value: Key | null;
  readonly onChange: (value: Key | null) => void;
  readonly placeholder?: string | undefined;
  /** What is typed, when the choices are searched elsewhere; they are then shown as they come. */
  readonly typed?: string | undefined;
  readonly onType?: ((typed: string) => void) | undefined;
};

/** One of a long list, found by typing part of its name. Hundreds of choices are fine. */
export function ComboBox<Key extends string>(props: ComboBoxProps<Key>) {
  const text = useText();
  const rowHeight = useScaledPixels(36);
  const box = useRef<HTMLDivElement>(null);
  const searchedElsewhere = props.onType !== undefined;
  return (
    <AriaComboBox
      {...fieldState(props)}
      {...given({ inputValue: props.typed, onInputChange: props.onType })}
      {...(searchedElsewhere ? { items: props.choices } : { defaultItems: props.choices })}
      value={props.value}
      onChange={(key) => props.onChange(props.choices.find((choice) => choice.key === key)?.key ?? null)}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldFrame {...props}>
        <div ref={box} className={fieldStyles.control}>
          <Input
            className={joinClasses(fieldStyles.input)}
            dir="auto"
            onFocus={(event) => event.currentTarget.select()}
            {...given({ placeholder: props.placeholder })}
          />
          <AriaButton className={joinClasses(fieldStyles.inner)}>
            <ChevronDown aria-hidden="true" />
          </AriaButton>
        </div>
      </FieldFrame>
      <Popover
        className={joinClasses(selectStyles.popover, selectStyles.asWideAsBox)}
        offset={4}
        triggerRef={box}
      >
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: rowHeight, padding: 4 }}>
          <ListBox<Choice<Key>>
            className={joinClasses(selectStyles.list, selectStyles.drawnInView)}
            renderEmptyState={() => <div className={selectStyles.empty}>{text('ui.no-choices')}</div>}
          >
            {(choice) => <ChoiceItem choice={choice} />}
          </ListBox>
        </Virtualizer>
      </Popover>
    </AriaComboBox>
  );
}
