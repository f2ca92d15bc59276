import { useEffect, useRef, useState } from 'react';
import { useMay, useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { changeQuery, useLeaveGuard, usePlace } from '../../ui/router.ts';
import { DraftsProvider, PartScope, useUnsavedParts } from './drafts.tsx';
import { pointAtSetting } from './point-at-setting.ts';
import { SettingsNav } from './settings-nav.tsx';
import { type SettingsPart, settingsParts } from './settings-parts.tsx';
import styles from './settings-screen.module.css';

/** What the shop and this computer are set to; each part for those who may change it. */
export function SettingsScreen() {
  return (
    <DraftsProvider>
      <Screen />
    </DraftsProvider>
  );
}

function Screen() {
  const text = useText();
  const { query } = usePlace();
  const rights = useSession()?.rights ?? [];
  const parts = settingsParts.filter(({ right }) => right === null || rights.includes(right));
  const part = parts.find((one) => one.key === query.part) ?? firstOf(parts);
  const unsaved = useUnsavedParts();
  const leaving = useLeaving(unsaved.length > 0);
  const names = parts
    .filter((one) => unsaved.includes(one.key))
    .map((one) => text(`settings.part-${one.key}`));
  return (
    <>
      <Header />
      <div className={styles.container}>
        <div className={styles.frame}>
          <SettingsNav parts={parts} part={part.key} unsaved={unsaved} />
          <Part key={part.key} part={part} find={query.find} />
        </div>
      </div>
      <ConfirmDialog
        open={leaving.go !== null}
        title={text('settings.leave-title')}
        action={text('settings.leave-action')}
        keep={text('settings.leave-keep')}
        danger
        onClose={leaving.stay}
        onConfirm={leaving.leave}
      >
        {text('settings.leave', { parts: names.join(', ') })}
      </ConfirmDialog>
    </>
  );
}

function firstOf(parts: readonly SettingsPart[]): SettingsPart {
  const [first] = parts;
  if (first === undefined) throw new Error('There is no part of the settings for everybody');
  return first;
}

function Header() {
  const text = useText();
  const maySeeTimer = useMay('see-orders');
  const maySeeLog = useMay('see-audit');
  const mayBackUp = useMay('backup');
  const mayTurnOver = useMay('sell');
  const mayManageStaff = useMay('manage-staff');
  return (
    <PageHeader
      title={text('frame.settings')}
      actions={
        <>
          <Link to="/staff">{text(mayManageStaff ? 'staff.title' : 'staff.own-title')}</Link>
          {mayTurnOver && <Link to="/turn-over">{text('frame.turn-over')}</Link>}
          {maySeeTimer && <Link to="/timer">{text('frame.timer')}</Link>}
          {mayBackUp && <Link to="/backups">{text('frame.backups')}</Link>}
          {maySeeLog && <Link to="/audit">{text('frame.audit')}</Link>}
        </>
      }
    />
  );
}

type PartProps = { readonly part: SettingsPart; readonly find: string | undefined };

/** The part that is looked at, from its top; a setting that was searched for comes into sight with the focus. */
function Part({ part, find }: PartProps) {
  const text = useText();
  const section = useRef<HTMLElement>(null);
  const label = part.settings.find((key) => key === find);
  useEffect(() => {
    if (label === undefined || section.current === null) return;
    pointAtSetting(section.current, text(label));
    changeQuery({ find: undefined });
  }, [label, text]);
  const Component = part.component;
  return (
    <section ref={section} className={styles.part} aria-label={text(`settings.part-${part.key}`)}>
      <PartScope part={part.key}>
        <Component />
      </PartScope>
    </section>
  );
}

/** Asks before unsaved changes are left behind. */
function useLeaving(isChanged: boolean) {
  const [go, setGo] = useState<(() => void) | null>(null);
  useLeaveGuard((next) => setGo(() => next), isChanged);
  return {
    go,
    stay: () => setGo(null),
    leave: () => {
      setGo(null);
      go?.();
    },
  };
}
