import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components/Menu';
import { joinClasses } from './join-classes.ts';
import { Kbd } from './kbd.tsx';
import styles from './menu.module.css';
import selectStyles from './select.module.css';

export type MenuAction = {
  readonly key: string;
  readonly label: string;
  /** Under the label: why it cannot be done now, and who can help. */
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onAction: () => void;
  /** A line above it. */
  readonly separated?: boolean;
};

export type MenuProps = {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly actions: readonly MenuAction[];
};

/** A list of actions behind one button. */
export function Menu({ trigger, label, actions }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={joinClasses(selectStyles.popover)} offset={4} placement="bottom end">
        <AriaMenu className={joinClasses(selectStyles.list)} aria-label={label}>
          {actions.flatMap((action) => [
            ...(action.separated
              ? [<Separator key={`${action.key} line`} className={joinClasses(styles.separator)} />]
              : []),
            <MenuItem
              key={action.key}
              id={action.key}
              textValue={action.label}
              isDisabled={action.disabled ?? false}
              onAction={action.onAction}
              className={joinClasses(selectStyles.item, action.danger && styles.danger)}
            >
              {action.icon !== undefined && (
                <span className={styles.icon} aria-hidden="true">
                  {action.icon}
                </span>
              )}
              <span className={styles.label}>
                {action.label}
                {action.description !== undefined && (
                  <span className={joinClasses(selectStyles.itemDescription, styles.description)}>
                    {action.description}
                  </span>
                )}
              </span>
              {action.keys !== undefined && <Kbd keys={action.keys} />}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
