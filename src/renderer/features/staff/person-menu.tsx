import { Ellipsis } from 'lucide-react';
import { useMay, useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { navigate } from '../../ui/router.ts';
import type { Person } from './person.ts';
import type { PersonTask } from './person-dialogs.tsx';

type PersonMenuProps = { readonly person: Person; readonly onTask: (task: PersonTask) => void };

/** What can be done with one person; one's own PIN and password have a place of their own. */
export function PersonMenu({ person, onTask }: PersonMenuProps) {
  const text = useText();
  const isMe = useSession()?.staffId === person.id;
  const maySeeLog = useMay('see-audit');
  if (!isMe && !person.mayChange) {
    return (
      <Button size="small" disabledReason={text('staff.may-more', { name: person.name })}>
        {text('staff.change-rights')}
      </Button>
    );
  }
  const task = (kind: PersonTask['kind'], danger = false): MenuAction => ({
    key: kind,
    label: text(`staff.${kind}`),
    danger,
    separated: danger,
    onAction: () => onTask({ kind, person }),
  });
  const ownPlace: MenuAction = {
    key: 'own',
    label: text('staff.own'),
    onAction: () => navigate('/staff?part=own'),
  };
  const log: MenuAction = {
    key: 'log',
    label: text('audit.same-person', { name: person.name }),
    onAction: () => navigate('/audit', { query: { person: String(person.id) } }),
  };
  const changes = isMe
    ? [task('rename'), ownPlace]
    : person.disabled
      ? [task('enable'), task('rename')]
      : [
          task('rename'),
          task('change-role'),
          ...(person.role === 'owner' ? [] : [task('change-rights')]),
          task('new-pin'),
          task('new-password'),
          task('disable', true),
        ];
  const actions = maySeeLog ? [log, ...changes] : changes;
  const label = text('staff.actions-of', { name: person.name });
  return <Menu trigger={<IconButton label={label} icon={<Ellipsis />} />} label={label} actions={actions} />;
}
