import { useLayoutEffect, useRef, useState } from 'react';
import { useApiQuery } from './bridge/api-query.ts';
import { LiftLayer } from './features/session/lift-layer.tsx';
import { LockScreen } from './features/session/lock-screen.tsx';
import { SetupWizard } from './features/setup/setup-wizard.tsx';
import { AppFrame } from './frame/app-frame.tsx';
import { BackAgain } from './frame/back-again.tsx';
import { BesideFrame } from './frame/beside-frame.tsx';
import { ScreenBoundary } from './frame/screen-boundary.tsx';
import { StartFell } from './frame/start-fell.tsx';
import { useWords } from './frame/use-words.ts';
import { AppProvider } from './ui/app-context.tsx';
import { navigate } from './ui/router.ts';
import { ToastRegion } from './ui/toast.tsx';

/** The window: its language and look, and what stands in it — wizard, lock screen, or the frame. */
export function App() {
  const machine = useApiQuery('machine.get', {});
  const state = useApiQuery('setup.state', {});
  const words = useWords(machine.data?.language ?? 'en', state.data?.shop ?? null);
  if (machine.isPending || state.isPending) return null;
  return (
    <AppProvider
      {...words}
      theme={machine.data?.theme ?? 'system'}
      textSize={machine.data?.textSize ?? 'normal'}
    >
      <ScreenBoundary whole>
        <LiftLayer>
          <Content />
        </LiftLayer>
      </ScreenBoundary>
      <BackAgain />
      <ToastRegion />
    </AppProvider>
  );
}

function Content() {
  const state = useApiQuery('setup.state', {});
  const session = useApiQuery('session.current', {});
  // The shop opens in the middle of the wizard, which goes on until its last step is done.
  const [isSettingUp, setSettingUp] = useState(state.data?.shop === null);
  const [isRecovering, setRecovering] = useState(false);
  useHomeForNext(session.data?.staffId ?? null);
  const failed = state.error ?? session.error;
  if (failed && (!state.data || session.data === undefined)) {
    return (
      <StartFell error={failed} onRetry={() => void Promise.all([state.refetch(), session.refetch()])} />
    );
  }
  if (!state.data || session.data === undefined) return null;
  if (isSettingUp) {
    return (
      <BesideFrame>
        <SetupWizard onDone={() => setSettingUp(false)} />
      </BesideFrame>
    );
  }
  if (session.data === null || isRecovering) {
    return (
      <BesideFrame>
        <LockScreen recovering={isRecovering} onRecovering={setRecovering} />
      </BesideFrame>
    );
  }
  return <AppFrame key={session.data.staffId} session={session.data} />;
}

/** Whoever comes back finds the screen they left; somebody else begins at their own first screen. */
function useHomeForNext(staffId: number | null): void {
  const last = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (staffId === null) return;
    if (last.current !== null && last.current !== staffId) navigate('/', { replace: true });
    last.current = staffId;
  }, [staffId]);
}
