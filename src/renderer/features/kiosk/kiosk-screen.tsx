import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useReducer } from 'react';
import { useClient } from '../../bridge/client-context.tsx';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { CustomerAccount } from './customer-account.tsx';
import { DoneStep } from './done-step.tsx';
import { IdleDialog } from './idle-dialog.tsx';
import { KioskProvider, type KioskState, useKiosk } from './kiosk-context.tsx';
import { KioskHeader } from './kiosk-header.tsx';
import { freshKiosk, kioskReducer } from './kiosk-reducer.ts';
import styles from './kiosk-screen.module.css';
import { OwnOrder } from './own-order.tsx';
import { OwnOrders } from './own-orders.tsx';
import { Register } from './register.tsx';
import { SignIn } from './sign-in.tsx';

/** The customers' page: choose, check, done; one's own orders; and begin anew for the next. */
export function KioskScreen({ state }: { readonly state: KioskState }) {
  const client = useClient();
  const queries = useQueryClient();
  const [session, nextSession] = useReducer((count: number) => count + 1, 0);
  const reset = useCallback(() => {
    client.ask('kiosk.signOut', {}).catch(() => null);
    // Nothing of the last customer stays in this window's memory.
    for (const name of ['kiosk.orders', 'kiosk.order', 'kiosk.profile'])
      queries.removeQueries({ queryKey: [name] });
    nextSession();
  }, [client, queries]);
  return <Visit key={session} state={state} reset={reset} />;
}

type VisitProps = { readonly state: KioskState; readonly reset: () => void };

function Visit({ state, reset }: VisitProps) {
  const [kiosk, dispatch] = useReducer(kioskReducer, freshKiosk);
  const parts = useMemo(() => ({ ...kiosk, state, dispatch, reset }), [kiosk, state, reset]);
  useEffect(() => {
    document.body.dataset.app = 'ready';
  }, []);
  return (
    <KioskProvider value={parts}>
      <div className={styles.page}>
        <KioskHeader />
        <main key={kiosk.view.name} className={styles.main} id="screen">
          <Content />
        </main>
        <IdleDialog />
      </div>
    </KioskProvider>
  );
}

function Content() {
  const { view, state } = useKiosk();
  const isSignedIn = state.customer !== null;
  switch (view.name) {
    case 'choose':
      return <ChooseStep />;
    case 'sign-in':
      return <SignIn next={view.next} />;
    case 'register':
      return <Register next={view.next} />;
    case 'done':
      return <DoneStep placed={view.placed} />;
    case 'check':
      return isSignedIn ? <CheckStep /> : <SignIn next="check" />;
    case 'orders':
      return isSignedIn ? <OwnOrders /> : <SignIn next="orders" />;
    case 'order':
      return isSignedIn ? <OwnOrder orderId={view.orderId} /> : <SignIn next="orders" />;
    case 'account':
      return isSignedIn ? <CustomerAccount /> : <SignIn next="choose" />;
  }
}
