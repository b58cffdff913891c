import type { ItemId, SectionId, SourceId } from '../catalog/ids.ts';
import type { Basis, Desk, Level, SourceStatus } from '../catalog/types.ts';
import type { ItemState } from './assess-item.ts';
import type { CellValue } from './field.ts';
import type { IsoDate, IsoInstant } from './iso-date.ts';
import type { ItemStatus } from './plan.ts';
import type { Verdict } from './readiness.ts';
import type { ReportChain } from './report-chain-types.ts';
import type { ReportBreach, ReportConnection, ReportList, ReportRule } from './report-desk-types.ts';
import type { ReportVetting } from './report-vetting-types.ts';

/** A closed value together with the word it is printed as. */
export interface Worded<Kind extends string> {
  readonly kind: Kind;
  readonly word: string;
}

/** One recorded value. */
export interface ReportValue {
  readonly fieldId: string;
  readonly label: string;
  /** As a person reads it: one line for each choice, state or document; none when it was left blank. */
  readonly lines: readonly string[];
  /** Exactly what the database holds. */
  readonly value: CellValue;
  /** False: kept in the database, but not asked for now and judged by no rule. */
  readonly isAsked: boolean;
}

/** One recorded row of a repeating group. */
export interface ReportRow {
  readonly rowId: string;
  /** "Policy 2", or the catalog's own name of the row. */
  readonly label: string;
  readonly isAsked: boolean;
  readonly cells: readonly ReportValue[];
}

export interface ReportRows {
  readonly fieldId: string;
  readonly label: string;
  readonly isAsked: boolean;
  readonly rows: readonly ReportRow[];
}

/** What was recorded for one field: a value, or the rows of a repeating group. */
export type ReportAnswer =
  | ({ readonly kind: 'value' } & ReportValue)
  | ({ readonly kind: 'rows' } & ReportRows);

/** A date as stored and as printed. */
export interface ReportDate {
  readonly on: IsoDate;
  readonly text: string;
}

/** What the database holds about an item beside its answers. */
export interface ReportRecord {
  readonly status: ItemStatus;
  readonly notApplicableReason: string | null;
  readonly due: ReportDate | null;
  readonly completed: ReportDate | null;
  readonly updatedAt: IsoInstant;
  /** The day of `updatedAt`. */
  readonly changed: ReportDate;
}

export interface ReportFinding extends Worded<'stop' | 'hold'> {
  readonly text: string;
}

export interface ReportRenewal {
  /** "Yearly". */
  readonly text: string;
  readonly due: ReportDate | null;
  readonly isOverdue: boolean;
}

/** Answers an item takes from a page with work of its own. */
export interface ReportTaken {
  readonly from: Worded<Desk>;
  /** Ids of the answers taken from there. */
  readonly fieldIds: readonly string[];
  /** What was recorded for the item itself in those fields: kept, and judged by no rule. */
  readonly instead: readonly ReportAnswer[];
}

export interface ReportItem {
  readonly id: ItemId;
  readonly title: string;
  readonly state: Worded<ItemState>;
  readonly isSettled: boolean;
  readonly level: Worded<Level>;
  readonly basis: readonly Worded<Basis>[];
  readonly basisNote: string | null;
  readonly doneWhen: string;
  readonly findings: readonly ReportFinding[];
  readonly missing: readonly string[];
  /** Why the profile sets it aside. The user's own reason is in `record`. */
  readonly setAsideReason: string | null;
  /** Null when nothing was ever recorded. */
  readonly record: ReportRecord | null;
  /** What the rules judge: what was recorded for the item, with what its desk knows laid over. */
  readonly answers: readonly ReportAnswer[];
  /** Null when the item takes nothing from elsewhere today. */
  readonly taken: ReportTaken | null;
  readonly renewal: ReportRenewal | null;
  /** Numbers of the report's list of sources. */
  readonly sources: readonly number[];
}

export interface ReportSection {
  readonly id: SectionId;
  readonly title: string;
  readonly state: Worded<ItemState>;
  readonly settled: number;
  readonly total: number;
  /** "4 of 11". */
  readonly settledText: string;
  /** What is open or blocked, in words; '' when nothing is. */
  readonly open: string;
  /** Every item of the section, those set aside too. */
  readonly items: readonly ReportItem[];
}

/** A sentence about an item, or about several (null). */
export interface ReportNotice {
  readonly itemId: ItemId | null;
  readonly title: string | null;
  readonly text: string;
}

export interface ReportSquares {
  /** One for each required item that applies, in working order. */
  readonly states: readonly ItemState[];
  readonly settled: number;
  readonly total: number;
}

export interface ReportCover {
  readonly business: string;
  /** "Home medical billing, Trenton, New Jersey. Clients planned in New Jersey and Pennsylvania." */
  readonly place: string;
  readonly verdict: Worded<Verdict>;
  readonly headline: string;
  readonly squares: ReportSquares;
  readonly reasons: readonly ReportNotice[];
  readonly gate: {
    readonly mayTouchPhi: boolean;
    readonly answer: string;
    readonly missing: readonly ReportNotice[];
  };
  readonly nextSteps: readonly ReportNotice[];
}

/** One dated thing: to be done again, the user's own date for an open item, or the opening day. */
export interface ReportCalendarEntry {
  readonly kind: 'renewal' | 'own-date' | 'opening';
  readonly itemId: ItemId | null;
  readonly due: ReportDate;
  readonly title: string;
  readonly text: string;
  readonly isOverdue: boolean;
}

/** Something older than its review period. */
export interface ReportStale {
  readonly kind: 'answer' | 'source';
  readonly id: string;
  readonly text: string;
}

export interface ReportSource {
  /** Its number in this report. */
  readonly number: number;
  readonly id: SourceId;
  readonly title: string;
  readonly urls: readonly string[];
  readonly status: Worded<SourceStatus>;
  readonly checked: ReportDate;
  readonly note: string | null;
}

/** Everything the report shows, ready to print; page, PDF, JSON and CSV are made of this and nothing else. */
export interface ReportModel {
  readonly title: string;
  /** Of the app that made it. */
  readonly version: string;
  readonly generatedAt: IsoInstant;
  /** The day it is judged for. */
  readonly today: ReportDate;
  readonly cover: ReportCover;
  /** The welcome page's answers. */
  readonly profile: readonly ReportAnswer[];
  readonly sections: readonly ReportSection[];
  readonly connection: ReportConnection;
  readonly rule: ReportRule;
  readonly chain: ReportChain;
  readonly breach: ReportBreach;
  readonly vetting: ReportVetting;
  readonly lists: readonly ReportList[];
  readonly calendar: readonly ReportCalendarEntry[];
  readonly stale: readonly ReportStale[];
  readonly sources: readonly ReportSource[];
  /** What this report is, and what it is not. */
  readonly disclaimer: string;
}
