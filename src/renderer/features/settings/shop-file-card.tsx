import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { MoveFileDialog } from './move-file-dialog.tsx';
import { OpenShopDialog } from './open-shop-dialog.tsx';
import styles from './section.module.css';

type Folder = NonNullable<Output<'machine.chooseFolder'>>;
type Shop = NonNullable<Output<'machine.chooseShop'>>;

/** Where the shop file lies, and the ways to have it elsewhere or to open another. */
export function ShopFileCard() {
  const text = useText();
  const { data: place, error } = useApiQuery('machine.shopFile', {});
  const [folder, setFolder] = useState<Folder | null>(null);
  const [shop, setShop] = useState<Shop | null>(null);
  const ask = useAsking(setFolder, setShop);
  return (
    <Card title={text('computer.file')}>
      <div className={styles.form}>
        <p className={styles.muted}>{text('computer.file-note')}</p>
        {error && <ProblemNote>{text('computer.file-fell')}</ProblemNote>}
        {!place && !error && <Skeleton height="6rem" />}
        {place && <Facts place={place} />}
        <div className={styles.actions}>
          <Button icon={<FolderOpen />} onPress={ask.show}>
            {text('computer.file-show')}
          </Button>
          <Button onPress={ask.folder} pending={ask.isAskingFolder}>
            {text('computer.file-move')}
          </Button>
          <Button variant="quiet" onPress={ask.shop} pending={ask.isAskingShop}>
            {text('computer.file-open')}
          </Button>
        </div>
      </div>
      {folder && place && (
        <MoveFileDialog
          from={place.path}
          chosen={folder}
          isAsking={ask.isAskingFolder}
          onChooseAgain={ask.folder}
          onClose={() => setFolder(null)}
        />
      )}
      {shop && (
        <OpenShopDialog
          chosen={shop}
          isAsking={ask.isAskingShop}
          onChooseAgain={ask.shop}
          onClose={() => setShop(null)}
        />
      )}
    </Card>
  );
}

/** The system's dialogs; one that is closed without a choice changes nothing. */
function useAsking(onFolder: (folder: Folder) => void, onShop: (shop: Shop) => void) {
  const errorText = useErrorText();
  const show = useCommand('machine.showShopFile');
  const chooseFolder = useCommand('machine.chooseFolder');
  const chooseShop = useCommand('machine.chooseShop');
  const onError = (error: unknown) => void toast(errorText(error), { tone: 'danger' });
  return {
    show: () => show.mutate({}, { onError }),
    folder: () => chooseFolder.mutate({}, { onSuccess: (chosen) => chosen && onFolder(chosen), onError }),
    shop: () => chooseShop.mutate({}, { onSuccess: (chosen) => chosen && onShop(chosen), onError }),
    isAskingFolder: chooseFolder.isPending,
    isAskingShop: chooseShop.isPending,
  };
}

function Facts({ place: { path, bytes, warnings, last } }: { readonly place: Output<'machine.shopFile'> }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <DescriptionList
        items={[
          {
            term: text('computer.file-where'),
            detail: (
              <bdi key="path" className={styles.path}>
                {path}
              </bdi>
            ),
          },
          { term: text('computer.file-size'), detail: format.bytes(bytes) },
        ]}
      />
      {warnings.map((warning) => (
        <ProblemNote key={warning} tone="warning">
          <p>{text(`computer.warning-${warning}`)}</p>
        </ProblemNote>
      ))}
      {last !== null && last.problem === null && (
        <p className={styles.muted}>
          {text(`computer.${last.kind}`, { date: format.dateTime(last.at), left: last.left })}
        </p>
      )}
      {last !== null && last.problem !== null && (
        <ProblemNote tone="warning">
          <p>
            {text(`computer.${last.kind}-fell`, {
              ...{ date: format.dateTime(last.at), to: last.to, problem: last.problem },
            })}
          </p>
        </ProblemNote>
      )}
    </>
  );
}
