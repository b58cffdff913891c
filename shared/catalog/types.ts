import type { AnswerReader } from '../domain/answer-reader.ts';
import type { Answers, Field, RuleContext } from '../domain/field.ts';
import type { IsoDate } from '../domain/iso-date.ts';
import type { Plan, Profile } from '../domain/plan.ts';
import type { ItemId, SectionId, SourceId } from './ids.ts';
import type { StateCode } from './state-codes.ts';

/** `verified`: the official text or a verbatim mirror was read. `secondary`: seen only through a page that names the
 * authority. `unverified`: not retrieved; the address is the place to check. A fact is as good as its weakest source. */
export type SourceStatus = 'verified' | 'secondary' | 'unverified';

export interface Source {
  readonly id: SourceId;
  readonly title: string;
  /** Addresses as the register gives them. Only https ones are ever opened; any other is shown as text. */
  readonly urls: readonly string[];
  readonly status: SourceStatus;
  readonly checkedOn: IsoDate;
  /** What the status does not tell: which part was read, and how. */
  readonly note?: string | undefined;
}

/** required: settle it (or say why it does not apply) before opening. */
export type Level = 'required' | 'recommended' | 'optional';
/** Why it is asked: law or regulation, a contract or payer rule, or prudence (a rule of this app). */
export type Basis = 'law' | 'contract' | 'prudence';

/** Finds what is missing or wrong and says it, one sentence each; nothing found means the rule is satisfied. */
export interface Rule {
  /** Unique within its item. */
  readonly id: string;
  readonly find: (answers: AnswerReader, context: RuleContext) => readonly string[];
}

/** A finding that keeps the verdict at NOT READY. `hold`: a check that is not finished, such as an unanswered letter. */
export interface Blocker extends Rule {
  readonly kind: 'stop' | 'hold';
}

export interface Renewal {
  /** "Monthly", "At each contract". */
  readonly text: string;
  /** When it has to be done again, from what was recorded; null when nothing dated is recorded yet. Absent when only
   * an event, not a date, brings it back. */
  readonly dueOn?: ((answers: AnswerReader, completedOn: IsoDate | null) => IsoDate | null) | undefined;
  /** Several dates, each with what is due then, where one would say too little. The earliest is that of `dueOn`. */
  readonly entries?:
    | ((answers: AnswerReader) => readonly { readonly dueOn: IsoDate; readonly text: string }[])
    | undefined;
}

/** Something worth knowing beside the form, with where it comes from. */
export interface Fact {
  readonly text: string;
  readonly sources: readonly SourceId[];
  /** Set when this statement is weaker than the sources it names. */
  readonly status?: SourceStatus | undefined;
}

/**
 * A text ready to use: to read out, print or copy. The wording is the app's own; the sources are for the rule behind it.
 * ⟨…⟩ stands for what the user fills in, and never for anything about a patient's health.
 */
export interface Template {
  /** Unique in the catalog. */
  readonly id: string;
  readonly title: string;
  /** When to use it, in a sentence. */
  readonly lead?: string | undefined;
  /** Plain lines. */
  readonly text: string;
  /** What to take care of when using it. */
  readonly cautions?: readonly string[] | undefined;
  readonly sources: readonly SourceId[];
  /** Set when what it rests on is weaker than the sources it names. */
  readonly status?: SourceStatus | undefined;
}

/** A cost an authority states. */
export interface KnownCost {
  readonly amountCents: number;
  readonly text: string;
  readonly source: SourceId;
}

/** Where answers are given that an item only shows: a page with work of its own. */
export type Desk = 'connection' | 'vetting' | 'software' | 'partners';

/** Answers an item takes from elsewhere instead of asking a second time. */
export interface Derivation {
  readonly desk: Desk;
  /** Fields that are only ever filled at the desk. Others are asked here as long as the desk knows nothing. */
  readonly fields: readonly string[];
  /** What the desk knows, in the fields of the item; laid over what was recorded for the item itself. */
  readonly answers: (plan: Plan, own: Answers, today: IsoDate) => Answers;
  /** True once the desk is in use: what was recorded in its fields here counts no more, even where the desk is silent.
   * Absent: from the first of these fields it answers. */
  readonly isTakenOver?: ((plan: Plan) => boolean) | undefined;
  /** One cell that the desk knows in some rows of a list that stays the user's own. Where it does, it is not asked. */
  readonly cell?: KnownCell | undefined;
}

/** A cell of a list's rows that a desk may know. */
export interface KnownCell {
  /** The list. */
  readonly field: string;
  readonly cell: string;
  /** What the desk knows for a row; null when nothing. `said`: a text or choice of the row, '' for none. */
  readonly known: (plan: Plan, said: (cell: string) => string, today: IsoDate) => string | null;
}

/** Offices to look up by state, beside the form. */
export type Lookup = 'attorney-general' | 'consumer-office' | 'state-rules';

export interface Item {
  readonly id: ItemId;
  readonly section: SectionId;
  /** An instruction: "Check with the State Attorney General". */
  readonly title: string;
  /** One sentence under the title: what to do here. */
  readonly lead: string;
  readonly why: string;
  readonly doneWhen: string;
  readonly level: Level;
  readonly basis: readonly Basis[];
  /** A remark on level or basis, such as "addressable under the Security Rule". */
  readonly basisNote?: string | undefined;
  readonly fields: readonly Field[];
  /** What must hold beyond "every required field is filled". */
  readonly completion: readonly Rule[];
  readonly blockers: readonly Blocker[];
  /** Warning signs, shown under "Watch out". */
  readonly redFlags: readonly string[];
  readonly needs: readonly ItemId[];
  readonly renewal: Renewal | null;
  readonly sources: readonly SourceId[];
  readonly facts?: readonly Fact[] | undefined;
  /** Texts ready to use, shown under the form. */
  readonly templates?: readonly Template[] | undefined;
  readonly knownCost?: KnownCost | undefined;
  readonly lookup?: Lookup | undefined;
  /** Why the profile sets this item aside, or null when it applies. Absent: always applies. */
  readonly setAside?: ((profile: Profile) => string | null) | undefined;
  readonly derived?: Derivation | undefined;
  /** Part of "may I touch patient data today?". `must-stand`: has to be done. `if-applicable`: may be set aside with a reason. */
  readonly gate?: 'must-stand' | 'if-applicable' | undefined;
  /** Believable answers that settle the item for this profile on this day: shown as a filled-in example, and tested. */
  readonly example: (context: { readonly today: IsoDate; readonly profile: Profile }) => Answers;
}

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** At most 19 characters: for the section list. */
  readonly shortTitle: string;
  readonly lead: string;
}

/** What the app knows of a state. Links are offered, never vouched for. */
export interface StateEntry {
  readonly code: StateCode;
  readonly attorneyGeneral: { readonly url: string; readonly remark: string | null };
  readonly consumerOffice: { readonly url: string; readonly remark: string | null } | null;
  /** Confirmed special rules. Empty: the user must check. */
  readonly rules: readonly Fact[];
}

/** A thing older guides say, and what is true now. */
export interface GuideCorrection {
  readonly id: string;
  readonly guideSays: string;
  readonly now: string;
  readonly sources: readonly SourceId[];
  readonly status?: SourceStatus | undefined;
}

export interface Catalog {
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly sources: readonly Source[];
  readonly states: readonly StateEntry[];
  readonly guideCorrections: readonly GuideCorrection[];
  readonly profileFields: readonly Field[];
}
