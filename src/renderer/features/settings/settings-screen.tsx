import { useState } from 'react';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { changeQuery, useLeaveGuard, usePlace } from '../../ui/router.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { ComputerSettings } from './computer-settings.tsx';
import styles from './settings-screen.module.css';
import { ShopSettings } from './shop-settings.tsx';
import { useShopDraft } from './use-shop-draft.ts';

type Part = 'computer' | 'shop';

/** What this computer, the shop and its people are set to; each part for those who may. */
export function SettingsScreen() {
  const text = useText();
  const { query } = usePlace();
  const editor = useShopDraft(useShop());
  const leaving = useLeaving(editor.anyChanged);
  const maySeeTimer = useMay('see-orders');
  const mayTurnOver = useMay('sell');
  const mayManageStaff = useMay('manage-staff');
  const parts: readonly Part[] = ['computer', ...(useMay('change-settings') ? (['shop'] as const) : [])];
  const part = parts.find((one) => one === query.part) ?? 'computer';
  return (
    <>
      <PageHeader
        title={text('frame.settings')}
        actions={
          <>
            <Link to="/staff">{text(mayManageStaff ? 'staff.title' : 'staff.own-title')}</Link>
            {mayTurnOver && <Link to="/turn-over">{text('frame.turn-over')}</Link>}
            {maySeeTimer && <Link to="/timer">{text('frame.timer')}</Link>}
          </>
        }
      />
      <Tabs
        label={text('settings.parts')}
        tabs={parts.map((key) => ({
          key,
          label: text(`settings.${key}`),
          ...(key === 'shop' && editor.anyChanged ? { count: text('settings.unsaved') } : {}),
        }))}
        value={part}
        onChange={(next) => changeQuery({ part: next })}
      >
        <div className={styles.part}>
          {part === 'computer' && <ComputerSettings />}
          {part === 'shop' && <ShopSettings editor={editor} />}
        </div>
      </Tabs>
      <ConfirmDialog
        open={leaving.go !== null}
        title={text('settings.leave-title')}
        action={text('settings.leave-action')}
        keep={text('settings.leave-keep')}
        danger
        onClose={leaving.stay}
        onConfirm={leaving.leave}
      >
        {text('settings.leave', { parts: text('settings.shop') })}
      </ConfirmDialog>
    </>
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
