import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import { useApp } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { useFailureWords } from '../../ui/failure-words.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './places-part.module.css';

/** What is to be known of the second place: whether it is there, what waits for it, what is amiss. */
export function SecondPlaceFacts({ place }: { readonly place: NonNullable<BackupsState['second']> }) {
  const { text, format } = useApp();
  const failureWords = useFailureWords();
  const { path, freeBytes, waiting, lastCopyAt, failure, warnings } = place;
  return (
    <>
      <DescriptionList
        items={[
          { term: text('backups.folder'), detail: <bdi className={styles.path}>{path}</bdi> },
          {
            term: text('backups.free'),
            detail: freeBytes === null ? text('backups.free-none') : format.bytes(freeBytes),
          },
          {
            term: text('backups.second-waiting-term'),
            detail: text('backups.second-waiting', { count: waiting }),
          },
          {
            term: text('backups.second-copied'),
            detail:
              lastCopyAt === null ? text('backups.fact-never') : <bdi>{format.dateTime(lastCopyAt)}</bdi>,
          },
        ]}
      />
      {freeBytes === null && (
        <ProblemNote tone="warning">
          <p>{text('backups.second-away')}</p>
        </ProblemNote>
      )}
      {failure !== null && (
        <ProblemNote tone="warning">
          <p>
            {text('backups.second-failure', {
              ...{ time: format.dateTime(failure.at), reason: failureWords(failure.reason) },
            })}
          </p>
        </ProblemNote>
      )}
      <PlaceWarnings warnings={warnings} />
    </>
  );
}

type Warning = NonNullable<BackupsState['second']>['warnings'][number];

/** Only the disk of the shop itself is a poor second place; clouds and networks are good ones. */
export function PlaceWarnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { text } = useApp();
  return warnings.map((warning) =>
    warning === 'same-disk' ? (
      <ProblemNote key={warning} tone="warning">
        <p>{text('backups.second-same-disk')}</p>
      </ProblemNote>
    ) : (
      <p key={warning} className={styles.muted}>
        {text(`backups.second-${warning}`)}
      </p>
    ),
  );
}
