import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './advanced-card.module.css';
import {
  type FilePreview,
  fileChoice,
  type HistoryPreview,
  withFile,
  withOtherCells,
} from './history-state.ts';
import type { History } from './use-history.ts';

const encodings = ['utf-8', 'windows-1252', 'mac-roman', 'utf-16le', 'utf-16be'] as const;
const decimals = ['point', 'comma'] as const;
const delimiters = [
  { key: ',', name: 'comma' },
  { key: ';', name: 'semicolon' },
  { key: '\t', name: 'tab' },
  { key: '|', name: 'bar' },
] as const;

type CardProps = { readonly history: History; readonly preview: HistoryPreview };

/** How the files are written, folded away: it is nearly always recognised rightly. */
export function AdvancedCard({ history, preview }: CardProps) {
  const text = useText();
  const isBroken = preview.odd.some(({ code }) => code === 'characters-broken');
  const [isOpen, setOpen] = useState(isBroken);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <Card
      title={text('history-screen.advanced')}
      actions={
        <Button
          variant="quiet"
          size="small"
          icon={<Arrow />}
          expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {text(isOpen ? 'history-screen.fold' : 'history-screen.unfold')}
        </Button>
      }
    >
      <div className={styles.files}>
        {isOpen ? (
          preview.files.map((file) => <FileFacts key={file.slot} history={history} file={file} />)
        ) : (
          <p className={styles.more}>{text('history-screen.advanced-more')}</p>
        )}
      </div>
    </Card>
  );
}

function FileFacts({ history, file }: { readonly history: History; readonly file: FilePreview }) {
  const { text, format } = useApp();
  const { state, session } = history;
  const { slot } = file;
  return (
    <section aria-label={file.fileName}>
      <h3 className={styles.name} dir="auto">
        {file.fileName}
      </h3>
      <div className={styles.facts}>
        <Select
          label={text('import-screen.delimiter')}
          choices={delimiters.map(({ key, name }) => ({
            key,
            label: text(`import-screen.delimiter-${name}`),
          }))}
          value={fileChoice(state, file, 'delimiter')}
          onChange={(delimiter) =>
            session.chooseAndRead((choices) => withOtherCells(choices, slot, { delimiter }))
          }
        />
        <Select
          label={text('import-screen.decimal')}
          choices={decimals.map((key) => ({ key, label: text(`import-screen.decimal-${key}`) }))}
          value={fileChoice(state, file, 'decimal')}
          onChange={(decimal) => session.choose((choices) => withFile(choices, slot, { decimal }))}
        />
        <Select
          label={text('import-screen.encoding')}
          choices={encodings.map((key) => ({ key, label: text(`import-screen.encoding-${key}`) }))}
          value={fileChoice(state, file, 'encoding')}
          onChange={(encoding) =>
            session.chooseAndRead((choices) => withOtherCells(choices, slot, { encoding }))
          }
        />
        {slot !== 'customers' && format.exponent > 0 && (
          <Select
            label={text('history-screen.amounts-written')}
            choices={(['major', 'minor'] as const).map((key) => ({
              key,
              label: text(`history-screen.amounts-${key}`),
            }))}
            value={fileChoice(state, file, 'amountsIn')}
            onChange={(amountsIn) => session.choose((choices) => withFile(choices, slot, { amountsIn }))}
          />
        )}
      </div>
      <Checkbox
        checked={fileChoice(state, file, 'hasHeader')}
        onChange={(hasHeader) =>
          session.chooseAndRead((choices) => withOtherCells(choices, slot, { hasHeader }))
        }
      >
        {text('import-screen.header-row')}
      </Checkbox>
    </section>
  );
}
