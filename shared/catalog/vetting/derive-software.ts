import type { Answers, EvidenceNote, Row } from '../../domain/field.ts';
import { MAX_EVIDENCE } from '../../domain/field.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { assessSoftware } from '../../domain/vetting/assess-software.ts';
import type { ItemId } from '../ids.ts';
import { PRODUCT_CELLS, rowsOf, textOf, toItemAnswers } from './item-field-map.ts';
import type { VettedCandidate } from './vetted-candidate.ts';

/**
 * What software candidates say for an item of the checklist, in the item’s own fields; only what is known.
 * `requiredProducts`: see `requiredProductsIn`.
 */
export function derivedSoftwareAnswers(
  itemId: ItemId,
  candidates: readonly VettedCandidate[],
  chosen: VettedCandidate | null,
  today: IsoDate,
  requiredProducts: readonly string[] | null = null,
): Answers {
  if (itemId !== 'sw-select' || candidates.length === 0) return {};
  const decided = candidates.find(({ answers }) => answers.decision === 'chosen');
  const reason = textOf((chosen ?? decided)?.answers ?? {}, 'decision_reason');
  const file = candidates.flatMap(({ answers }) => (answers.file ?? []) as readonly EvidenceNote[]);
  return {
    products: candidates.map((candidate) => productRow(candidate, chosen, today, requiredProducts)),
    ...(reason === '' ? {} : { reason }),
    ...(file.length === 0 ? {} : { file: file.slice(0, MAX_EVIDENCE) }),
  };
}

/** The products that clients and payers require in the biller’s own system; null while nobody has been asked. */
export function requiredProductsIn(softwareNeed: Answers): readonly string[] | null {
  const asked = rowsOf(softwareNeed, 'requirements').filter((row) => row.mandated !== undefined);
  if (asked.length === 0) return null;
  return asked
    .filter((row) => row.mandated === true && row.access !== 'client-system')
    .map((row) => textOf(row, 'required_software').trim())
    .filter((name) => name !== '');
}

function productRow(
  { id, answers }: VettedCandidate,
  chosen: VettedCandidate | null,
  today: IsoDate,
  requiredProducts: readonly string[] | null,
): Row {
  const confirmed = rowsOf(answers, 'criteria')
    .filter((row) => row.answer === 'confirmed')
    .map(({ rowId }) => rowId);
  const score = answers.score ?? scoreOf(answers, today, requiredProducts);
  const isChosen = chosenIn(id, answers, chosen);
  return {
    rowId: id,
    ...toItemAnswers(PRODUCT_CELLS, answers),
    ...(confirmed.length === 0 ? {} : { criteria: confirmed }),
    ...(score === null ? {} : { score }),
    ...(isChosen === null ? {} : { chosen: isChosen }),
  } as Row;
}

/** The app’s own score, once no must is unknown. */
function scoreOf(
  answers: Answers,
  today: IsoDate,
  requiredProducts: readonly string[] | null,
): number | null {
  const { musts, score } = assessSoftware(answers, { today, requiredProducts, portal: null });
  return musts.some(({ state }) => state === 'unknown') ? null : score;
}

function chosenIn(id: string, answers: Answers, chosen: VettedCandidate | null): boolean | null {
  if (answers.decision === 'chosen') return true;
  if (answers.decision === 'not-chosen') return false;
  return chosen !== null && chosen.id !== id ? false : null;
}
