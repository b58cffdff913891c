import { choice, integer, state, text, url } from '../field-builders.ts';
import type { FieldGroup } from '../records/record-kind.ts';
import { portalFields } from './portal-fields.ts';

/** Check 1: who the company really is. */
export const companyGroup: FieldGroup = {
  id: 'company',
  title: 'Who the company is',
  lead: 'Search the state register where it has its head office. The name on the contract must match.',
  fields: [
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
    text('officers', 'Officers on the register', {
      showWhen: (beside) => beside.text('registry') !== 'not-found',
    }),
    integer('year_founded', 'Year founded', [1900, 2100], { required: true }),
    text('parent', 'Owners or parent company', {
      required: true,
      hint: 'From the register or the company. Write “independent” if there is no parent.',
    }),
    url('url', 'Website'),
    ...portalFields,
    text('contact', 'Your contact there'),
  ],
};
