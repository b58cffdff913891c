/** What a free text seems to contain. */
export type PatientDataKind = 'ssn' | 'member-id' | 'birth-date' | 'diagnosis-with-name';

export interface PatientDataWarning {
  readonly kind: PatientDataKind;
  readonly message: string;
}

const WARNINGS: readonly { kind: PatientDataKind; pattern: RegExp; what: string }[] = [
  {
    kind: 'ssn',
    pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}(?![\d-])/,
    what: 'a Social Security number',
  },
  {
    // Medicare beneficiary identifier: eleven places, letters without S, L, O, I, B and Z.
    kind: 'member-id',
    pattern:
      /(?<![A-Z0-9])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![A-Z0-9])/i,
    what: 'a Medicare number',
  },
  {
    kind: 'member-id',
    pattern:
      /\b(?:member|subscriber|policy|patient|medicaid|medicare)\s*(?:id|no\.?|number|#)\s*(?:is|:|#)?\s*(?=[A-Z0-9-]*\d{4})[A-Z0-9-]{6,}/i,
    what: 'a member or patient number',
  },
  {
    kind: 'birth-date',
    pattern: /\b(?:dob|date of birth|born(?: on)?)\b[:\s]*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/i,
    what: 'a date of birth',
  },
  {
    kind: 'diagnosis-with-name',
    pattern:
      /\b(?:patient|pt|mr|mrs|ms|miss)\b\.?:?\s+\p{Lu}[\p{L}'-]+[\s\S]{0,80}?(?:\b(?:diagnos\w*|dx|has|suffers|treated for)\b|\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b)/iu,
    what: 'a patient’s name with a diagnosis',
  },
  {
    kind: 'diagnosis-with-name',
    pattern: /\b\p{Lu}\p{Ll}+,?\s+\p{Lu}\p{Ll}+\b[^\n]{0,40}\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b/u,
    what: 'a name with a diagnosis code',
  },
];

/** Warns when a text looks as if it held patient data; null when nothing does. A warning never stops a save. */
export function warnOfPatientData(text: string): PatientDataWarning | null {
  const found = WARNINGS.find(({ pattern }) => pattern.test(text));
  if (found === undefined) return null;
  return {
    kind: found.kind,
    message: `This looks like ${found.what}. First Claim never needs patient data. Please take it out.`,
  };
}
