import { addMonths, formatDate, type IsoDate } from '../../domain/iso-date.ts';
import { choice, date, evidence, rows, text } from '../field-builders.ts';
import { onEarliestRow, requiresEachRow, stopsOnRow } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { nameOf } from './named-rows.ts';

// The edition of the ABN that has been mandatory since 12 May 2026 carries this date; older ones carry an earlier one.
const CURRENT_ABN_EXPIRES: IsoDate = '2029-03-31';

/** The patient forms each client uses. */
export const clientForms: Item = {
  id: 'ref-client-forms',
  section: 'references',
  title: 'Collect each client’s patient forms',
  lead: 'One row per form and client, with its edition and who looks after it.',
  why: 'Some claims are paid, or can be billed to the patient, only because the right form was signed beforehand. You need to know which edition each client uses.',
  doneWhen: 'You have a current copy of the forms each client uses. An ABN shows expiry date 03/31/2029.',
  level: 'recommended',
  basis: ['contract'],
  fields: [
    rows(
      'forms',
      'Forms by client',
      'form',
      [
        text('client', 'Client', { required: true }),
        choice(
          'form',
          'Form',
          {
            superbill: 'Superbill or encounter form',
            'assignment-of-benefits': 'Assignment of benefits',
            abn: 'Advance Beneficiary Notice (ABN)',
            npp: 'Notice of privacy practices (NPP)',
            authorisation: 'HIPAA authorization',
            'financial-policy': 'Financial policy',
          },
          { required: true },
        ),
        text('version', 'Edition or version', { maxLength: 80, required: true }),
        date('expires', 'Expiry date printed on it', { hint: 'Leave blank if it has none.' }),
        choice('owner', 'Who looks after it?', { client: 'The client', biller: 'You' }, { required: true }),
        evidence('file', 'Blank copy', {
          hint: 'An empty form. Never one a patient has filled in.',
          required: true,
        }),
      ],
      { required: true },
    ),
  ],
  completion: [
    requiresEachRow('abn-dated', 'forms', (row) =>
      row.text('form') === 'abn' && !row.has('expires')
        ? `${nameOf(row, 'client', 'A client')}: enter the expiry date printed on the ABN.`
        : null,
    ),
  ],
  blockers: [
    stopsOnRow('old-abn', 'forms', (row) =>
      row.text('form') === 'abn' && row.has('expires') && row.text('expires') < CURRENT_ABN_EXPIRES
        ? `${nameOf(row, 'client', 'A client')}: the ABN on file expires ${formatDate(row.text('expires'))}, so it is older than the edition required since 12 May 2026.`
        : null,
    ),
  ],
  redFlags: ['Coding from memory or from habit instead of from the codes and signature on the superbill.'],
  needs: ['cli-contract'],
  renewal: onEarliestRow('When a form expires', 'forms', 'expires'),
  sources: ['abn', '164.520'],
  facts: [
    {
      text: 'The ABN (CMS-R-131) is for traditional Medicare: the patient signs it before a service Medicare is likely to deny.',
      sources: ['abn'],
    },
    {
      text: 'The revised ABN became mandatory on 12 May 2026 and expires on 31 March 2029. With an older one the patient may owe nothing.',
      sources: ['abn'],
    },
    {
      text: 'The notice of privacy practices and the HIPAA authorization belong to the client, not to you. You honor the limits patients set and pass requests on.',
      sources: ['164.520'],
    },
  ],
  example: ({ today }) => {
    const abnExpires = today < CURRENT_ABN_EXPIRES ? CURRENT_ABN_EXPIRES : addMonths(today, 24);
    const client = 'Riverbend Family Practice';
    return {
      forms: [
        {
          rowId: 'r1',
          client,
          form: 'abn',
          version: 'CMS-R-131, edition required since May 2026',
          expires: abnExpires,
          owner: 'client',
          file: [{ name: 'Blank ABN', location: 'Blue folder, “Forms”' }],
        },
        {
          rowId: 'r2',
          client,
          form: 'superbill',
          version: 'Office form, current printing',
          owner: 'client',
          file: [{ name: 'Blank superbill', location: 'Blue folder, “Forms”' }],
        },
      ],
    };
  },
};
