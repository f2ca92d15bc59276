import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** That something in the shop file was changed past the application, until somebody acknowledges it. */
export function FindingsNotice() {
  const text = useText();
  const count = useApiQuery('audit.state', {}).data?.openFindings ?? 0;
  if (count === 0) return null;
  return (
    <ProblemNote
      title={text('audit.notice-title', { count })}
      action={
        <Link to="/audit" query={{ part: 'checks' }}>
          {text('audit.notice-see')}
        </Link>
      }
    >
      <p>{text('audit.notice')}</p>
    </ProblemNote>
  );
}
