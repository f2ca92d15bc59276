import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { PageItem } from '../../bridge/api-query.ts';
import { Button } from '../../ui/button.tsx';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { Badge } from '../../ui/status-pill.tsx';

export type SessionRow = PageItem<'staff.sessions'>;

/** The columns of who is and was signed in. */
export function sessionColumns(
  text: AppText,
  format: Format,
  onEnd: (session: SessionRow) => void,
): readonly FittingColumn<SessionRow>[] {
  return [
    {
      key: 'person',
      label: text('staff.session-person'),
      width: 'minmax(10rem, 2fr)',
      cell: ({ name, role }) => `${name}, ${text(`session.role-${role}`)}`,
    },
    {
      key: 'till',
      label: text('staff.session-till'),
      width: '6rem',
      fromWidth: 56,
      cell: ({ till }) => tillName(till, text),
    },
    {
      key: 'since',
      label: text('staff.session-since'),
      width: 'minmax(11.5rem, 1fr)',
      cell: ({ startedAt }) => format.dateTime(startedAt),
    },
    {
      key: 'by',
      label: text('staff.session-by'),
      width: 'minmax(8rem, 1fr)',
      fromWidth: 64,
      cell: ({ openedBy }) => text(`staff.by-${openedBy}`),
    },
    {
      key: 'until',
      label: text('staff.session-until'),
      width: 'minmax(11.5rem, 1fr)',
      cell: ({ endedAt }) =>
        endedAt === null ? <Badge tone="positive">{text('staff.now')}</Badge> : format.dateTime(endedAt),
    },
    {
      key: 'end',
      label: text('staff.session-end'),
      width: 'minmax(9rem, 2fr)',
      cell: (session) => <End session={session} text={text} onEnd={onEnd} />,
    },
  ];
}

/** Tills are numbered; one that was named otherwise keeps its name. */
function tillName(till: string, text: AppText): string {
  const number = /^till-(\d+)$/u.exec(till)?.[1];
  return number === undefined ? till : text('staff.till-number', { number });
}

type EndProps = {
  readonly session: SessionRow;
  readonly text: AppText;
  readonly onEnd: (session: SessionRow) => void;
};

function End({ session, text, onEnd }: EndProps) {
  const { endReason, endedByName, isOwn } = session;
  if (endReason === null) {
    return isOwn ? (
      text('staff.session-here')
    ) : (
      <Button size="small" onPress={() => onEnd(session)}>
        {text('staff.end-session')}
      </Button>
    );
  }
  const byOther = endReason === 'ended' || endReason === 'disabled' || endReason === 'new-secret';
  return byOther
    ? text(`staff.end-${endReason}`, { name: endedByName ?? '' })
    : text(`staff.end-${endReason}`);
}
