import type { Field } from '../../domain/field.ts';
import type { FieldGroup } from '../records/record-kind.ts';
import { authoritiesGroup } from './authority-fields.ts';
import { companyGroup } from './company-fields.ts';
import { contractGroup, costsGroup } from './contract-fields.ts';
import { decisionFields } from './decision-fields.ts';
import { offerGroup } from './offer-fields.ts';
import { accreditationGroup, securityGroup } from './security-fields.ts';
import {
  agreementGroup,
  capabilityGroup,
  payersGroup,
  referencesGroup,
  supportGroup,
} from './service-fields.ts';

/** A clearinghouse under examination, in working order: the ten checks, the questions, the contract, the offer. */
export const clearinghouseGroups: readonly FieldGroup[] = [
  companyGroup,
  authoritiesGroup,
  accreditationGroup,
  payersGroup,
  referencesGroup,
  agreementGroup,
  capabilityGroup,
  securityGroup,
  supportGroup,
  costsGroup,
  contractGroup,
  offerGroup,
  { id: 'decision', title: 'Decision', fields: decisionFields },
];

/** All fields of a clearinghouse candidate. */
export const clearinghouseFields: readonly Field[] = clearinghouseGroups.flatMap(({ fields }) => fields);
