import type { Output } from '../../../shared/contract/index.ts';

/** Somebody who works here, as the list of staff tells it. */
export type Person = Output<'staff.list'>[number];

/** What a dialog about one person is given. */
export type PersonDialogProps = { readonly person: Person; readonly onClose: () => void };
