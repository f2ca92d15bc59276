import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Making a backup, checking one, checking the shop file itself: what runs, how it came out, stopping it. */
export function useBackupWork() {
  const text = useText();
  const errorText = useErrorText();
  const make = useCommand('backups.make');
  const check = useCommand('backups.check');
  const checkShop = useCommand('condition.check');
  const cancel = useCommand('backups.cancel');
  const onError = (error: { readonly code: string }) => {
    // Whoever is asked for a passphrase reads so beside the field.
    if (error.code === 'wrong-passphrase') return;
    toast(errorText(error), { tone: error.code === 'cancelled' ? 'info' : 'danger' });
  };
  return {
    running: make.isPending
      ? ('backup' as const)
      : check.isPending
        ? ('check' as const)
        : checkShop.isPending
          ? ('shop' as const)
          : null,
    requestId: (make.isPending ? make : check.isPending ? check : checkShop).requestId,
    make: () =>
      make.mutate(
        {},
        {
          onSuccess: ({ facts }) =>
            toast(text('backups.made', { count: facts?.orders ?? 0 }), { tone: 'positive' }),
          onError,
        },
      ),
    check: (name: string, passphrase: string | null) =>
      check.mutate(
        { name, passphrase },
        {
          onSuccess: ({ problems }) =>
            toast(text(problems.length === 0 ? 'backups.checked' : 'backups.checked-fell'), {
              tone: problems.length === 0 ? 'positive' : 'danger',
            }),
          onError,
        },
      ),
    checkShop: () =>
      checkShop.mutate(
        {},
        {
          onSuccess: ({ problems }) =>
            toast(text(problems.length === 0 ? 'condition.checked' : 'condition.found'), {
              tone: problems.length === 0 ? 'positive' : 'danger',
            }),
          onError,
        },
      ),
    /** How the last check of this one came out in this visit. */
    resultOf: (name: string) =>
      check.variables?.name === name && !check.isPending
        ? { found: check.data ?? null, refused: check.error }
        : { found: null, refused: null },
    stop: () => cancel.mutate({}, { onError }),
  };
}

export type BackupWork = ReturnType<typeof useBackupWork>;
