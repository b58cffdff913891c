import type { RuleCase } from '../rule-case.ts';

const steps = ['charge', 'scrub', '837p-test', '277ca', '835-post', 'denial', 'statement', 'month-end'];

/** Launch: a change that makes each rule speak. */
export const launchCases: readonly RuleCase[] = [
  { item: 'lch-dryrun', rule: 'only-made-up-data', change: { made_up_data: false }, says: 'made-up' },
  {
    item: 'lch-dryrun',
    rule: 'step-failed',
    change: {
      steps: steps.map((rowId) =>
        rowId === '837p-test'
          ? { rowId, result: 'fail', date: '2026-11-19', fix: 'File refused; asked support.' }
          : { rowId, result: 'pass', date: '2026-11-19' },
      ),
    },
    says: 'Send an 837P test file (the claim): failed',
  },
  { item: 'lch-calendar', rule: 'list-complete', change: { all_listed: false }, says: 'still missing' },
  {
    item: 'lch-calendar',
    rule: 'signed-after-printing',
    change: { printed: '2026-11-20', signed: '2026-11-19' },
    says: 'older than the printed report',
  },
  {
    item: 'lch-calendar',
    rule: 'renewal-overdue',
    change: {
      dated_items: [{ rowId: 'r1', item: 'Cyber policy', due: '2026-11-21', must_renew: true }],
    },
    says: 'Cyber policy: was due on 21 Nov 2026',
  },
];
