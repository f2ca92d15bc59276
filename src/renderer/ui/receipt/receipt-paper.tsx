import { lazy, Suspense } from 'react';
import type { DocumentBlock, DocumentParty, DocumentRow } from '../../../shared/documents/document-block.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { joinClasses } from '../join-classes.ts';
import { GoodsTable } from './goods-table.tsx';
import styles from './receipt-paper.module.css';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

export type ReceiptPaperProps = {
  readonly blocks: readonly DocumentBlock[];
  readonly paper: '58mm' | '80mm' | 'a4';
  /** What it is, for screen readers: "Order 1042". */
  readonly label: string;
  /** How it is read; as the window where absent. */
  readonly direction?: 'ltr' | 'rtl' | undefined;
  /** Slides in, as a printer pushes it out. */
  readonly arrives?: boolean;
};

/** A receipt as the paper it will be: the same blocks that the printer draws. White in the dark too. */
export function ReceiptPaper({ blocks, paper, label, direction, arrives = false }: ReceiptPaperProps) {
  return (
    <article
      aria-label={label}
      dir={direction}
      className={joinClasses(styles.paper, styles[`paper-${paper}`], arrives && styles.arrives)}
      data-paper={paper}
    >
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a receipt is drawn whole and its blocks have no other name
        <Block key={index} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { readonly block: DocumentBlock }) {
  switch (block.kind) {
    case 'header':
      return (
        <header className={styles.header}>
          {block.logo !== undefined && (
            <img className={styles.logo} src={block.logo} alt="" draggable={false} />
          )}
          <h3 className={styles.shop}>
            <bdi>{block.name}</bdi>
          </h3>
          <Lines lines={block.lines} />
        </header>
      );
    case 'mark':
      return <p className={styles.mark}>{block.text}</p>;
    case 'title':
      return (
        <section className={styles.title}>
          <h4>{block.text}</h4>
          {block.rows.map((row) => (
            <Row key={`${row.label} ${row.value}`} row={row} />
          ))}
        </section>
      );
    case 'parties':
      return <Parties parties={block.parties} />;
    case 'line':
      return <SoldLine block={block} />;
    case 'goods':
      return <GoodsTable block={block} />;
    case 'amount':
      return <Row row={block} className={styles[block.weight]} />;
    case 'table':
      return <FigureTable block={block} />;
    case 'note':
      return (
        <p className={styles.note}>
          <bdi>{block.text}</bdi>
        </p>
      );
    case 'signature':
      return (
        <section className={styles.signatures}>
          {block.labels.map((label) => (
            <p key={label} className={styles.signature}>
              {label}
            </p>
          ))}
        </section>
      );
    case 'code':
      return <p className={styles.code}>{block.text}</p>;
    case 'qr':
      return (
        <figure className={styles.qr}>
          <Suspense fallback={<span className={styles.qrPlace} />}>
            <QrCode content={block.content} label={block.caption} className={styles.qrPlace} />
          </Suspense>
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    case 'footer':
      return (
        <footer className={styles.footer}>
          <Lines lines={block.lines} />
        </footer>
      );
    case 'rule':
      return <hr className={styles.rule} />;
    default:
      return assertNever(block);
  }
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <p key={line}>
      <bdi>{line}</bdi>
    </p>
  ));
}

function Row({ row, className }: { readonly row: DocumentRow; readonly className?: string | undefined }) {
  return (
    <p className={joinClasses(styles.row, className)}>
      <bdi>{row.label}</bdi>
      <bdi className={styles.value}>{row.value}</bdi>
    </p>
  );
}

function Parties({ parties }: { readonly parties: readonly DocumentParty[] }) {
  return (
    <div className={styles.parties}>
      {parties.map(({ title, lines }) => (
        <section key={title} className={styles.party}>
          <h5>{title}</h5>
          <Lines lines={lines} />
        </section>
      ))}
    </div>
  );
}

function SoldLine({ block }: { readonly block: Extract<DocumentBlock, { kind: 'line' }> }) {
  const { name, detail, amount, discount, note } = block;
  return (
    <section className={styles.line}>
      <Row row={{ label: name, value: amount }} />
      {detail !== null && <p className={styles.detail}>{detail}</p>}
      {discount !== null && <Row row={discount} className={styles.detail} />}
      {note !== null && (
        <p className={styles.detail}>
          <bdi>{note}</bdi>
        </p>
      )}
    </section>
  );
}

function FigureTable({ block }: { readonly block: Extract<DocumentBlock, { kind: 'table' }> }) {
  return (
    <table className={styles.table}>
      <caption>{block.title}</caption>
      <thead>
        <tr>
          {block.headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((cells) => (
          <tr key={cells.join(' ')}>
            {cells.map((cell, column) => (
              <td key={block.headings[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
