import { describe, expect, it } from 'vitest';
import { warnOfPatientData } from '../../shared/domain/patient-data.ts';

describe('the patient-data warning', () => {
  it.each([
    ['ssn', 'SSN 078-05-1120'],
    ['ssn', 'called about 219 09 9999 today'],
    ['member-id', 'MBI 1EG4-TE5-MK73'],
    ['member-id', '1eg4te5mk73'],
    ['member-id', 'Member ID: XYZ123456789'],
    ['birth-date', 'DOB 3/4/1961'],
    ['diagnosis-with-name', 'Patient Smith was diagnosed with diabetes'],
    ['diagnosis-with-name', 'Smith, John seen for E11.9'],
  ])('notices a %s', (kind, text) => {
    expect(warnOfPatientData(text)?.kind).toBe(kind);
  });

  it.each([
    'EIN ends in 1234; call 609-555-0142 after 2 December.',
    'NPI 1234567893, payer ID 60054',
    'The clerk, Ms. Alvarez, said a billing dispute is being looked into.',
    'Policy expires 3/4/2027; limit $1,000,000',
    'ICD-10-CM chapter E11 is covered in the course',
    'Reference CP-20418, ZIP 08608-1234',
    '',
  ])('stays quiet about ordinary notes: %s', (text) => {
    expect(warnOfPatientData(text)).toBeNull();
  });
});
