import { DisablePerson } from './disable-person.tsx';
import { EnablePerson } from './enable-person.tsx';
import { NewPasswordFor } from './new-password-for.tsx';
import { NewPinFor } from './new-pin-for.tsx';
import type { Person } from './person.ts';
import { RenamePerson } from './rename-person.tsx';
import { RightsDialog } from './rights-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';

/** One thing to do with one person. */
export type PersonTask = {
  readonly kind:
    | 'rename'
    | 'change-role'
    | 'change-rights'
    | 'new-pin'
    | 'new-password'
    | 'disable'
    | 'enable';
  readonly person: Person;
};

type PersonDialogsProps = { readonly task: PersonTask; readonly onClose: () => void };

const dialogs = {
  rename: RenamePerson,
  'change-role': RoleDialog,
  'change-rights': RightsDialog,
  'new-pin': NewPinFor,
  'new-password': NewPasswordFor,
  disable: DisablePerson,
  enable: EnablePerson,
} as const;

/** The dialog of what is to be done. */
export function PersonDialogs({ task: { kind, person }, onClose }: PersonDialogsProps) {
  const Dialog = dialogs[kind];
  return <Dialog person={person} onClose={onClose} />;
}
