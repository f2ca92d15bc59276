import type { ReportKey } from '../../../shared/contract/reports.ts';
import { useText } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import styles from './report-list.module.css';
import { type ReportGroup, reportGroups, reportOf, reportsIn } from './report-of.ts';

type Often = {
  readonly name: 'week' | 'month' | 'ever' | 'status' | 'payments' | 'products' | 'average';
  readonly report: ReportKey;
  readonly query: Readonly<Record<string, string>>;
};

/** What is looked at again and again, with its range, one press away. */
const often: readonly Often[] = [
  { name: 'week', report: 'sales', query: { range: 'last-7-days' } },
  { name: 'month', report: 'sales', query: { range: 'last-30-days' } },
  { name: 'ever', report: 'sales', query: { range: 'all-time', by: 'month' } },
  { name: 'products', report: 'products', query: { range: 'all-time', sort: '-units', rows: '10' } },
  { name: 'average', report: 'average-order', query: { range: 'last-12-months', by: 'month' } },
  { name: 'status', report: 'status', query: { range: 'all-time' } },
  { name: 'payments', report: 'payments', query: { range: 'all-time' } },
];

/** Every report with what it tells, and what is looked at most often. */
export function ReportList() {
  const text = useText();
  return (
    <div className={styles.list}>
      <PageHeader title={text('reports.title')} subtitle={text('reports.overview')} />
      <nav className={styles.often} aria-label={text('reports.often')}>
        <h2 className={styles.title}>{text('reports.often')}</h2>
        <ul className={styles.links}>
          {often.map(({ name, report, query }) => (
            <li key={name}>
              <Link to={`/reports/${report}`} query={query} className={styles.chip}>
                {text(`reports.often-${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {reportGroups.map((group) => (
        <Group key={group} group={group} />
      ))}
    </div>
  );
}

function Group({ group }: { readonly group: ReportGroup }) {
  const text = useText();
  const title = text(`reports.group-${group}`);
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.cards}>
        {reportsIn(group).map((report) => {
          const { icon: Icon } = reportOf[report];
          return (
            <li key={report}>
              <Link to={`/reports/${report}`} className={styles.card}>
                <span className={styles.icon} aria-hidden="true">
                  <Icon />
                </span>
                <span className={styles.words}>
                  <span className={styles.name}>{text(`reports.${report}`)}</span>
                  <span className={styles.about}>{text(`reports.about-${report}`)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
