import { Check, ChevronDown, Layers } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu';
import type { AppText } from '../../../shared/text/english.ts';
import { useText } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { useHotkeys } from '../hotkeys.ts';
import { joinClasses } from '../join-classes.ts';
import menuStyles from '../menu.module.css';
import selectStyles from '../select.module.css';
import styles from './view-menu.module.css';
import type { BuiltInView, SavedView, ViewPlace, ViewsModel } from './view-model.ts';

type ViewMenuProps = {
  readonly model: ViewsModel;
  readonly builtIn: readonly BuiltInView[];
  readonly place: ViewPlace;
  readonly onSaved: (view: SavedView) => void;
  readonly onBuiltIn: (view: BuiltInView) => void;
  readonly onKeepChanges: (view: SavedView) => void;
  readonly onSaveAs: () => void;
  readonly onManage: () => void;
};

/** The key that opens the views of a list; letters and arrows go on from there. */
const openKeys = 'Alt+V';

/** Which view the list shows. Behind it all the others, and what is done with the one that shows. */
export function ViewMenu(props: ViewMenuProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  useHotkeys([{ keys: openKeys, label: text('views.open'), run: () => setOpen(true) }]);
  const name = nameOf(props.place, text);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button icon={<Layers />} keys={openKeys} label={text('views.button', { name })}>
        <span className={styles.name}>
          <bdi className={styles.words}>{name}</bdi>
          <ChevronDown aria-hidden="true" className={styles.arrow} />
        </span>
      </Button>
      <Popover
        className={joinClasses(selectStyles.popover, styles.popover)}
        offset={4}
        placement="bottom end"
      >
        <AriaMenu className={joinClasses(selectStyles.list)} aria-label={text('views.views')}>
          {[...viewSections(props, text), ...actionSection(props, text)]}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function nameOf(place: ViewPlace, text: AppText): string {
  if (place.kind === 'none') return text('views.unnamed');
  const { name } = place.view;
  return place.kind === 'saved' && place.isChanged ? text('views.changed', { name }) : name;
}

function viewSections(props: ViewMenuProps, text: AppText): readonly ReactNode[] {
  const { model, builtIn, place, onBuiltIn, onSaved } = props;
  const savedOnes = (shared: boolean): readonly Entry[] =>
    model.views
      .filter((view) => view.shared === shared)
      .map((view) => ({
        key: String(view.id),
        label: view.name,
        isShown: place.kind === 'saved' && place.view.id === view.id,
        onAction: () => onSaved(view),
      }));
  const ready = builtIn.map((view) => ({
    key: view.key,
    label: view.name,
    isShown: place.kind === 'built-in' && place.view.key === view.key,
    onAction: () => onBuiltIn(view),
  }));
  const sections = [
    { key: 'built-in', title: text('views.built-in'), entries: ready },
    { key: 'shared', title: text('views.everybodys'), entries: savedOnes(true) },
    { key: 'own', title: text('views.yours'), entries: savedOnes(false) },
  ];
  return sections
    .filter(({ entries }) => entries.length > 0)
    .map(({ key, title, entries }) => (
      <MenuSection key={key}>
        <Header className={joinClasses(styles.title)}>{title}</Header>
        {entries.map((entry) => viewItem(entry, model.opensWith, text))}
      </MenuSection>
    ));
}

type Entry = {
  readonly key: string;
  readonly label: string;
  readonly isShown: boolean;
  readonly onAction: () => void;
};

function viewItem({ key, label, isShown, onAction }: Entry, opensWith: string | null, text: AppText) {
  return (
    <MenuItem
      key={key}
      id={`view ${key}`}
      textValue={label}
      onAction={onAction}
      aria-current={isShown || undefined}
      className={joinClasses(selectStyles.item)}
    >
      <Check
        aria-hidden="true"
        className={joinClasses(selectStyles.check, !isShown && selectStyles.unchecked)}
      />
      <span className={styles.item}>
        <bdi className={styles.label}>{label}</bdi>
        {key === opensWith && (
          <span className={selectStyles.itemDescription}>{text('views.opens-first')}</span>
        )}
      </span>
    </MenuItem>
  );
}

/** What is done with what the list shows now. */
function actionSection(props: ViewMenuProps, text: AppText): readonly ReactNode[] {
  const { place, onSaved, onKeepChanges, onSaveAs, onManage } = props;
  const changed = place.kind === 'saved' && place.isChanged ? place.view : null;
  const actions = [
    ...(changed?.mine
      ? [
          {
            key: 'keep',
            label: text('views.save-changes', { name: changed.name }),
            run: () => onKeepChanges(changed),
          },
        ]
      : []),
    ...(changed === null
      ? []
      : [
          {
            key: 'undo',
            label: text('views.undo-changes', { name: changed.name }),
            run: () => onSaved(changed),
          },
        ]),
    { key: 'save', label: text('views.save-as'), run: onSaveAs },
    { key: 'manage', label: text('views.manage'), run: onManage },
  ];
  return [
    <Separator key="line" className={joinClasses(menuStyles.separator)} />,
    <MenuSection key="actions" aria-label={text('views.actions')}>
      {actions.map(({ key, label, run }) => (
        <MenuItem
          key={key}
          id={`do ${key}`}
          textValue={label}
          onAction={run}
          className={joinClasses(selectStyles.item)}
        >
          <span className={styles.action}>{label}</span>
        </MenuItem>
      ))}
    </MenuSection>,
  ];
}
