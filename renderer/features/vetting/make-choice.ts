import type { QueryClient } from '@tanstack/react-query';
import { isSameCompany } from '../../../shared/catalog/name-match.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Plan, PlanRecord } from '../../../shared/domain/plan.ts';
import { type CandidateRecord, candidateName, textIn } from '../../../shared/domain/vetting/candidate.ts';
import { bridge } from '../../app/bridge.ts';
import { showRecord } from '../../app/plan-query.ts';
import { KIND_WORDS } from './candidate-kinds.ts';

/** A decision as it is made: the one chosen and why, and why not the others. */
export interface Choice {
  readonly chosen: CandidateRecord;
  readonly reason: string;
  /** Others, with what was written about them. The one chosen before is among them. */
  readonly others: readonly { readonly record: CandidateRecord; readonly reason: string }[];
  readonly decidedOn: IsoDate;
}

/**
 * Records a choice. The others come first, so that no two are ever chosen at once; what fails midway can be done again.
 * Throws `BridgeError`.
 */
export async function recordChoice(client: QueryClient, choice: Choice): Promise<void> {
  for (const { record, reason } of choice.others) {
    await decide(client, record, 'not-chosen', reason, choice.decidedOn);
  }
  await decide(client, choice.chosen, 'chosen', choice.reason, choice.decidedOn);
}

/** Records what was decided about one candidate. Throws `BridgeError`. */
export async function decide(
  client: QueryClient,
  { kind, id }: CandidateRecord,
  decision: 'chosen' | 'not-chosen',
  reason: string,
  decidedOn: IsoDate,
): Promise<void> {
  const patch = { decision, decision_reason: reason, decided_on: decidedOn };
  const { record } = await bridge.saveRecord({ kind, id, patch });
  showRecord(client, record);
}

/**
 * Sees to it that the chosen company is among the partners: an entry of its name, or of its legal name, or a new one. What
 * it is to sign comes there. Throws `BridgeError`.
 */
export async function makePartner(client: QueryClient, plan: Plan, chosen: CandidateRecord): Promise<void> {
  const known = partnerOf(plan, chosen);
  if (known !== null && known.archivedOn === null) return;
  const { record } =
    known === null
      ? await bridge.saveRecord({ kind: 'partner', id: null, patch: partnerPatch(chosen) })
      : await bridge.archiveRecord({ id: known.id, isArchived: false });
  showRecord(client, record);
}

/** The partner that a candidate is; one on the list goes before one taken off. */
export function partnerOf(plan: Plan, candidate: PlanRecord): PlanRecord | null {
  const names = [textIn(candidate, 'name'), textIn(candidate, 'legal_name')];
  const matches = plan.records.filter(
    (record) =>
      record.kind === 'partner' &&
      record.answers.partner_kind !== 'client' &&
      names.some((name) => isSameCompany(name, textIn(record, 'name'))),
  );
  return matches.find(({ archivedOn }) => archivedOn === null) ?? matches[0] ?? null;
}

function partnerPatch(chosen: CandidateRecord): Record<string, string | readonly string[]> {
  const [legalName, contact, headOffice] = [
    textIn(chosen, 'legal_name'),
    textIn(chosen, 'contact'),
    textIn(chosen, 'hq_state'),
  ];
  return {
    partner_kind: 'vendor',
    name: candidateName(chosen),
    role: KIND_WORDS[chosen.kind].role,
    ...(legalName === '' ? {} : { legal_name: legalName }),
    ...(contact === '' ? {} : { contact }),
    ...(headOffice === '' ? {} : { states: [headOffice] }),
  };
}
