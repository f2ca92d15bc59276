import { usePlace } from '../../ui/router.ts';
import { HistoryWizard } from './history-wizard.tsx';
import { PastScreen } from './past/past-screen.tsx';

/** Sales history from other programs: what came in at `/import/history`, bringing more in at `/import/history/new`. */
export function HistoryImportScreen() {
  const { path } = usePlace();
  return path === '/import/history/new' ? <HistoryWizard /> : <PastScreen />;
}
