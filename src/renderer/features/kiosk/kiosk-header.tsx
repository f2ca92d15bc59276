import { ClipboardList, UserRound } from 'lucide-react';
import { useState } from 'react';
import logo from '../../assets/logo.svg';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useKiosk } from './kiosk-context.tsx';
import styles from './kiosk-header.module.css';
import { StaffCorner } from './staff-corner.tsx';

/** Whose shop it is, the customer's own things, and in the corner the way back for staff. */
export function KioskHeader() {
  const text = useText();
  const { state, dispatch, reset } = useKiosk();
  const [isStaff, setStaff] = useState(false);
  const show = (name: 'orders' | 'account' | 'choose') => () => dispatch({ kind: 'show', view: { name } });
  return (
    <header className={styles.header}>
      <div className={styles.shop}>
        <img src={logo} alt="" className={styles.logo} />
        <h1 className={styles.name}>{text('kiosk.welcome', { shop: state.shop.name })}</h1>
      </div>
      <nav className={styles.own}>
        <Button size="touch" icon={<ClipboardList />} onPress={show('orders')}>
          {text('kiosk.orders')}
        </Button>
        {state.customer ? (
          <>
            <Button size="touch" icon={<UserRound />} onPress={show('account')}>
              <bdi className={styles.who}>{state.customer.name}</bdi>
            </Button>
            <Button size="touch" onPress={reset}>
              {text('kiosk.sign-out')}
            </Button>
          </>
        ) : (
          <Button
            size="touch"
            icon={<UserRound />}
            onPress={() => dispatch({ kind: 'show', view: { name: 'sign-in', next: 'choose' } })}
          >
            {text('kiosk.sign-in')}
          </Button>
        )}
        <Button size="touch" variant="quiet" onPress={() => setStaff(true)}>
          {text('kiosk.staff')}
        </Button>
      </nav>
      {isStaff && <StaffCorner onClose={() => setStaff(false)} />}
    </header>
  );
}
