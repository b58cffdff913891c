import type { ItemId } from '../catalog/ids.ts';
import { STATE_NAMES, type StateCode } from '../catalog/state-codes.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Profile } from './plan.ts';
import { type Readiness, VERDICT_WORDS } from './readiness.ts';
import type { ReportCover, ReportNotice } from './report-types.ts';

const NO_NAME = 'A business without a name yet';
/** More states than this are given as codes: their names would fill the cover. */
const MOST_NAMED_STATES = 4;

/** The first page: who, where they stand, why, and what to do next. */
export function reportCover(catalog: Catalog, profile: Profile, readiness: Readiness): ReportCover {
  const titles = new Map<ItemId, string>(catalog.items.map(({ id, title }) => [id, title]));
  const notice = ({ itemId, text }: { itemId: ItemId | null; text: string }): ReportNotice => ({
    itemId,
    title: itemId === null ? null : (titles.get(itemId) ?? itemId),
    text,
  });
  const { verdict, gate } = readiness;
  return {
    business: profile.businessName.trim() === '' ? NO_NAME : profile.businessName,
    place: placeText(profile),
    verdict: { kind: verdict, word: VERDICT_WORDS[verdict] },
    headline: readiness.headline,
    squares: {
      states: catalog.items
        .filter((item) => item.level === 'required')
        .map((item) => readiness.items[item.id].state)
        .filter((state) => state !== 'set-aside'),
      settled: readiness.settledRequired,
      total: readiness.totalRequired,
    },
    reasons: readiness.reasons.map(notice),
    gate: {
      mayTouchPhi: gate.mayTouchPhi,
      answer: gate.mayTouchPhi ? 'Yes' : 'No',
      missing: gate.missing.map(notice),
    },
    nextSteps: readiness.nextSteps.map(notice),
  };
}

/** "Home medical billing, Trenton, New Jersey. Clients planned in New Jersey and Pennsylvania." */
export function placeText({ town, homeState, clientStates }: Profile): string {
  const state = homeState === null ? '' : STATE_NAMES[homeState];
  const home = ['Home medical billing', town.trim(), state].filter((part) => part !== '').join(', ');
  return clientStates.length === 0 ? `${home}.` : `${home}. Clients planned in ${listStates(clientStates)}.`;
}

function listStates(codes: readonly StateCode[]): string {
  const names = codes.map((code) => (codes.length > MOST_NAMED_STATES ? code : STATE_NAMES[code]));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
