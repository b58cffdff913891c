import { newestRun } from '../../domain/check-run.ts';
import type { Answers } from '../../domain/field.ts';
import { dateOfInstant, type IsoDate } from '../../domain/iso-date.ts';
import { type Plan, type RecordKind, recordsOf } from '../../domain/plan.ts';
import type { PortalCheck } from '../../domain/portal-check.ts';
import type { ItemId } from '../ids.ts';
import type { Item } from '../types.ts';
import { derivedClearinghouseAnswers } from '../vetting/derive-items.ts';
import { derivedSoftwareAnswers, requiredProductsIn } from '../vetting/derive-software.ts';
import { candidatesInPlay, chosenOf, type VettedCandidate } from '../vetting/vetted-candidate.ts';

// The items about companies take their answers from the candidates of the vetting desk.

const CLEARINGHOUSE_ITEMS: readonly ItemId[] = [
  'clh-shortlist',
  'clh-ag',
  'clh-consumer',
  'clh-bbb',
  'clh-federal',
  'clh-bizopp',
  'clh-capability',
  'clh-security',
  'clh-contract',
];

/** The item, answered at the vetting desk if it is one of those; its form only shows what is recorded there. */
export function withVettingDesk(item: Item): Item {
  if (CLEARINGHOUSE_ITEMS.includes(item.id)) return atDesk(item, 'clearinghouse', clearinghouseAnswers);
  return item.id === 'sw-select' ? atDesk(item, 'billing-software', softwareAnswers) : item;
}

function atDesk(
  item: Item,
  kind: RecordKind,
  answersFor: (itemId: ItemId, plan: Plan, today: IsoDate) => Answers,
): Item {
  return {
    ...item,
    derived: {
      desk: kind === 'clearinghouse' ? 'vetting' : 'software',
      fields: item.fields.map(({ id }) => id),
      isTakenOver: (plan) => plan.records.some((record) => record.kind === kind),
      answers: (plan, _own, today) => answersFor(item.id, plan, today),
    },
  };
}

function clearinghouseAnswers(itemId: ItemId, plan: Plan, today: IsoDate): Answers {
  const candidates = recordsOf(plan, 'clearinghouse');
  const chosen = chosenOf(candidates);
  const answers = derivedClearinghouseAnswers(itemId, candidates, chosen, today);
  return itemId === 'clh-security'
    ? { ...answers, ...checkedPortal(plan, answers, candidatesInPlay(candidates, chosen), today) }
    : answers;
}

function softwareAnswers(itemId: ItemId, plan: Plan, today: IsoDate): Answers {
  const candidates = recordsOf(plan, 'billing-software');
  const required = requiredProductsIn(plan.items['sw-need']?.answers ?? {});
  return derivedSoftwareAnswers(itemId, candidates, chosenOf(candidates), today, required);
}

/** What the app saw of the portal of the company the item is about. Only a pass or a failure says anything. */
function checkedPortal(
  plan: Plan,
  answers: Answers,
  inPlay: readonly VettedCandidate[],
  today: IsoDate,
): Answers {
  const about = inPlay.find((candidate) => candidate.answers.name === answers.company) ?? inPlay[0];
  const target = about?.answers.portal_target;
  if (typeof target !== 'string') return {};
  const run = newestRun(plan.checks, { check: 'portal-tls', target });
  if (run === null || (run.outcome !== 'pass' && run.outcome !== 'fail')) return {};
  const day = dateOfInstant(run.checkedAt);
  return { tls: tlsAnswer(run.detail), checked: day > today ? today : day };
}

function tlsAnswer({ outcome, protocol }: PortalCheck): string {
  if (outcome === 'pass') return protocol === 'TLSv1.3' ? 'tls-1-3' : 'tls-1-2';
  return protocol === 'TLSv1.3' || protocol === 'TLSv1.2' ? 'invalid-certificate' : 'older';
}
