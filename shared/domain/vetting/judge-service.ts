import type { AnswerReader } from '../answer-reader.ts';
import { type Judgment, scoreLine } from './judgment.ts';

const FULL_SUPPORT = 7;
const UPTIME_POINTS = 4;
const PROCEDURE_POINTS = 3;
const LEAST_UPTIME_PERCENT = 99.5;
const FULL_REFERENCES = 5;
const REFERENCES_NEEDED = 3;

/** Support and uptime: 99.5% or better 4, a written procedure for outages 3. */
export function judgeSupport(candidate: AnswerReader): Judgment {
  const uptime = candidate.number('uptime');
  const isUp = uptime !== null && uptime >= LEAST_UPTIME_PERCENT;
  const hasProcedure = candidate.isYes('downtime_procedure');
  const points = (isUp ? UPTIME_POINTS : 0) + (hasProcedure ? PROCEDURE_POINTS : 0);
  const why = [
    uptime === null ? 'Uptime: not answered.' : `It promises ${uptime}% uptime.`,
    hasProcedure
      ? 'There is a written procedure for outages.'
      : candidate.isNo('downtime_procedure')
        ? 'There is no written procedure for outages.'
        : 'Procedure for outages: not answered.',
  ];
  return {
    lines: [scoreLine('support', 'Support and uptime', [points, FULL_SUPPORT], why)],
    holds: [],
    conditions: [
      ...(uptime !== null && !isUp ? ['It promises less than 99.5% uptime.'] : []),
      ...(candidate.isNo('downtime_procedure') ? ['It has no written procedure for outages.'] : []),
    ],
  };
}

/** References: 5 for three good ones, in proportion below. */
export function judgeReferences(candidate: AnswerReader): Judgment {
  const called = candidate.rows('refs').filter((row) => row.has('called') && row.has('opinion'));
  const good = called.filter((row) => row.text('opinion') === 'positive').length;
  const points = Math.floor((FULL_REFERENCES * Math.min(good, REFERENCES_NEEDED)) / REFERENCES_NEEDED);
  return {
    lines: [
      scoreLine(
        'references',
        'References',
        [points, FULL_REFERENCES],
        [`${called.length} called, ${good} of them good.`],
      ),
    ],
    holds: called.length < REFERENCES_NEEDED ? [`References: ${called.length} of 3 called.`] : [],
    conditions: called
      .filter((row) => row.text('opinion') === 'negative')
      .map((row) => `A bad reference: ${row.text('company').trim() || 'a billing company'}.`),
  };
}
