import type { Answers, AnswerValue, Row } from '../../domain/field.ts';
import type { SearchedKind } from './authority-fields.ts';

// The same facts under two roofs: the fields of the checklist’s items, and those of a candidate.

/** Pairs of ids: in the item, in the candidate. */
export type FieldPairs = readonly (readonly [inItem: string, inCandidate: string])[];

const same = (...ids: readonly string[]): FieldPairs => ids.map((id) => [id, id] as const);

/** A row of the shortlist. */
export const SHORTLIST_CELLS = same(
  'name',
  'legal_name',
  'address_kind',
  'address',
  'hq_state',
  'registered_in',
  'registry',
  'entity_no',
  'year_founded',
  'parent',
  'url',
  'contact',
);

const ANSWER_CELLS = same('state', 'method', 'date', 'ref', 'result', 'second_attempt', 'file');

/** An answer of an office; `company` apart. Only consumer offices have names of their own. */
export const OFFICE_CELLS: Readonly<Record<'attorney-general' | 'consumer-office', FieldPairs>> = {
  'attorney-general': ANSWER_CELLS,
  'consumer-office': [...ANSWER_CELLS, ...same('office')],
};

/** A look at the Better Business Bureau; the profile itself is in `COMPANY_FORMS`. */
export const BBB_CELLS = same('url', 'date', 'file');

/** A search of a federal list. */
export const SEARCH_CELLS: FieldPairs = [
  ['result', 'search_result'],
  ...same('finding', 'details', 'date', 'url', 'file'),
];

/** The item’s name of each search. */
export const SEARCH_ROWS: Readonly<Record<SearchedKind, string>> = {
  ftc: 'ftc',
  leie: 'leie',
  sam: 'sam',
  'ocr-breach-portal': 'ocr',
  news: 'news',
};

/** Items that are about one company. */
export type CompanyForm = 'clh-bbb' | 'clh-bizopp' | 'clh-capability' | 'clh-security' | 'clh-contract';

/** Their fields that are the candidate’s own. `company`, and the address of the portal, go their own way. */
export const COMPANY_FORMS: Readonly<Record<CompanyForm, FieldPairs>> = {
  'clh-bbb': same(
    'found',
    'claims_years',
    'rating',
    'accredited',
    'complaints',
    'unresolved',
    'unanswered_pattern',
    'has_alert',
    'alert',
  ),
  'clh-bizopp': [
    ...same(
      'offered',
      'turned_down',
      'promised_clients',
      'disclosure_date',
      'paid_or_signed',
      'earnings_claim',
      'earnings_stmt',
      'refs_called',
      'refund',
    ),
    ['file', 'bizopp_file'],
  ],
  'clh-capability': [
    ...same(
      'transactions',
      'payers_needed',
      'payers_covered',
      'top_payers',
      'payer_list',
      'approval_days',
      'rejection_turnaround',
      'scrubbing',
      'first_pass_rate',
      'first_pass_basis',
      'support',
      'refs',
    ),
    ['file', 'capability_file'],
  ],
  'clh-security': [
    ...same(
      'accreditor',
      'cert_no',
      'expires',
      'verified',
      'mfa',
      'tls',
      'checked',
      'encryption',
      'logs',
      'had_breach',
      'last_breach',
      'breach_explained',
      'last_audit',
      'mhcc',
    ),
    ['file', 'security_file'],
  ],
  'clh-contract': [
    ['legal_name', 'contract_legal_name'],
    ...same(
      'must_have',
      'warnings',
      'setup',
      'monthly',
      'per_claim',
      'min',
      'fees',
      'price_rise',
      'term_months',
      'auto_renew',
      'notice_days',
      'export_format',
      'export_cost',
      'export_days',
      'uptime',
      'downtime_procedure',
      'last_outage',
      'liability',
      'payments_through',
      'counsel_note',
      'signed',
      'ends',
    ),
    ['file', 'contract_file'],
  ],
};

/** A product of the software comparison; its criteria, its score and the choice apart. */
export const PRODUCT_CELLS: FieldPairs = [
  ['product', 'name'],
  ...same('vendor', 'hosting', 'cost_model', 'cost', 'cost_percent', 'baa', 'data_export', 'bundled_clients'),
];

/** The item’s answers out of the candidate’s. */
export function toItemAnswers(pairs: FieldPairs, candidate: Answers): Answers {
  return pick(
    pairs.map(([inItem, inCandidate]) => [inCandidate, inItem] as const),
    candidate,
  );
}

/** The candidate’s answers out of the item’s. */
export function toCandidateAnswers(pairs: FieldPairs, item: Answers): Answers {
  return pick(pairs, item);
}

function pick(pairs: FieldPairs, from: Answers): Answers {
  const found: [string, AnswerValue][] = pairs.flatMap(([source, target]) => {
    const value = from[source];
    return value === undefined ? [] : [[target, value] as [string, AnswerValue]];
  });
  return Object.fromEntries(found);
}

/** The rows stored under a field; none when nothing is. */
export function rowsOf(answers: Answers, field: string): readonly Row[] {
  const value = answers[field];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

/** A stored text; '' when there is none. */
export function textOf(answers: Answers, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}
