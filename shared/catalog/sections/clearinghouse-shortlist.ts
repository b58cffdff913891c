import type { AnswerReader } from '../../domain/answer-reader.ts';
import { choice, integer, rows, state, text, url } from '../field-builders.ts';
import { holdsOnRow, stopsOnRow } from '../rule-builders.ts';
import type { Item } from '../types.ts';

const nameOf = (candidate: AnswerReader): string =>
  candidate.text('name') || candidate.text('legal_name') || 'A candidate';

/** Who the candidates really are. */
export const clhShortlist: Item = {
  id: 'clh-shortlist',
  section: 'clearinghouse',
  title: 'Name two or three real clearinghouses',
  lead: 'List companies that carry claims to payers, and find out who each one really is.',
  why:
    'You will pass your clients’ claims to this company and depend on it every day. A company that cannot be found ' +
    'under its own name at a street address cannot be checked, and cannot be held to a contract.',
  doneWhen:
    'Two or three candidates are listed, each with legal name, head office, state, founding year and ownership.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    rows(
      'candidates',
      'Candidates',
      'candidate',
      [
        text('name', 'Name it goes by', { required: true }),
        text('legal_name', 'Legal name', {
          required: true,
          hint: 'As the state register has it. The contract must carry the same name.',
        }),
        choice(
          'address_kind',
          'Head office address',
          {
            street: 'A street address',
            'box-only': 'Only a PO box or mail drop',
            none: 'None given',
          },
          { required: true },
        ),
        text('address', 'Street address', {
          required: true,
          showWhen: (beside) => beside.text('address_kind') === 'street',
        }),
        state('hq_state', 'State of the head office', { required: true }),
        state('registered_in', 'State where it is registered', { required: true }),
        choice(
          'registry',
          'Secretary of State search',
          {
            active: 'Found, active',
            inactive: 'Found, not active',
            'not-found': 'Not found under that name',
          },
          { required: true },
        ),
        text('entity_no', 'Entity number', {
          showWhen: (beside) => beside.text('registry') !== 'not-found',
        }),
        integer('year_founded', 'Year founded', [1900, 2100], { required: true }),
        text('parent', 'Owners or parent company', {
          required: true,
          hint: 'From the register or the company. Write “independent” if there is no parent.',
        }),
        url('url', 'Website'),
        text('contact', 'Your contact there'),
      ],
      { required: true, minRows: 2, maxRows: 6, hint: 'Remove a company that fails, and look for another.' },
    ),
  ],
  completion: [],
  blockers: [
    stopsOnRow('no-street-address', 'candidates', (row) =>
      row.text('address_kind') === 'box-only' || row.text('address_kind') === 'none'
        ? `${nameOf(row)}: no street address.`
        : null,
    ),
    stopsOnRow('no-legal-name', 'candidates', (row) =>
      row.text('registry') === 'not-found'
        ? `${nameOf(row)}: legal name not found on the state register.`
        : null,
    ),
    holdsOnRow('not-active', 'candidates', (row) =>
      row.text('registry') === 'inactive'
        ? `${nameOf(row)}: the state register does not show it as active. Ask why.`
        : null,
    ),
  ],
  redFlags: [
    'A seller who promises claims, doctors or clients. That is the classic medical-billing scam, and may be a regulated business opportunity.',
    'A web form or a PO box instead of a street address.',
    'A company that will not say who owns it.',
  ],
  needs: [],
  renewal: null,
  sources: ['seed-0', 'ftc-mb', 'aspe'],
  facts: [
    {
      text: 'Older guides say a clearinghouse sends you claims. It is the other way round: it carries your clients’ claims to payers. The work comes from providers.',
      sources: ['seed-0', 'ftc437', 'ftc-mb'],
    },
    {
      text: 'Under HIPAA a “health care clearinghouse” is a firm that turns nonstandard data into standard transactions, or back. A billing service that enters and reconciles data is not one.',
      sources: ['aspe'],
    },
  ],
  example: ({ profile }) => ({
    candidates: [
      {
        rowId: 'r1',
        name: 'Clearwater Claims Exchange',
        legal_name: 'Clearwater Claims Exchange, Inc.',
        address_kind: 'street',
        address: '410 Foundry Street, Wilmington',
        hq_state: 'DE',
        registered_in: 'DE',
        registry: 'active',
        entity_no: 'Example 4410027',
        year_founded: 2004,
        parent: 'Independent; two founders, named on the register',
        url: 'https://example.com/clearwater',
        contact: 'Dana Whitlock, 302-555-0142',
      },
      {
        rowId: 'r2',
        name: 'Tidewater EDI',
        legal_name: 'Tidewater EDI, LLC',
        address_kind: 'street',
        address: '22 Mill Road, Suite 5',
        hq_state: profile.homeState ?? 'DE',
        registered_in: 'DE',
        registry: 'active',
        entity_no: 'Example 5120933',
        year_founded: 2011,
        parent: 'Tidewater Holdings, Inc.',
        url: 'https://example.com/tidewater',
        contact: 'Sales desk, 800-555-0117',
      },
    ],
  }),
};
