import logo from '../../assets/logo.svg';
import { useApiQuery } from '../../bridge/api-query.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useNow } from '../../bridge/use-now.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { LogoPlate } from '../../ui/logo-plate.tsx';
import styles from './lock-screen.module.css';
import { People } from './people.tsx';
import { Recover } from './recover.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { type Person, useSignIn } from './use-sign-in.ts';

type LockScreenProps = {
  /** The owner is on the way back with the recovery code. */
  readonly recovering: boolean;
  readonly onRecovering: (recovering: boolean) => void;
};

/**
 * Nobody is signed in: what time it is, whose shop, and the way in. Recovering signs the owner in before the new
 * code was seen, so whoever shows this screen keeps it until that is over.
 */
export function LockScreen({ recovering, onRecovering }: LockScreenProps) {
  return (
    <div className={styles.window}>
      <LockSide />
      <main className={styles.main}>
        {recovering ? (
          <Recover onDone={() => onRecovering(false)} />
        ) : (
          <WayIn onForgot={() => onRecovering(true)} />
        )}
      </main>
    </div>
  );
}

function LockSide() {
  const text = useText();
  const format = useFormat();
  const shop = useApiQuery('setup.state', {}).data?.shop;
  const now = useNow(5_000);
  return (
    <aside className={styles.side}>
      <div className={styles.brand}>
        {shop?.logoPictureId ? (
          <LogoPlate size="large" src={pictureUrl(shop.logoPictureId)} />
        ) : (
          <>
            <img src={logo} alt="" className={styles.logo} />
            <span>{text('frame.app')}</span>
          </>
        )}
      </div>
      <div className={styles.clock}>
        <p className={styles.time} data-figures>
          {now ? format.time(now.now) : '\u00a0'}
        </p>
        <p className={styles.date}>{now ? format.weekdayDate(now.today) : '\u00a0'}</p>
      </div>
      <p className={styles.shop}>{shop?.name}</p>
    </aside>
  );
}

function WayIn({ onForgot }: { readonly onForgot: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const people = useApiQuery('session.people', {});
  if (people.error) {
    return (
      <ErrorState
        happened={text('frame.start-fell-title')}
        safe={text('frame.start-fell-safe')}
        advice={errorText(people.error)}
        id={people.error.reference ?? undefined}
        onRetry={() => void people.refetch()}
      />
    );
  }
  return people.data ? <SignIn people={people.data} onForgot={onForgot} /> : null;
}

type SignInProps = { readonly people: readonly Person[]; readonly onForgot: () => void };

function SignIn({ people, onForgot }: SignInProps) {
  const only = people.length === 1 && people[0]?.hasPin ? people[0] : null;
  const signIn = useSignIn(only);
  const { person } = signIn.state;
  if (person === null) {
    return (
      <People
        people={people}
        onChoose={(chosen) => signIn.dispatch({ kind: 'choose', person: chosen })}
        onForgot={onForgot}
      />
    );
  }
  return (
    <SignInForm
      key={person.id}
      person={person}
      signIn={signIn}
      onLeave={only === null ? () => signIn.dispatch({ kind: 'leave' }) : null}
      onForgot={onForgot}
    />
  );
}
