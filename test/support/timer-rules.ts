import type { ShopRule } from './shop-rule.ts';

const byItself = `SELECT at, count(*) AS n FROM orderEvents WHERE kind = 'status' AND staffId IS NULL
    AND details ->> 'from' = 'in-transit' AND details ->> 'to' = 'delivered' GROUP BY at`;

/** What the hourly timer wrote down, and what it did. */
export const timerRules: readonly ShopRule[] = [
  [
    'hour that no run of the timer has caught up with',
    'SELECT 1 FROM (SELECT max(hour) - min(hour) + 1 AS span, count(*) AS n FROM timerHours) WHERE span <> n',
  ],
  [
    'run that covered other hours than it says',
    `SELECT r.id FROM timerRuns r LEFT JOIN (SELECT runId, count(*) AS n FROM timerHours GROUP BY runId) h
       ON h.runId = r.id WHERE r.hours <> ifnull(h.n, 0)`,
  ],
  [
    'run that did something though it says that it did not run',
    `SELECT 1 FROM timerRuns WHERE outcome <> 'done' AND (hours <> 0 OR delivered <> 0)`,
  ],
  ['run that ended before it began', 'SELECT 1 FROM timerRuns WHERE finishedAt < startedAt'],
  [
    'delivery that nobody made and no run either',
    `SELECT 1 FROM (${byItself}) told FULL JOIN (
       SELECT startedAt AS at, sum(delivered) AS n FROM timerRuns GROUP BY startedAt HAVING n > 0) ran ON ran.at = told.at
     WHERE told.n IS NOT ran.n`,
  ],
  ['gap in the runs', 'SELECT 1 FROM (SELECT max(id) AS last, count(*) AS n FROM timerRuns) WHERE last <> n'],
];
