import type { AppText } from '../text/english.ts';
import type { DocumentBlock } from './document-block.ts';

type RecoveryCode = {
  readonly shopName: string;
  readonly recoveryCode: string;
  readonly madeOn: string;
  readonly text: AppText;
};

/** The owner's recovery code on paper, the only place where it is kept as it is. */
export function recoveryCodeBlocks({
  shopName,
  recoveryCode,
  madeOn,
  text,
}: RecoveryCode): readonly DocumentBlock[] {
  return [
    { kind: 'header', name: shopName, lines: [] },
    {
      kind: 'title',
      text: text('documents.recovery-title'),
      rows: [{ label: text('documents.recovery-made'), value: madeOn }],
    },
    { kind: 'rule' },
    { kind: 'code', text: recoveryCode },
    { kind: 'rule' },
    { kind: 'note', text: text('documents.recovery-words') },
    { kind: 'note', text: text('documents.recovery-replaced') },
  ];
}
