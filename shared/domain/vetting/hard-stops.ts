import { type OfficeKind, SEARCHED_KINDS } from '../../catalog/vetting/authority-fields.ts';
import { isOpenOffer } from '../../catalog/vetting/offer-fields.ts';
import type { AnswerReader } from '../answer-reader.ts';
import { standingChecks } from './authority-checks.ts';
import type { OfferScreen } from './offer-screen.ts';
import { clauseOf } from './read-candidate.ts';
import type { HardStop, HardStopId, PortalFinding, VettingContext } from './vetting-types.ts';

/** What rules the company out. Only what is recorded stops: a question without an answer is open, not a stop. */
export function hardStopsOf(
  candidate: AnswerReader,
  context: VettingContext,
  offer: OfferScreen,
): readonly HardStop[] {
  const found: readonly (readonly [HardStopId, readonly string[]])[] = [
    ['H1', withoutBaa(candidate)],
    ['H2', governmentActions(candidate)],
    ['H3', cannotCarry(candidate)],
    ['H4', offerStops(candidate, offer)],
    ['H5', withoutIdentity(candidate)],
    ['H6', weakPortal(candidate, context.portal)],
    ['H7', keepsData(candidate)],
    ['H8', touchesPayments(candidate)],
    ['H9', notForMaryland(candidate, context)],
  ];
  return found.flatMap(([id, texts]) => texts.map((text) => ({ id, text })));
}

function withoutBaa(candidate: AnswerReader): readonly string[] {
  if (candidate.text('baa') === 'refuses')
    return ['It refuses to sign a business associate agreement (BAA).'];
  return clauseOf(candidate, 'must_have', 'baa-attached') === false && !candidate.has('baa')
    ? ['The contract comes without a business associate agreement (BAA), and it has not promised one.']
    : [];
}

const STATE_OFFICES: readonly OfficeKind[] = ['attorney-general', 'consumer-office'];
const EXCLUSION_LISTS: readonly OfficeKind[] = ['leie', 'sam'];

function governmentActions(candidate: AnswerReader): readonly string[] {
  const byOffices = STATE_OFFICES.flatMap((kind) =>
    standingChecks(candidate, kind)
      .filter(({ answer }) => answer?.text('result') === 'action-settlement' && isOpenAction(answer))
      .map(
        ({ label }) =>
          `${label}: legal action or settlement on record. It counts as open until you record otherwise.`,
      ),
  );
  const bySearches = SEARCHED_KINDS.flatMap((kind) =>
    standingChecks(candidate, kind).flatMap(({ answer, label }) => {
      if (answer?.text('search_result') !== 'found') return [];
      if (EXCLUSION_LISTS.includes(kind) || answer.text('finding') === 'excluded') {
        return [`${label}: the company or its parent is excluded or debarred.`];
      }
      return answer.text('finding') === 'deception' && isOpenAction(answer)
        ? [
            `${label}: government action for fraud or deception. It counts as open until you record otherwise.`,
          ]
        : [];
    }),
  );
  return [...byOffices, ...bySearches];
}

function isOpenAction(check: AnswerReader): boolean {
  return !['closed', 'not-deception'].includes(check.text('action_state'));
}

const WITHOUT_WHICH_NOTHING: readonly string[] = ['837P', '835'];

function cannotCarry(candidate: AnswerReader): readonly string[] {
  const refused = candidate
    .rows('transactions')
    .filter((row) => WITHOUT_WHICH_NOTHING.includes(row.rowId ?? '') && row.text('answer') === 'no')
    .map((row) => `${row.rowId}: this clearinghouse does not handle it.`);
  return candidate.text('top_payers') === 'no-route'
    ? [...refused, 'A payer you will bill most cannot be reached, and there is no other route.']
    : refused;
}

function offerStops(candidate: AnswerReader, offer: OfferScreen): readonly string[] {
  const promises = candidate.isYes('promises')
    ? ['It promises you clients or an income. Do not sign or pay.']
    : isOpenOffer(candidate) && candidate.isYes('promised_clients')
      ? ['The seller promises clients, claims or doctors. Do not sign or pay.']
      : [];
  return [...offer.broken, ...promises];
}

function withoutIdentity(candidate: AnswerReader): readonly string[] {
  const kind = candidate.text('address_kind');
  return [
    ...(candidate.text('registry') === 'not-found'
      ? ['Its legal name was not found on the state register.']
      : []),
    ...(kind === 'box-only' || kind === 'none' ? ['It gives no street address.'] : []),
  ];
}

function weakPortal(candidate: AnswerReader, portal: PortalFinding | null): readonly string[] {
  if (portal?.outcome === 'pass') return [];
  if (portal?.outcome === 'fail') {
    return ['The app’s check of its portal failed: TLS below 1.2, or a certificate that is not valid.'];
  }
  // No check, or one that could not tell: what the user saw stands.
  const seen = candidate.text('tls');
  return seen === 'older' || seen === 'invalid-certificate'
    ? ['You saw its portal use TLS below 1.2, or a certificate that is not valid.']
    : [];
}

function keepsData(candidate: AnswerReader): readonly string[] {
  const holdsBack =
    clauseOf(candidate, 'must_have', 'data-export') === false || candidate.text('export_format') === 'none';
  return [
    ...(holdsBack ? ['The contract does not let you take the data with you when you leave.'] : []),
    ...(candidate.isNo('return_destroy') ? ['It neither returns nor destroys the data when you part.'] : []),
  ];
}

function touchesPayments(candidate: AnswerReader): readonly string[] {
  return candidate.isYes('payments_through') && !candidate.has('counsel_note')
    ? ['Clients’ payments pass through it or through you, and there is no lawyer’s note.']
    : [];
}

function notForMaryland(candidate: AnswerReader, { clientStates }: VettingContext): readonly string[] {
  return clientStates.includes('MD') && candidate.text('mhcc') === 'not-listed'
    ? ['Maryland: payers may not accept electronic claims from this network; the state does not list it.']
    : [];
}
