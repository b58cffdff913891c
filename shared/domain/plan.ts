import type { ItemId } from '../catalog/ids.ts';
import type { StateCode } from '../catalog/state-codes.ts';
import type { CheckRun } from './check-run.ts';
import type { Answers } from './field.ts';
import type { IsoDate, IsoInstant } from './iso-date.ts';

/** Yes/no questions of the welcome page that decide which items apply. */
export const PROFILE_FLAGS = [
  'employed',
  'facility_clients',
  'helpers',
  'paper_claims',
  'fax',
  'printer',
  'cloud_software',
] as const;
export type ProfileFlag = (typeof PROFILE_FLAGS)[number];

/** Who the plan is for. Unanswered: '' or null; an unanswered flag sets nothing aside. */
export interface Profile {
  readonly businessName: string;
  readonly town: string;
  readonly homeState: StateCode | null;
  readonly clientStates: readonly StateCode[];
  readonly specialties: string;
  readonly flags: Readonly<Record<ProfileFlag, boolean | null>>;
  readonly targetOpensOn: IsoDate | null;
}

export const EMPTY_PROFILE: Profile = {
  businessName: '',
  town: '',
  homeState: null,
  clientStates: [],
  specialties: '',
  flags: {
    employed: null,
    facility_clients: null,
    helpers: null,
    paper_claims: null,
    fax: null,
    printer: null,
    cloud_software: null,
  },
  targetOpensOn: null,
};

export const ITEM_STATUSES = ['not-started', 'in-progress', 'done', 'not-applicable'] as const;
/** As recorded at the last change. What counts today (blocked, overdue) is for `assessReadiness` to say. */
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What the user recorded for one item. */
export interface ItemRecord {
  readonly id: ItemId;
  readonly status: ItemStatus;
  readonly answers: Answers;
  /** Set exactly when `status` is `not-applicable`. */
  readonly notApplicableReason: string | null;
  /** The user's own "do this by" date. */
  readonly dueOn: IsoDate | null;
  readonly completedOn: IsoDate | null;
  readonly updatedAt: IsoInstant;
}

/** Lists the user makes beside the checklist, and answers to the Security Rule's points. */
export const RECORD_KINDS = [
  'portal',
  'rule-answer',
  'clearinghouse',
  'billing-software',
  'partner',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One entry of such a list. Its fields are data: see `shared/catalog/record-kinds.ts`. */
export interface PlanRecord {
  /** A rule answer's id is the cite it answers; every other id is random. */
  readonly id: string;
  readonly kind: RecordKind;
  readonly answers: Answers;
  /** Set when it was taken off the list; nothing is deleted. */
  readonly archivedOn: IsoDate | null;
  readonly createdAt: IsoInstant;
  readonly updatedAt: IsoInstant;
}

/** Everything recorded. An item never touched has no record. */
export interface Plan {
  readonly profile: Profile;
  readonly items: Readonly<Partial<Record<ItemId, ItemRecord>>>;
  /** Oldest first. */
  readonly records: readonly PlanRecord[];
  /** The newest run of each check and target. */
  readonly checks: readonly CheckRun[];
}

export const EMPTY_PLAN: Plan = { profile: EMPTY_PROFILE, items: {}, records: [], checks: [] };

/** The entries of one list, those taken off left out. */
export function recordsOf(plan: Plan, kind: RecordKind): readonly PlanRecord[] {
  return plan.records.filter((record) => record.kind === kind && record.archivedOn === null);
}

/** Home state and client states, each once, home first. */
export function statesOf(profile: Profile): readonly StateCode[] {
  const all =
    profile.homeState === null ? profile.clientStates : [profile.homeState, ...profile.clientStates];
  return [...new Set(all)];
}
