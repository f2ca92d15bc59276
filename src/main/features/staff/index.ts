import type { approvalsCalls } from '../../../shared/contract/approvals.ts';
import type { sessionCalls } from '../../../shared/contract/setup.ts';
import type { staffCalls } from '../../../shared/contract/staff.ts';
import type { Handlers } from '../../app/context.ts';
import { addStaff } from './add-staff.ts';
import { approvalPeople, giveApproval } from './approvals.ts';
import { renameStaff, setDisabled, setRole } from './change-staff.ts';
import { confirmPassword } from './confirm-password.ts';
import { endSession } from './end-sessions.ts';
import { listSessions } from './list-sessions.ts';
import { listStaff } from './list-staff.ts';
import { newRecoveryCode } from './new-recovery-code.ts';
import { changeOwnPassword, changeOwnPin } from './own-secrets.ts';
import { getSession, listPeople } from './people.ts';
import { recover } from './recover.ts';
import { setRights } from './set-rights.ts';
import { setPassword, setPin } from './set-secrets.ts';
import { lock, signIn } from './sign-in.ts';

export const staffHandlers: Handlers<typeof sessionCalls & typeof staffCalls & typeof approvalsCalls> = {
  'session.current': getSession,
  'session.people': listPeople,
  'session.signIn': signIn,
  'session.confirmPassword': confirmPassword,
  'session.lock': lock,
  'session.recover': recover,
  'staff.list': listStaff,
  'staff.add': addStaff,
  'staff.rename': renameStaff,
  'staff.setRole': setRole,
  'staff.setRights': setRights,
  'staff.setPin': setPin,
  'staff.setPassword': setPassword,
  'staff.changeOwnPin': changeOwnPin,
  'staff.changeOwnPassword': changeOwnPassword,
  'staff.setDisabled': setDisabled,
  'staff.sessions': listSessions,
  'staff.endSession': endSession,
  'staff.newRecoveryCode': newRecoveryCode,
  'approvals.people': approvalPeople,
  'approvals.give': giveApproval,
};
