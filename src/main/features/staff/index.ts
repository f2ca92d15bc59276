import type { sessionCalls, staffCalls } from '../../../shared/contract/setup.ts';
import type { Handlers } from '../../app/context.ts';
import { addStaff, setPin } from './manage-staff.ts';
import { getSession, listPeople, listStaff } from './people.ts';
import { recover } from './recover.ts';
import { lock, signIn } from './sign-in.ts';

export const staffHandlers: Handlers<typeof sessionCalls & typeof staffCalls> = {
  'session.current': getSession,
  'session.people': listPeople,
  'session.signIn': signIn,
  'session.lock': lock,
  'session.recover': recover,
  'staff.list': listStaff,
  'staff.add': addStaff,
  'staff.setPin': setPin,
};
