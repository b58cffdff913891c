import type { Answers, Row } from '../../../shared/domain/field.ts';
import type { RuleCase } from '../rule-case.ts';

const CHOSEN = 'Clearwater Claims Exchange';

const candidate = (changes: Partial<Row>): Row => ({
  rowId: 'r1',
  name: CHOSEN,
  legal_name: 'Clearwater Claims Exchange, Inc.',
  address_kind: 'street',
  address: '410 Foundry Street, Wilmington',
  hq_state: 'DE',
  registered_in: 'DE',
  registry: 'active',
  year_founded: 2004,
  parent: 'Independent',
  ...changes,
});

const answerFrom = (state: string, changes: Partial<Row> = {}): Row => ({
  rowId: `r-${state}`,
  state,
  method: 'phone',
  date: '2026-11-02',
  result: 'no-record',
  ...changes,
});

const unsigned: Partial<Record<'clh-contract' | 'clh-baa', Answers>> = { 'clh-contract': {}, 'clh-baa': {} };

const shortlist: readonly RuleCase[] = [
  {
    item: 'clh-shortlist',
    rule: 'no-street-address',
    change: { candidates: [candidate({ address_kind: 'box-only' })] },
    says: `${CHOSEN}: no street address`,
  },
  {
    item: 'clh-shortlist',
    rule: 'no-street-address',
    change: { candidates: [candidate({ address_kind: 'none', name: '', legal_name: '' })] },
    says: 'A candidate: no street address',
  },
  {
    item: 'clh-shortlist',
    rule: 'no-legal-name',
    change: { candidates: [candidate({ registry: 'not-found' })] },
    says: 'not found on the state register',
  },
  {
    item: 'clh-shortlist',
    rule: 'not-active',
    change: { candidates: [candidate({ registry: 'inactive' })] },
    says: 'does not show it as active',
  },
];

/** The same rules judge both kinds of office. */
const officeCases = (item: 'clh-ag' | 'clh-consumer', office: string): readonly RuleCase[] => [
  {
    item,
    rule: 'every-state-answered',
    change: { answers: [answerFrom('DE')] },
    says: `New Jersey ${office}: no answer logged yet`,
  },
  {
    item,
    rule: 'every-state-answered',
    change: { answers: [answerFrom('NJ')] },
    says: `Delaware ${office}: no answer logged yet`,
  },
  {
    item,
    rule: 'every-state-answered',
    change: {},
    others: { 'clh-shortlist': { candidates: [candidate({ hq_state: 'TX' })] } },
    says: `Texas ${office}: no answer logged yet`,
  },
  {
    item,
    rule: 'open-complaint',
    change: { answers: [answerFrom('NJ'), answerFrom('DE', { result: 'open-complaint' })] },
    says: `Delaware ${office}: open complaint`,
  },
  {
    item,
    rule: 'open-complaint',
    change: {
      answers: [
        answerFrom('NJ', { result: 'open-complaint', company: 'Tidewater EDI', date: '2026-11-01' }),
        answerFrom('NJ', { rowId: 'r3', company: CHOSEN }),
      ],
    },
    says: `New Jersey ${office} (Tidewater EDI): open complaint`,
  },
  {
    item,
    rule: 'action-on-record',
    change: { answers: [answerFrom('NJ', { result: 'action-settlement' }), answerFrom('DE')] },
    says: `New Jersey ${office}: legal action or settlement`,
  },
  {
    item,
    rule: 'no-reply',
    change: { answers: [answerFrom('NJ', { result: 'no-reply', date: '2026-11-16' }), answerFrom('DE')] },
    says: 'Ask again on or after 30 Nov 2026',
  },
  {
    item,
    rule: 'no-reply',
    change: { answers: [answerFrom('NJ', { result: 'no-reply', date: '2026-11-02' }), answerFrom('DE')] },
    says: '10 business days have passed',
  },
  {
    item,
    rule: 'no-reply',
    change: {
      answers: [
        answerFrom('NJ', { result: 'no-reply', date: '2026-11-02', second_attempt: '2026-11-13' }),
        answerFrom('DE'),
      ],
    },
    says: 'Ask once more, from 16 Nov 2026',
  },
  {
    item,
    rule: 'older-than-90-days',
    change: { answers: [answerFrom('NJ'), answerFrom('DE', { date: '2026-08-23' })] },
    others: unsigned,
    says: 'is more than 90 days old. Check again before you sign',
  },
  {
    item,
    rule: 'older-than-90-days',
    change: { answers: [answerFrom('NJ', { date: '2026-08-01' }), answerFrom('DE')] },
    others: { ...unsigned, 'clh-contract': { signed: '2026-11-03' } },
    says: 'was more than 90 days old when you signed on 3 Nov 2026',
  },
  {
    item,
    rule: 'older-than-90-days',
    change: { answers: [answerFrom('NJ', { date: '2026-08-01' }), answerFrom('DE')] },
    others: { ...unsigned, 'clh-baa': { both_signed: true, signed: '2026-11-04' } },
    says: 'when you signed on 4 Nov 2026',
  },
];

const bbb: readonly RuleCase[] = [
  {
    item: 'clh-bbb',
    rule: 'complaints-add-up',
    change: { complaints: 2, unresolved: 3 },
    says: 'More complaints unresolved',
  },
  { item: 'clh-bbb', rule: 'alert', change: { has_alert: true, alert: 'Mail returned' }, says: 'alert' },
  {
    item: 'clh-bbb',
    rule: 'unanswered-pattern',
    change: { unanswered_pattern: true },
    says: 'left unanswered',
  },
  {
    item: 'clh-bbb',
    rule: 'no-trace',
    change: { found: false, claims_years: true },
    says: 'no profile',
  },
  {
    item: 'clh-bbb',
    rule: 'older-than-90-days',
    change: { date: '2026-08-23' },
    others: unsigned,
    says: 'Better Business Bureau: what you recorded on 23 Aug 2026',
  },
  {
    item: 'clh-bbb',
    rule: 'older-than-90-days',
    change: { date: '2026-08-01' },
    others: { ...unsigned, 'clh-contract': { signed: '2026-11-03' } },
    says: 'when you signed on 3 Nov 2026',
  },
];

const search = (rowId: string, changes: Partial<Row> = {}): Row => ({
  rowId,
  result: 'no-record',
  date: '2026-11-02',
  ...changes,
});
const found = (rowId: string, finding: string): Row => search(rowId, { result: 'found', finding });

const federal: readonly RuleCase[] = [
  {
    item: 'clh-federal',
    rule: 'exclusion-match',
    change: { searches: [found('leie', 'other')] },
    says: 'exclusion list (OIG LEIE): the company or its parent is excluded',
  },
  {
    item: 'clh-federal',
    rule: 'exclusion-match',
    change: { searches: [found('sam', 'other')] },
    says: 'SAM.gov',
  },
  {
    item: 'clh-federal',
    rule: 'exclusion-match',
    change: { searches: [found('news', 'excluded')] },
    says: 'Court and news search: the company or its parent is excluded',
  },
  {
    item: 'clh-federal',
    rule: 'deception-action',
    change: { searches: [found('ftc', 'deception')] },
    says: 'fraud or deception',
  },
  {
    item: 'clh-federal',
    rule: 'breach-unexplained',
    change: { searches: [found('ocr', 'breach-unexplained')] },
    says: 'no account of what was repaired',
  },
  {
    item: 'clh-federal',
    rule: 'possible-match',
    change: { searches: [search('leie', { result: 'possible' })] },
    says: 'a possible match is not settled',
  },
];

const OPEN_OFFER = {
  offered: true,
  turned_down: false,
  promised_clients: false,
  disclosure_date: '2026-11-10',
  earnings_claim: false,
  refs_called: 4,
  refund: 'full',
} as const;

const bizopp: readonly RuleCase[] = [
  {
    item: 'clh-bizopp',
    rule: 'references-called',
    change: { ...OPEN_OFFER, refs_called: 0 },
    says: 'No earlier buyer called',
  },
  {
    item: 'clh-bizopp',
    rule: 'promised-clients',
    change: { ...OPEN_OFFER, promised_clients: true },
    says: 'Do not sign or pay',
  },
  {
    item: 'clh-bizopp',
    rule: 'no-disclosure',
    change: { ...OPEN_OFFER, disclosure_date: null, paid_or_signed: '2026-11-20' },
    says: 'without a disclosure document',
  },
  {
    item: 'clh-bizopp',
    rule: 'under-seven-days',
    change: { ...OPEN_OFFER, paid_or_signed: '2026-11-16' },
    says: 'less than 7 calendar days',
  },
  {
    item: 'clh-bizopp',
    rule: 'under-seven-days',
    change: { ...OPEN_OFFER, disclosure_date: '2026-11-22', paid_or_signed: '2026-11-28' },
    says: 'less than 7 calendar days',
  },
  {
    item: 'clh-bizopp',
    rule: 'earnings-without-statement',
    change: { ...OPEN_OFFER, earnings_claim: true, earnings_stmt: false },
    says: 'without the earnings claim statement',
  },
];

const TRANSACTIONS = ['837P', '835', '270-271', '276-277', '277CA', '999', '837I', '278', '275-277'];
const transactionsBut = (rowId: string, answer: string): readonly Row[] =>
  TRANSACTIONS.map((id) => ({ rowId: id, answer: id === rowId ? answer : 'in-writing' }));

const capability: readonly RuleCase[] = [
  ...['837P', '835', '270-271', '276-277', '277CA', '999'].map(
    (rowId): RuleCase => ({
      item: 'clh-capability',
      rule: 'transactions-in-writing',
      change: { transactions: transactionsBut(rowId, 'said') },
      says: `${rowId.replace('-', '/')}: not confirmed in writing`,
    }),
  ),
  {
    item: 'clh-capability',
    rule: 'coverage',
    change: { payers_needed: 100, payers_covered: 89 },
    says: 'Fewer than 90%',
  },
  {
    item: 'clh-capability',
    rule: 'coverage-adds-up',
    change: { payers_needed: 20, payers_covered: 21 },
    says: 'More payers covered',
  },
  {
    item: 'clh-capability',
    rule: 'no-claims-or-remittance',
    change: { transactions: transactionsBut('837P', 'no') },
    says: '837P: this clearinghouse does not handle it',
  },
  {
    item: 'clh-capability',
    rule: 'no-claims-or-remittance',
    change: { transactions: transactionsBut('835', 'no') },
    says: '835: this clearinghouse does not handle it',
  },
  {
    item: 'clh-capability',
    rule: 'top-payer-unreachable',
    change: { top_payers: 'no-route' },
    says: 'no other route',
  },
];

const security: readonly RuleCase[] = [
  { item: 'clh-security', rule: 'accredited', change: { accreditor: 'none' }, says: 'No accreditation' },
  { item: 'clh-security', rule: 'tls-known', change: { tls: 'unknown' }, says: 'is not a pass' },
  { item: 'clh-security', rule: 'maryland-answered', change: { mhcc: null }, says: 'You bill in Maryland' },
  { item: 'clh-security', rule: 'no-mfa', change: { mfa: false }, says: 'No multi-factor sign-in' },
  {
    item: 'clh-security',
    rule: 'certificate-expired',
    change: { expires: '2026-11-21' },
    says: 'has expired',
  },
  {
    item: 'clh-security',
    rule: 'certificate-unverified',
    change: { verified: 'could-not' },
    says: 'could not be verified',
  },
  { item: 'clh-security', rule: 'weak-connection', change: { tls: 'older' }, says: 'TLS below 1.2' },
  {
    item: 'clh-security',
    rule: 'weak-connection',
    change: { tls: 'invalid-certificate' },
    says: 'its certificate is not valid',
  },
  {
    item: 'clh-security',
    rule: 'maryland-not-listed',
    change: { mhcc: 'not-listed' },
    says: 'the state does not list it',
  },
];

const clause = (rowId: string, in_contract: boolean): Row => ({ rowId, in_contract });

const contract: readonly RuleCase[] = [
  {
    item: 'clh-contract',
    rule: 'data-held',
    change: { must_have: [clause('data-export', false)] },
    says: 'take the data with you',
  },
  {
    item: 'clh-contract',
    rule: 'data-held',
    change: { export_format: 'none' },
    says: 'take the data with you',
  },
  {
    item: 'clh-contract',
    rule: 'long-auto-renewal',
    change: { warnings: [clause('auto-renewal', true)] },
    says: 'more than 12 months',
  },
  {
    item: 'clh-contract',
    rule: 'unilateral-changes',
    change: { warnings: [clause('unilateral-changes', true)] },
    says: 'on its own',
  },
  {
    item: 'clh-contract',
    rule: 'payments-through',
    change: { payments_through: true },
    says: 'no lawyer’s note',
  },
  {
    item: 'clh-contract',
    rule: 'name-differs',
    change: { legal_name: 'Clearwater Claims Holdings, LLC' },
    says: '“Clearwater Claims Holdings, LLC”',
  },
];

const agreement: readonly RuleCase[] = [
  { item: 'clh-baa', rule: 'not-signed', change: { both_signed: false }, says: 'signed by both' },
  { item: 'clh-baa', rule: 'keeps-data', change: { return_destroy: false }, says: 'neither returns' },
  { item: 'clh-baa', rule: 'reports-too-late', change: { incident_days: 61 }, says: '60 at most' },
];

const enrollment = (changes: Partial<Row> = {}): Row => ({
  rowId: 'r1',
  payer: 'Medicare Part B',
  type: 'edi',
  opening_day: true,
  status: 'approved',
  submitted: '2026-11-09',
  approved: '2026-11-19',
  ...changes,
});

const enrollments: readonly RuleCase[] = [
  {
    item: 'clh-enroll',
    rule: 'test-accepted',
    change: { test_837p: 'not-sent' },
    says: 'not been accepted',
  },
  {
    item: 'clh-enroll',
    rule: 'test-accepted',
    change: { test_837p: 'rejected' },
    says: 'not been accepted',
  },
  {
    item: 'clh-enroll',
    rule: 'a-payer-open',
    change: { enrollments: [enrollment({ type: 'era' })] },
    says: 'No payer is open for claims',
  },
  {
    item: 'clh-enroll',
    rule: 'a-payer-open',
    change: { enrollments: [enrollment({ opening_day: false })] },
    says: 'No payer is open for claims',
  },
  {
    item: 'clh-enroll',
    rule: 'refused',
    change: { enrollments: [enrollment({ status: 'rejected' })] },
    says: 'Medicare Part B, EDI: refused',
  },
  {
    item: 'clh-enroll',
    rule: 'not-approved',
    change: { enrollments: [enrollment({ status: 'submitted' })] },
    says: 'Medicare Part B, EDI: no production approval yet',
  },
  {
    item: 'clh-enroll',
    rule: 'not-approved',
    change: { enrollments: [enrollment({ type: 'era', status: 'to-do' })] },
    says: 'Medicare Part B, ERA: no production approval yet',
  },
];

/** Cases for the rules of the clearinghouse items. */
export const clearinghouseCases: readonly RuleCase[] = [
  ...shortlist,
  ...officeCases('clh-ag', 'Attorney General'),
  ...officeCases('clh-consumer', 'consumer office'),
  ...bbb,
  ...federal,
  ...bizopp,
  ...capability,
  ...security,
  ...contract,
  ...agreement,
  ...enrollments,
];
