import { MUST_HAVE_CLAUSES, WARNING_CLAUSES } from '../../shared/catalog/vetting/contract-fields.ts';
import { TRANSACTIONS } from '../../shared/catalog/vetting/service-fields.ts';
import type { Answers, AnswerValue, Row } from '../../shared/domain/field.ts';
import type { CandidateAssessment, VettingContext } from '../../shared/domain/vetting/vetting-types.ts';
import { assessCandidate } from '../../shared/domain/vetting.ts';
import { TODAY } from './test-profile.ts';

/** A check with an office or list; say only what matters to the test. */
export function aCheck(officeKind: string, changes: Readonly<Record<string, AnswerValue>> = {}): Row {
  const isOffice = officeKind === 'attorney-general' || officeKind === 'consumer-office';
  return {
    rowId: `${officeKind}-${String(changes.state ?? 'x')}-${String(changes.date ?? 'd')}`,
    office_kind: officeKind,
    date: '2026-11-02',
    ...(isOffice ? { method: 'phone', result: 'no-record' } : {}),
    ...(isOffice || officeKind === 'bbb' ? {} : { search_result: 'no-record' }),
    ...(officeKind === 'consumer-office' ? { office: 'Consumer office' } : {}),
    ...changes,
  } as Row;
}

/** Everything asked and searched, nothing found. */
export const CLEAN_CHECKS: readonly Row[] = [
  aCheck('attorney-general', { state: 'NJ' }),
  aCheck('attorney-general', { state: 'DE' }),
  aCheck('consumer-office', { state: 'NJ' }),
  aCheck('consumer-office', { state: 'DE' }),
  aCheck('bbb'),
  aCheck('ftc'),
  aCheck('leie'),
  aCheck('sam'),
  aCheck('ocr-breach-portal'),
  aCheck('news'),
];

/** The clean checks with one of them changed, or taken out. */
export function checksWith(
  officeKind: string,
  changes: Readonly<Record<string, AnswerValue>> | null,
  state?: string,
): readonly Row[] {
  return CLEAN_CHECKS.flatMap((check) => {
    const isMeant = check.office_kind === officeKind && (state === undefined || check.state === state);
    if (!isMeant) return [check];
    return changes === null ? [] : [{ ...check, ...changes } as Row];
  });
}

/** Marks every clause, with some marked the other way. */
export function clauses(field: 'must_have' | 'warnings', others: readonly string[] = []): readonly Row[] {
  const all = field === 'must_have' ? MUST_HAVE_CLAUSES : WARNING_CLAUSES;
  return all.map(({ rowId }) => ({ rowId, in_contract: (field === 'must_have') !== others.includes(rowId) }));
}

/** All transactions in writing, with some answered otherwise. */
export function transactions(others: Readonly<Record<string, string>> = {}): readonly Row[] {
  return TRANSACTIONS.map(({ rowId }) => ({ rowId, answer: others[rowId] ?? 'in-writing' }));
}

/** References called, one for each opinion. */
export function references(...opinions: readonly string[]): readonly Row[] {
  return opinions.map((opinion, index) => ({
    rowId: `r${index + 1}`,
    company: `Billing company ${index + 1}`,
    relation: index === 2 ? 'left' : 'uses',
    called: '2026-11-04',
    opinion,
  }));
}

/** A clearinghouse with nothing against it and everything answered; `null` takes an answer out. */
export function aClearinghouse(changes: Readonly<Record<string, AnswerValue | null>> = {}): Answers {
  const perfect: Answers = {
    name: 'Clearwater Claims Exchange',
    legal_name: 'Clearwater Claims Exchange, Inc.',
    address_kind: 'street',
    address: '410 Foundry Street, Wilmington',
    hq_state: 'DE',
    registered_in: 'DE',
    registry: 'active',
    year_founded: 2004,
    parent: 'Independent',
    authority_checks: CLEAN_CHECKS,
    found: true,
    rating: 'A',
    complaints: 3,
    unresolved: 0,
    unanswered_pattern: false,
    has_alert: false,
    accreditor: 'ehnac',
    expires: '2028-01-31',
    verified: 'directory',
    mhcc: 'listed',
    payers_needed: 20,
    payers_covered: 20,
    top_payers: 'all',
    refs: references('positive', 'positive', 'positive'),
    baa: 'yes',
    incident_days: 5,
    return_destroy: true,
    promises: false,
    transactions: transactions(),
    mfa: true,
    tls: 'tls-1-3',
    checked: '2026-11-05',
    encryption: 'both',
    had_breach: false,
    uptime: 99.9,
    downtime_procedure: true,
    setup: 0,
    monthly: 5900,
    per_claim: 28,
    min: 0,
    contract_legal_name: 'Clearwater Claims Exchange, Inc.',
    must_have: clauses('must_have'),
    warnings: clauses('warnings'),
    term_months: 12,
    auto_renew: false,
    notice_days: 60,
    export_format: 'raw-files',
    payments_through: false,
    offered: false,
  };
  const kept = Object.entries({ ...perfect, ...changes }).filter(
    (entry): entry is [string, AnswerValue] => entry[1] !== null,
  );
  return Object.fromEntries(kept);
}

/** An open offer that the rule covers, its papers in order; `null` takes an answer out. */
export function aCoveredOffer(changes: Readonly<Record<string, AnswerValue | null>> = {}): Answers {
  return aClearinghouse({
    offered: true,
    turned_down: false,
    covered_new_business: true,
    covered_payment: true,
    covered_provides: true,
    promised_clients: false,
    disclosure_date: '2026-11-02',
    disclosure_contents: ['identity', 'legal-actions', 'refunds', 'earnings', 'references'],
    earnings_claim: false,
    refs_called: 4,
    refund: 'full',
    ...changes,
  });
}

/** Where and when a candidate is judged, unless the test is about that. */
export function aVettingContext(changes: Partial<VettingContext> = {}): VettingContext {
  return {
    today: TODAY,
    homeState: 'NJ',
    clientStates: ['NJ', 'PA'],
    signedOn: null,
    portal: null,
    ...changes,
  };
}

/** Judges the flawless clearinghouse with these changes. */
export function assessWith(
  changes: Readonly<Record<string, AnswerValue | null>> = {},
  context: Partial<VettingContext> = {},
): CandidateAssessment {
  return assessCandidate(aClearinghouse(changes), aVettingContext(context));
}
