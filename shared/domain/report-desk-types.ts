import type { ItemId } from '../catalog/ids.ts';
import type { RuleMark, Safeguards } from '../catalog/security-rule/types.ts';
import type { ItemState } from './assess-item.ts';
import type { CheckRun } from './check-run.ts';
import type { StandingKind } from './check-standing.ts';
import type { IsoInstant } from './iso-date.ts';
import type { RecordKind } from './plan.ts';
import type { CheckOutcome } from './portal-check.ts';
import type { ReportAnswer, ReportDate, Worded } from './report-types.ts';
import type { PointEvidence } from './rule-evidence.ts';
import type { RuleStanding } from './rule-standing.ts';

/** Fields that stand together under a heading, as far as something is recorded in them. */
export interface ReportGroup {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly ReportAnswer[];
}

/** One entry of a list kept beside the checklist: everything recorded in it. */
export interface ReportEntry {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly createdAt: IsoInstant;
  readonly updatedAt: IsoInstant;
  /** The day of `updatedAt`. */
  readonly changed: ReportDate;
  readonly groups: readonly ReportGroup[];
}

/** A label and its words. */
export interface ReportFact {
  readonly label: string;
  readonly text: string;
}

/** The newest automatic check of one thing. */
export interface ReportRun {
  /** Exactly what the database holds. */
  readonly stored: CheckRun;
  readonly outcome: Worded<CheckOutcome>;
  /** "22 Nov 2026, 15:42 UTC". */
  readonly time: string;
  /** Everything else it saw: version of TLS, the certificate. */
  readonly facts: readonly ReportFact[];
}

/** What a person says they saw, where the app could not tell. */
export interface ReportAttestation {
  /** "TLS 1.3; certificate valid until 6 Feb 2027". */
  readonly words: string;
  /** Null when they did not say. */
  readonly by: string | null;
  readonly on: ReportDate | null;
  readonly method: string | null;
  readonly evidence: readonly string[];
}

/** One thing the app can look at, and how it stands. */
export interface ReportCheck {
  /** The entry's id for a portal, the check's name for this computer. */
  readonly id: string;
  readonly title: string;
  /** `portal.example.com`; '' for this computer. */
  readonly target: string;
  readonly standing: Worded<StandingKind>;
  readonly isOld: boolean;
  /** The standing in a line. */
  readonly words: string;
  readonly run: ReportRun | null;
  /** Set exactly when the user's word is what counts. */
  readonly attestation: ReportAttestation | null;
}

export interface ReportPortal extends ReportCheck {
  readonly entry: ReportEntry;
}

/** An entry with the check of the portal it names, where it names one. */
export interface ReportListEntry extends ReportEntry {
  readonly check: ReportCheck | null;
}

/** A list without a section of its own in this report. */
export interface ReportList {
  readonly kind: RecordKind;
  readonly title: string;
  readonly entries: readonly ReportListEntry[];
  /** "2 entries were taken off this list."; null when none were. */
  readonly takenOff: string | null;
}

export interface ReportConnection {
  readonly summary: string;
  readonly portals: readonly ReportPortal[];
  /** "2 portals were taken off the list."; null when none were. */
  readonly takenOff: string | null;
  readonly computer: readonly ReportCheck[];
}

/** One point of the Security Rule. */
export interface ReportPoint {
  readonly cite: string;
  readonly title: string;
  readonly mark: Worded<RuleMark>;
  /** What it means in a home office of one. */
  readonly control: string;
  /** What shows that it was done. */
  readonly shows: string;
  readonly standing: Worded<RuleStanding>;
  readonly shape: ItemState;
  readonly why: readonly string[];
  readonly open: readonly string[];
  readonly items: readonly {
    readonly id: ItemId;
    readonly title: string;
    readonly state: Worded<ItemState>;
  }[];
  readonly checks: readonly ReportFact[];
  readonly evidence: readonly PointEvidence[];
  /** The user's own answer; null when there is none. */
  readonly answer: ReportEntry | null;
}

export interface ReportStandard {
  readonly cite: string;
  readonly title: string;
  readonly safeguards: Worded<Safeguards>;
  readonly points: readonly ReportPoint[];
}

export interface ReportRule {
  /** "31 of 48 points met, 2 documented with an equivalent, 15 open". */
  readonly summary: string;
  readonly met: number;
  readonly equivalent: number;
  readonly open: number;
  readonly setAside: number;
  /** What the standings are, and what they are not. */
  readonly notes: readonly string[];
  readonly standards: readonly ReportStandard[];
}

/** When one client has to be told of a breach. */
export interface ReportClientClock {
  readonly client: string;
  /** Calendar days from discovery. */
  readonly days: number;
  /** "5 days". */
  readonly within: string;
  /** Where the number comes from. */
  readonly text: string;
  /** Whom to call; '' when nobody is recorded. */
  readonly contact: string;
}

export interface ReportBreach {
  /** The outer limit of the law, in a sentence. */
  readonly outer: string;
  /** The deadline to work to, in a sentence. */
  readonly shortest: string;
  /** Shortest first. */
  readonly clients: readonly ReportClientClock[];
  /** "Your plan works to 5 days."; null when the plan does not say. */
  readonly plan: string | null;
  /** Where the incident log is kept; null when that is not recorded. */
  readonly log: string | null;
}
