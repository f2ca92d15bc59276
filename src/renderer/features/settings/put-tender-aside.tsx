import type { TenderView } from '../../../shared/contract/shop-tenders.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { tenderFacts } from './tender-row.tsx';
import { useSeen } from './use-seen.ts';

type PutTenderAsideProps = { readonly tender: TenderView; readonly onClose: () => void };

/** Offers a way to pay no longer. */
export function PutTenderAside({ tender, onClose }: PutTenderAsideProps) {
  const text = useText();
  const errorText = useErrorText();
  const archive = useCommand('tenders.archive');
  const { seen, isOvertaken, look } = useSeen(tender);
  const { name } = tender;
  const submit = () =>
    archive.mutate(
      { tenderId: tender.id, revision: seen.revision },
      {
        onSuccess: () => {
          toast(text('tenders.put-aside-done', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  const isNews = isOvertaken && !archive.isPending && !archive.isSuccess;
  const facts = [name, ...tenderFacts(tender, text)].join(' · ');
  return (
    <ChangeDialog
      title={text('tenders.put-aside-title', { name: seen.name })}
      action={text('tenders.put-aside')}
      keep={text('tenders.put-aside-keep', { name: seen.name })}
      danger
      pending={archive.isPending}
      refused={archive.error ? errorText(archive.error) : null}
      overtaken={
        isNews
          ? {
              title: text('tenders.overtaken', { name: seen.name }),
              now: text('tenders.overtaken-now', { facts }),
              onKeepMine: look,
            }
          : null
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{text('tenders.put-aside-what')}</p>
    </ChangeDialog>
  );
}
