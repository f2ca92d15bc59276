import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { joinClasses } from './join-classes.ts';
import { ScrollEnds } from './scroll-ends.tsx';
import styles from './tabs.module.css';

export type TabsProps<Key extends string> = {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly label: string; readonly count?: string }[];
  readonly value: Key;
  readonly onChange: (value: Key) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
  readonly size?: 'normal' | 'touch';
};

/** Parts of one thing, of which one is seen. ← → walk. Many tabs scroll sideways. */
export function Tabs<Key extends string>(props: TabsProps<Key>) {
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // One panel stays, so that what it shows keeps its place; the tab that is chosen names it by another id each time.
  useLayoutEffect(() => {
    const chosen = list.current?.querySelector(`[role="tab"][data-key="${CSS.escape(props.value)}"]`);
    const id = chosen?.getAttribute('aria-controls');
    if (panel.current && id) panel.current.id = id;
  }, [props.value]);
  return (
    <AriaTabs
      className={joinClasses(styles.tabs, props.size === 'touch' && styles.touch)}
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const tab = props.tabs.find((candidate) => candidate.key === key);
        if (tab) props.onChange(tab.key);
      }}
    >
      <div className={styles.row}>
        <TabList ref={list} className={joinClasses(styles.list)} aria-label={props.label}>
          {props.tabs.map((tab) => (
            <Tab key={tab.key} id={tab.key} className={joinClasses(styles.tab)}>
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            </Tab>
          ))}
        </TabList>
        <ScrollEnds row={list} />
      </div>
      <TabPanel ref={panel} id={props.value} className={joinClasses(styles.panel)}>
        {props.children}
      </TabPanel>
    </AriaTabs>
  );
}
