import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { filePreview, type HistoryPreview, isRemapped, mappingOf } from './history-state.ts';
import { tenderName } from './history-words.ts';
import { ReadFirst } from './read-first.tsx';
import type { History } from './use-history.ts';
import { WordsTable } from './words-table.tsx';

type CardProps = { readonly history: History; readonly preview: HistoryPreview };

const apart = 'apart';

/** Which ways of paying of the file are the shop's own; the others come in archived, under their own name. */
export function TendersCard({ history, preview }: CardProps) {
  const { text, format } = useApp();
  const { state, session } = history;
  const shopTenders = useApiQuery('shop.tenders', {}).data ?? [];
  const slot = filePreview(state, 'payments') === null ? 'sales' : 'payments';
  if (mappingOf(state, slot).tender === undefined) return null;
  const title = text('history-screen.tenders');
  if (isRemapped(state, slot, 'tender') || !preview.isReady)
    return <ReadFirst history={history} title={title} words={text('history-screen.tenders-unread')} />;
  const { tenders } = preview;
  if (tenders.length === 0) return null;
  const said = state.choices.tenders;
  const chosen = (name: string, tenderId: number | null): number | null =>
    said === undefined ? tenderId : (said.find((one) => one.name === name)?.tenderId ?? null);
  const own = shopTenders.map(({ id, name }) => ({ key: String(id), label: name }));
  return (
    <Card title={title} flush>
      <WordsTable
        headings={[
          text('history-screen.tender'),
          text('history-screen.orders-and-amount'),
          text('history-screen.becomes'),
        ]}
        rows={tenders.map(({ name, orders, amount, tenderId, isNamed }) => {
          const value = chosen(name, tenderId) ?? (isNamed ? tenderId : null);
          const archived = { key: apart, label: text('history-screen.tender-apart') };
          // One that the shop archived meanwhile is in no list of its own.
          const isListed = value === null || own.some(({ key }) => key === String(value));
          const other = { key: String(value), label: name };
          return {
            word: name,
            shown: tenderName(name, text),
            count: text('history-screen.orders-worth', { count: orders, amount: format.money(amount) }),
            label: text('history-screen.becomes-of', { word: tenderName(name, text) }),
            choices: [...(isNamed ? [] : [archived]), ...own, ...(isListed ? [] : [other])],
            value: value === null ? apart : String(value),
          };
        })}
        onChange={(word, key) =>
          session.choose((before) => ({
            ...before,
            tenders: tenders.flatMap(({ name, tenderId }) => {
              const id = name === word ? (key === apart ? null : Number(key)) : chosen(name, tenderId);
              return id === null ? [] : [{ name, tenderId: id }];
            }),
          }))
        }
      />
    </Card>
  );
}
