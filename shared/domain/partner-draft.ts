import { partnerFields } from '../catalog/records/partner.ts';
import { comparable } from '../catalog/sections/named-rows.ts';
import { type Answers, type AnswerValue, type EvidenceNote, MAX_EVIDENCE, MAX_LONG_TEXT } from './field.ts';
import { formatAnswer } from './format-answer.ts';
import type { PartnerKind } from './partner.ts';

/** A partner while it is put together from several forms. */
export interface PartnerDraft {
  readonly kind: PartnerKind;
  readonly name: string;
  /** False when only forms that do not apply mention it: it is kept, off the list. */
  readonly isListed: boolean;
  readonly answers: Record<string, AnswerValue>;
  /** Title of the form each answer came from. */
  readonly sources: Record<string, string>;
  /** What the forms said beside that, in words. */
  readonly remarks: string[];
}

/** The drafts so far, found by name: capitals and spaces do not count. */
export class PartnerDrafts {
  readonly #drafts: PartnerDraft[] = [];
  readonly #byName = new Map<string, PartnerDraft>();

  get all(): readonly PartnerDraft[] {
    return this.#drafts;
  }

  /** The draft of a kind with this name, if there is one. */
  find(kind: PartnerKind, name: string): PartnerDraft | undefined {
    return this.#byName.get(keyOf(kind, name));
  }

  /** The draft with this name, made if need be. Without a name, every mention is a partner of its own. */
  open(kind: PartnerKind, name: string, isListed: boolean): PartnerDraft {
    const known = this.find(kind, name);
    if (known !== undefined) return known;
    const draft: PartnerDraft = { kind, name, isListed, answers: {}, sources: {}, remarks: [] };
    this.#drafts.push(draft);
    if (comparable(name) !== '') this.#byName.set(keyOf(kind, name), draft);
    return draft;
  }
}

function keyOf(kind: PartnerKind, name: string): string {
  return `${kind} ${comparable(name)}`;
}

/**
 * Adds what a form says. Where two forms disagree, the answer that lets less through is kept and the other becomes
 * words: taking over earlier answers must never make anything look safer than it was.
 */
export function addFact(draft: PartnerDraft, field: string, value: AnswerValue, source: string): void {
  const before = draft.answers[field];
  if (before === undefined) {
    draft.answers[field] = value;
    draft.sources[field] = source;
  } else if (!isSame(before, value)) {
    settle(draft, field, before, value, source);
  }
}

/** Keeps an answer in words only. */
export function addRemark(draft: PartnerDraft, field: string, value: AnswerValue, source: string): void {
  draft.remarks.push(`“${source}”: ${inWords(field, value)}`);
}

function settle(
  draft: PartnerDraft,
  field: string,
  before: AnswerValue,
  value: AnswerValue,
  source: string,
): void {
  const joined = joinedLists(field, before, value);
  if (joined !== null) {
    draft.answers[field] = joined;
    return;
  }
  if (STRICTER[field]?.(value, before, draft.kind) === true) {
    addRemark(draft, field, before, draft.sources[field] ?? source);
    draft.answers[field] = value;
    draft.sources[field] = source;
  } else {
    addRemark(draft, field, value, source);
  }
}

type Stricter = (value: AnswerValue, than: AnswerValue, kind: PartnerKind) => boolean;

const BAA_RANK: readonly AnswerValue[] = ['missing', 'signed', 'not-applicable'];

/** True when the first answer lets less through than the second. */
const STRICTER: Readonly<Record<string, Stricter>> = {
  baa_status: (value, than) => BAA_RANK.indexOf(value) < BAA_RANK.indexOf(than),
  touches_phi: (value) => value === true,
  signed: (value, than) => value > than,
  expires: (value, than) => value < than,
  // A client is to be told sooner; of a vendor's deadlines the later one may be against the law.
  incident_days: (value, than, kind) => (kind === 'client' ? value < than : value > than),
  deadline_known: (value) => value === false,
  return_destroy: (value) => value === false,
};

function joinedLists(field: string, before: AnswerValue, value: AnswerValue): AnswerValue | null {
  if (!Array.isArray(before) || !Array.isArray(value)) return null;
  const known = new Set(before.map((entry) => JSON.stringify(entry)));
  const all = [...before, ...value.filter((entry) => !known.has(JSON.stringify(entry)))];
  if (field === 'states') return all as readonly string[];
  return all.length <= MAX_EVIDENCE ? (all as readonly EvidenceNote[]) : null;
}

function isSame(one: AnswerValue, other: AnswerValue): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function inWords(id: string, value: AnswerValue): string {
  const field = partnerFields.find((each) => each.id === id);
  return field === undefined || field.type === 'rows'
    ? `${id}: ${String(value)}`
    : `${field.label.replace(/\?$/, '')}: ${formatAnswer(field, value)}`;
}

const REMARKS_LEAD = 'Your earlier answers also said:';
const REMARKS_CUT = 'There is more; the items it was recorded in still hold it.';

/** The draft as answers of the register, in the order of its fields. */
export function finishedAnswers(draft: PartnerDraft, name: string): Answers {
  const note = noteOf(draft.remarks);
  const answers: Answers = {
    ...draft.answers,
    partner_kind: draft.kind,
    ...(name.trim() === '' ? {} : { name }),
    ...(note === '' ? {} : { note }),
  };
  return Object.fromEntries(
    partnerFields.flatMap(({ id }) => {
      const value = answers[id];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

function noteOf(remarks: readonly string[]): string {
  if (remarks.length === 0) return '';
  const lines = [REMARKS_LEAD];
  let length = REMARKS_LEAD.length;
  for (const remark of remarks) {
    length += remark.length + 1;
    if (length + REMARKS_CUT.length + 1 > MAX_LONG_TEXT) return [...lines, REMARKS_CUT].join('\n');
    lines.push(remark);
  }
  return lines.join('\n');
}
