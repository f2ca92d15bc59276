import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './file-facts.module.css';
import type { ImportPreview } from './import-reducer.ts';
import type { ProductImport } from './use-import.ts';

const formats = ['shopify', 'woocommerce', 'generic'] as const;
const encodings = ['utf-8', 'windows-1252', 'mac-roman', 'utf-16le', 'utf-16be'] as const;
const decimals = ['point', 'comma'] as const;
const delimiters = [
  { key: ',', name: 'comma' },
  { key: ';', name: 'semicolon' },
  { key: '\t', name: 'tab' },
  { key: '|', name: 'bar' },
] as const;

type FileFactsProps = { readonly load: ProductImport; readonly preview: ImportPreview };

/** What was recognised about the file, each of it to be corrected; a correction reads the file anew. */
export function FileFacts({ load, preview }: FileFactsProps) {
  const text = useText();
  const { choices } = load.state;
  return (
    <Card title={text('import-screen.how-read')}>
      {(preview.format === 'generic' || choices.format === undefined) && (
        <p className={styles.recognised}>{text(`import-screen.recognised-${preview.format}`)}</p>
      )}
      <div className={styles.facts}>
        <Select
          label={text('import-screen.format')}
          choices={formats.map((key) => ({ key, label: text(`import.format-${key}`) }))}
          value={choices.format ?? preview.format}
          onChange={(format) => load.readAs({ format })}
        />
        <Select
          label={text('import-screen.delimiter')}
          choices={delimiters.map(({ key, name }) => ({
            key,
            label: text(`import-screen.delimiter-${name}`),
          }))}
          value={choices.delimiter ?? preview.delimiter}
          onChange={(delimiter) => load.readAs({ delimiter })}
        />
        <Select
          label={text('import-screen.decimal')}
          choices={decimals.map((key) => ({ key, label: text(`import-screen.decimal-${key}`) }))}
          value={choices.decimal ?? preview.decimal}
          onChange={(decimal) => load.readAs({ decimal })}
        />
        <Select
          label={text('import-screen.encoding')}
          choices={encodings.map((key) => ({ key, label: text(`import-screen.encoding-${key}`) }))}
          value={choices.encoding ?? preview.encoding}
          onChange={(encoding) => load.readAs({ encoding })}
        />
      </div>
      <Checkbox
        checked={choices.hasHeader ?? preview.hasHeader}
        onChange={(hasHeader) => load.readAs({ hasHeader })}
      >
        {text('import-screen.header-row')}
      </Checkbox>
    </Card>
  );
}
