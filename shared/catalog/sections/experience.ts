import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths, daysBetween, type IsoDate } from '../../domain/iso-date.ts';
import { choice, integer, longText, pastDate, rows, text, yesNo } from '../field-builders.ts';
import { requires, requiresEachRow, stopsWhen } from '../rule-builders.ts';
import type { Item, Rule } from '../types.ts';

const enoughMonths: Rule = {
  id: 'target-months-reached',
  find: (answers, context) => {
    const target = answers.number('target_months');
    if (target === null) return [];
    const months = monthsWorked(answers.rows('roles'), context.today);
    return months >= target
      ? []
      : [`Your roles add up to ${months} of the ${target} months you set yourself.`];
  },
};

/** `fnd-experience`: roles, months and references. */
export const experience: Item = {
  id: 'fnd-experience',
  section: 'foundations',
  title: 'List your hands-on billing experience',
  lead: 'Write down where you have billed, for how long, and who can speak for you.',
  why: 'Clients buy proven ability. A list of real roles, with a person they can call, is what you have to show.',
  doneWhen: 'Your roles add up to the months you set yourself, and at least one reference can be contacted.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    integer('target_months', 'Months of experience you want behind you', [1, 600], {
      unit: 'months',
      hint: 'Your own yardstick: how much practice you want before clients depend on you.',
      required: true,
    }),
    yesNo('has_experience', 'Have you done billing work before?', { required: true }),
    longText('supervised_plan', 'Your plan to learn under supervision', {
      hint: 'With whom, doing what, from when to when. List it under roles as the months add up.',
      showWhen: (beside) => beside.isNo('has_experience'),
    }),
    rows(
      'roles',
      'Roles',
      'role',
      [
        text('employer', 'Employer', { required: true }),
        text('role', 'Your role', { required: true }),
        choice(
          'setting',
          'Setting',
          {
            hospital: 'Hospital',
            clinic: 'Clinic',
            office: 'Doctor’s office',
            payer: 'Payer',
            'billing-company': 'Billing company',
          },
          { required: true },
        ),
        pastDate('from_date', 'From', { required: true }),
        pastDate('to_date', 'To', { hint: 'Leave empty if you still work there.' }),
        text('specialties', 'Specialties', { hint: 'Separate them with commas.' }),
        text('referee', 'Reference: name'),
        text('referee_contact', 'Reference: phone or email'),
      ],
      { required: true },
    ),
  ],
  completion: [
    enoughMonths,
    requires(
      'reference-contactable',
      'Name at least one reference, with a phone number or email.',
      (answers) => answers.rows('roles').some((role) => role.has('referee') && role.has('referee_contact')),
    ),
    requiresEachRow('dates-in-order', 'roles', (role) => {
      const to = role.text('to_date');
      return to !== '' && to < role.text('from_date')
        ? `${role.text('employer') || 'A role'}: it ends before it begins.`
        : null;
    }),
  ],
  blockers: [
    stopsWhen(
      'no-experience-no-plan',
      'No billing experience, and no plan to learn under supervision.',
      (answers) => answers.isNo('has_experience') && !answers.has('supervised_plan'),
    ),
  ],
  redFlags: [
    'An offer that says no experience is needed. Real clients ask for it.',
    'A kit that says it replaces experience and brings the doctors with it.',
  ],
  needs: [],
  renewal: null,
  sources: ['seed-0', 'seed-1', 'seed-2'],
  facts: [
    {
      text: 'The Federal Trade Commission (FTC) has said that few people who buy medical-billing business offers find clients or get their money back.',
      sources: ['ftc-mb'],
    },
  ],
  example: ({ today }) => ({
    target_months: 24,
    has_experience: true,
    roles: [
      {
        rowId: 'r1',
        employer: 'Riverbend Family Practice',
        role: 'Billing specialist',
        setting: 'office',
        from_date: addMonths(today, -38),
        specialties: 'Family medicine',
        referee: 'Dana Whitfield, practice manager',
        referee_contact: '555-0142',
      },
      {
        rowId: 'r2',
        employer: 'Northgate Community Hospital',
        role: 'Payment poster',
        setting: 'hospital',
        from_date: addMonths(today, -62),
        to_date: addMonths(today, -40),
        specialties: 'Outpatient surgery, physical therapy',
      },
    ],
  }),
};

/** `end` is the day after the last one. */
interface Span {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** Months covered by the roles. Two jobs at the same time count once; odd days add up to months of 30. */
function monthsWorked(roles: readonly AnswerReader[], today: IsoDate): number {
  const spans = roles
    .filter((role) => role.has('from_date'))
    .map((role) => ({ start: role.text('from_date'), end: addDays(role.text('to_date') || today, 1) }))
    .filter((span) => span.start < span.end);
  let months = 0;
  let oddDays = 0;
  for (const span of mergeSpans(spans)) {
    const whole = wholeMonths(span);
    months += whole;
    oddDays += daysBetween(addMonths(span.start, whole), span.end);
  }
  return months + Math.floor(oddDays / 30);
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

function wholeMonths({ start, end }: Span): number {
  let months = 0;
  while (addMonths(start, months + 1) <= end) months += 1;
  return months;
}
