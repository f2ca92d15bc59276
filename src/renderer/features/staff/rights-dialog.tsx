import { effectiveCeiling } from '../../../shared/domain/effective-rights.ts';
import { type RightGroup, rightGroups, type StaffRight } from '../../../shared/domain/right-groups.ts';
import { discountCeiling, roleRights } from '../../../shared/domain/rights.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import type { PersonDialogProps } from './person.ts';
import styles from './rights-dialog.module.css';
import { StaffForm } from './staff-form.tsx';
import { type RightsDraft, useRightsDraft } from './use-rights-draft.ts';

/** What one person may do, beside their role and short of it. */
export function RightsDialog({ person, onClose }: PersonDialogProps) {
  const text = useText();
  const draft = useRightsDraft(person, onClose);
  return (
    <StaffForm
      title={text('staff.rights-title', { name: person.name })}
      action={text('staff.save-rights')}
      size="large"
      pending={draft.pending}
      error={draft.error}
      more={
        <Button variant="quiet" onPress={draft.asRole} disabled={draft.pending}>
          {text('staff.as-role')}
        </Button>
      }
      onSubmit={draft.save}
      onClose={onClose}
    >
      <p className={styles.about}>
        {text('staff.rights-about', { role: text(`session.role-${person.role}`) })}
      </p>
      <div className={styles.groups}>
        {rightGroups.map(({ key, rights }) => (
          <Group key={key} group={key} rights={rights} draft={draft} />
        ))}
      </div>
    </StaffForm>
  );
}

type GroupProps = {
  readonly group: RightGroup;
  readonly rights: readonly StaffRight[];
  readonly draft: RightsDraft;
};

function Group({ group, rights, draft }: GroupProps) {
  const text = useText();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{text(`rights.group-${group}`)}</legend>
      {rights.map((right) => (
        <RightBox key={right} right={right} draft={draft} />
      ))}
      {group === 'till' && (
        <div className={styles.ceiling}>
          <Ceiling draft={draft} />
        </div>
      )}
    </fieldset>
  );
}

function RightBox({ right, draft }: { readonly right: StaffRight; readonly draft: RightsDraft }) {
  const text = useText();
  const mine = useSession()?.rights ?? [];
  const may = draft.rights.has(right);
  const isOwn = may !== roleRights[draft.role].has(right);
  const isBeyond = !may && !mine.includes(right);
  const mark = text(may ? 'staff.differs-more' : 'staff.differs-less');
  const description = isBeyond ? text('staff.not-yours') : isOwn ? mark : undefined;
  return (
    <div data-own={isOwn || undefined} className={styles.right}>
      <Checkbox
        checked={may}
        disabled={isBeyond}
        description={description}
        onChange={(checked) => draft.set(right, checked)}
      >
        {text(`rights.${right}`)}
      </Checkbox>
    </div>
  );
}

function Ceiling({ draft }: { readonly draft: RightsDraft }) {
  const text = useText();
  const format = useFormat();
  const mine = useSession();
  const ofRole = format.percent(discountCeiling[draft.role]);
  return (
    <PercentField
      key={draft.round}
      label={text('staff.ceiling')}
      value={draft.ceiling}
      most={mine?.rights.includes('discount-any') ? undefined : mine?.discountCeiling}
      onChange={draft.setCeiling}
      placeholder={format.percent(effectiveCeiling(draft.role, null))}
      description={text('staff.ceiling-note', { ceiling: ofRole })}
    />
  );
}
