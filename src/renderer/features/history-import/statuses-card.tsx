import { historyFates } from '../../../shared/contract/history-choices.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { type HistoryPreview, isRemapped, mappingOf } from './history-state.ts';
import { ReadFirst } from './read-first.tsx';
import type { History } from './use-history.ts';
import { WordsTable } from './words-table.tsx';

type CardProps = { readonly history: History; readonly preview: HistoryPreview };

/** What the statuses of the file become. */
export function StatusesCard({ history, preview }: CardProps) {
  const { text, format } = useApp();
  const { state, session } = history;
  if (mappingOf(state, 'sales').status === undefined) return null;
  const title = text('history-screen.statuses');
  if (isRemapped(state, 'sales', 'status') || !preview.isReady)
    return <ReadFirst history={history} title={title} words={text('history-screen.statuses-unread')} />;
  const said = new Map((state.choices.statuses ?? []).map(({ status, becomes }) => [status, becomes]));
  const statuses = preview.statuses.filter(({ status }) => status !== '');
  if (statuses.length === 0) return null;
  const choices = historyFates.map((key) => ({ key, label: text(`history-screen.fate-${key}`) }));
  return (
    <Card title={title} flush>
      <WordsTable
        headings={[
          text('history-screen.status'),
          text('history-screen.orders'),
          text('history-screen.becomes'),
        ]}
        rows={statuses.map(({ status, orders, becomes, isGuessed }) => ({
          word: status,
          count: format.number(orders),
          label: text('history-screen.becomes-of', { word: status }),
          unknown: isGuessed && !said.has(status) ? text('history-screen.unknown') : undefined,
          choices,
          value: said.get(status) ?? becomes,
        }))}
        onChange={(word, becomes) =>
          session.choose((before) => ({
            ...before,
            statuses: statuses.map(({ status, becomes: was }) => ({
              status,
              becomes: status === word ? becomes : (said.get(status) ?? was),
            })),
          }))
        }
      />
    </Card>
  );
}
