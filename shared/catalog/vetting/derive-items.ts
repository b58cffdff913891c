import { type Answers, MAX_URL, type Row } from '../../domain/field.ts';
import { isHttpsUrl } from '../../domain/field-schema.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { onceForEach } from '../../domain/once-for.ts';
import { latestBbbCheck } from '../../domain/vetting/bbb-profile.ts';
import { readClearinghouse } from '../../domain/vetting/read-candidate.ts';
import type { ItemId } from '../ids.ts';
import { officeRows, searchRows } from './derive-checks.ts';
import {
  BBB_CELLS,
  COMPANY_FORMS,
  type CompanyForm,
  rowsOf,
  SHORTLIST_CELLS,
  textOf,
  toItemAnswers,
} from './item-field-map.ts';
import { isOpenOffer } from './offer-fields.ts';
import { candidatesInPlay, listedCandidates, type VettedCandidate } from './vetted-candidate.ts';

/**
 * What clearinghouse candidates say for an item of the checklist, in the item’s own fields; only what is known. Lists
 * come from all candidates that still count, forms about one company from the chosen one, or, before the choice, from
 * the first that has anything to say there. `candidates` are those not taken off the list.
 */
export function derivedClearinghouseAnswers(
  itemId: ItemId,
  candidates: readonly VettedCandidate[],
  chosen: VettedCandidate | null,
  today: IsoDate,
): Answers {
  const listed = (): readonly VettedCandidate[] => listedCandidates(candidates, chosen, today);
  switch (itemId) {
    case 'clh-shortlist':
      return listOf('candidates', shortlistRows(listed()));
    case 'clh-ag':
      return listOf('answers', officeRows('attorney-general', listed()));
    case 'clh-consumer':
      return listOf('answers', officeRows('consumer-office', listed()));
    case 'clh-bbb':
    case 'clh-federal':
    case 'clh-bizopp':
    case 'clh-capability':
    case 'clh-security':
    case 'clh-contract':
      return formAnswers(itemId, candidatesInPlay(candidates, chosen));
    default:
      return {};
  }
}

function listOf(field: string, rows: readonly Row[]): Answers {
  return rows.length === 0 ? {} : { [field]: rows };
}

function shortlistRows(candidates: readonly VettedCandidate[]): readonly Row[] {
  return candidates.map(
    ({ id, answers }) => ({ rowId: id, ...toItemAnswers(SHORTLIST_CELLS, answers) }) as Row,
  );
}

/** The form of the first candidate that has one. An offer that is still open comes before any other. */
function formAnswers(itemId: CompanyForm | 'clh-federal', inPlay: readonly VettedCandidate[]): Answers {
  const forms = inPlay.map(({ answers }) => ({ answers, form: formOf(answers, itemId) }));
  const filled = forms.filter(({ form }) => Object.keys(form).length > 0);
  const first =
    (itemId === 'clh-bizopp'
      ? filled.find(({ answers }) => isOpenOffer(readClearinghouse(answers)))
      : undefined) ?? filled[0];
  if (first === undefined) return {};
  const name = companyIn(itemId, first.answers);
  return name === '' ? first.form : { company: name, ...first.form };
}

const formOf = onceForEach((answers: Answers, itemId: CompanyForm | 'clh-federal'): Answers => {
  if (itemId === 'clh-federal') return listOf('searches', searchRows(answers));
  const own = toItemAnswers(COMPANY_FORMS[itemId], answers);
  if (itemId === 'clh-bbb') return { ...own, ...toItemAnswers(BBB_CELLS, bbbRow(answers) ?? {}) };
  return itemId === 'clh-security' ? { ...own, ...portalUrl(textOf(answers, 'portal_address')) } : own;
});

function bbbRow(answers: Answers): Row | undefined {
  const rowId = latestBbbCheck(readClearinghouse(answers))?.newest.rowId;
  return rowsOf(answers, 'authority_checks').find((row) => row.rowId === rowId);
}

/** The name each form is about, as far as the form asks for one. */
function companyIn(itemId: CompanyForm | 'clh-federal', answers: Answers): string {
  const name = textOf(answers, 'name');
  switch (itemId) {
    case 'clh-bizopp':
    case 'clh-contract':
      return '';
    case 'clh-federal':
      return textOf(answers, 'searched_names').trim() === '' ? name : textOf(answers, 'searched_names');
    case 'clh-bbb':
      return textOf(bbbRow(answers) ?? {}, 'company').trim() === ''
        ? name
        : textOf(bbbRow(answers) ?? {}, 'company');
    default:
      return name;
  }
}

/** The portal’s address as the item wants it, when it can be one. */
function portalUrl(address: string): Answers {
  const typed = address.trim();
  const url = typed.includes('://') ? typed : `https://${typed}`;
  return isHttpsUrl(url) && url.length <= MAX_URL ? { portal_url: url } : {};
}
