import type { SourceId } from '../ids.ts';

/** A question to read out, and the candidate’s fields in which its answer is stored. */
export interface ScriptQuestion {
  readonly text: string;
  readonly fields: readonly string[];
}

/** What to say and ask in one call or at one website. To print and take along. */
export interface CallScript {
  readonly id: string;
  readonly title: string;
  /** Where, and how to begin. */
  readonly opening: string;
  readonly questions: readonly ScriptQuestion[];
  /** What not to make of the answer. */
  readonly caution: string;
  readonly sources: readonly SourceId[];
}

const ask = (text: string, ...fields: readonly string[]): ScriptQuestion => ({ text, fields });

const CHECKS = 'authority_checks';

/** For the offices, in the order of the checks. Addresses of offices come from the list of states. */
export const officeScripts: readonly CallScript[] = [
  {
    id: 'secretary-of-state',
    title: 'Secretary of State: legal identity',
    opening: 'Search the business register of the state of its head office.',
    questions: [
      ask('Is the company registered under this legal name, and is it active?', 'legal_name', 'registry'),
      ask('What is its entity number, and where is it registered?', 'entity_no', 'registered_in'),
      ask('Who are its officers?', 'officers', 'parent'),
    ],
    caution: 'The name on the contract must match this one.',
    sources: ['seed-0'],
  },
  {
    id: 'attorney-general',
    title: 'State Attorney General',
    opening:
      'In your state and in the state of its head office: search the site, then call the consumer line. “I am about ' +
      'to sign a contract with a company and would like to know what is on record about it.”',
    questions: [
      ask('Are there complaints about this company on record? Open, or resolved?', CHECKS),
      ask('Has your office taken legal action against it, or settled with it?', CHECKS),
      ask('If you cannot say: how do I make a public-records request?', CHECKS),
      ask('May I have your name, or a reference number?', CHECKS),
    ],
    caution:
      'Many offices will not discuss open matters. “No record found” is an answer, not a clearance. No reply after ' +
      '10 business days: ask a second time.',
    sources: ['naag', 'usagov-ag'],
  },
  {
    id: 'consumer-office',
    title: 'State or county consumer-protection office',
    opening: 'In your state and in the state of its head office.',
    questions: [
      ask('Are there complaints about this company on record? Open, or resolved?', CHECKS),
      ask('Has your office taken action against it?', CHECKS),
      ask('What is the full name of your office, and a reference number?', CHECKS),
    ],
    caution: 'No federal body is named “Consumer Protection Agency”: ask the state or county office.',
    sources: ['seed-0', 'usagov-c'],
  },
  {
    id: 'bbb',
    title: 'Better Business Bureau',
    opening: 'Look the company up at bbb.org and save the page.',
    questions: [
      ask('Is there a profile, and what grade does it show?', CHECKS, 'found', 'rating', 'accredited'),
      ask('How many complaints in three years, and how many unresolved?', 'complaints', 'unresolved'),
      ask(
        'Does it answer complaints, and does the profile carry an alert?',
        'unanswered_pattern',
        'has_alert',
        'alert',
      ),
    ],
    caution: 'A grade is not quality, and accreditation is paid for.',
    sources: ['bbb'],
  },
  {
    id: 'federal',
    title: 'Federal lists, courts and news',
    opening: 'Five searches, each with its date. Search the legal name, the trade name and the parent.',
    questions: [
      ask('FTC legal library: any case?', CHECKS, 'searched_names'),
      ask('OIG exclusion list (LEIE): excluded?', CHECKS),
      ask('SAM.gov: debarred?', CHECKS),
      ask('OCR breach portal (500 or more records): date, size and cause?', CHECKS),
      ask('Court and news search: anything?', CHECKS),
    ],
    caution:
      'The FTC does not vouch for companies. A breach is no reason to stop; silence about the repairs is.',
    sources: ['ftc', 'leie', 'ocr', 'oig-sab'],
  },
  {
    id: 'accreditor',
    title: 'Accreditor',
    opening:
      'Look the certificate up in the accreditor’s own directory (DirectTrust/EHNAC, HITRUST), or read the SOC 2 ' +
      'report under a confidentiality agreement.',
    questions: [
      ask(
        'Is the certificate there, under this name, and until when?',
        'accreditor',
        'cert_no',
        'expires',
        'verified',
      ),
      ask('You bill in Maryland: is the network on the state’s list (MHCC)?', 'mhcc'),
    ],
    caution: 'A seal on a website proves nothing.',
    sources: ['ehnac', 'mhcc'],
  },
  {
    id: 'references',
    title: 'References',
    opening: 'Call three billing companies of your size, and one that has left.',
    questions: [
      ask('Do you use it now, or have you left it, and why?', 'refs'),
      ask('How fast do rejections come back, and who answers the phone?', 'refs'),
      ask('If you left: did you get all your data?', 'refs'),
    ],
    caution: '“Success stories” have been paid for, and officers of the seller have posed as users.',
    sources: ['ftc-mb'],
  },
];

/** The sixteen questions for the clearinghouse itself. */
export const sellerScript: CallScript = {
  id: 'seller',
  title: 'Sixteen questions for the clearinghouse',
  opening: 'Ask for the answers in writing.',
  questions: [
    ask(
      'What is your legal name, who owns you, for how many years, who are your subcontractors, and where is the data?',
      'legal_name',
      'parent',
      'year_founded',
      'subcontractors',
    ),
    ask('Will you sign our BAA, and in how many days do you report an incident?', 'baa', 'incident_days'),
    ask(
      'Do you carry 837P and 837I, 835, 270/271, 276/277, 278, 277CA and 999? Are you ready for claim attachments ' +
        '(275/277, compliance 26 May 2028)?',
      'transactions',
    ),
    ask(
      'Which of my payers do you reach, under which IDs, which need enrollment, and how many days does approval take?',
      'payers_covered',
      'top_payers',
      'payers',
      'payer_list',
      'approval_days',
    ),
    ask(
      'Which scrubbing edits do you run (NCCI, LCD, payer), what is your first-pass acceptance rate, and how is it ' +
        'measured?',
      'scrubbing',
      'first_pass_rate',
      'first_pass_basis',
    ),
    ask('How soon does a rejection report reach me?', 'rejection_turnaround'),
    ask(
      'What is every fee: setup, monthly, per claim, per provider, ERA, eligibility, paper, minimum? Is there a ' +
        'price-rise clause?',
      'setup',
      'monthly',
      'per_claim',
      'min',
      'fees',
      'price_rise',
    ),
    ask('What are term, renewal, exit fee and notice?', 'term_months', 'auto_renew', 'notice_days', 'fees'),
    ask(
      'Who owns the data? In which format is it exported (raw 837 and 835), at what cost, for how many days after I ' +
        'leave, and do you return or destroy it?',
      'must_have',
      'export_format',
      'export_cost',
      'export_days',
      'return_destroy',
    ),
    ask('What are your support hours, and who is my named contact?', 'support', 'contact'),
    ask(
      'What uptime do you promise, when was the last outage, what takes over, and what is the downtime procedure?',
      'uptime',
      'last_outage',
      'downtime_procedure',
    ),
    ask(
      'Do you offer MFA, encryption at rest and in transit, and logs? How long are they kept?',
      'mfa',
      'encryption',
      'logs',
    ),
    ask(
      'When were your last breach and your last audit?',
      'had_breach',
      'last_breach',
      'breach_explained',
      'last_audit',
    ),
    ask('What insurance do you carry, and what is your liability cap?', 'liability'),
    ask('Does any payment pass through you? (It should be no.)', 'payments_through', 'counsel_note'),
    ask('Do you promise clients or income? (It should be no.)', 'promises', 'promised_clients'),
  ],
  caution: '“Connects to all payers” is not an answer.',
  sources: ['seed-0', 'attach', 'ftc-mb'],
};

/** One line of the blank sheet: a check, where it is made, and what to write down. */
export interface SheetLine {
  readonly check: string;
  readonly where: string;
  readonly record: string;
  readonly caution: string;
}

/** The ten checks in order, to fill in by hand. */
export const vettingSheet: readonly SheetLine[] = [
  {
    check: 'Legal identity',
    where: 'Secretary of State search in the state of its head office',
    record: 'Entity number, status, officers',
    caution: 'The name on the contract must match.',
  },
  {
    check: 'Attorney General',
    where: 'Your state, and the state of its head office: site search, then the consumer line',
    record: 'State, method, date, reference, answer',
    caution: 'Many offices will not discuss open matters.',
  },
  {
    check: 'Consumer-protection office',
    where: 'usa.gov/state-consumer: state or county office',
    record: 'Office, state, method, date, reference, answer',
    caution: 'No federal body is named “Consumer Protection Agency”.',
  },
  {
    check: 'Better Business Bureau',
    where: 'bbb.org',
    record: 'Grade, complaints, answers',
    caution: 'A grade is not quality; accreditation is paid for.',
  },
  {
    check: 'Federal Trade Commission',
    where: 'ftc.gov legal library; report fraud at reportfraud.ftc.gov',
    record: 'Hits',
    caution: 'The FTC does not vouch for companies.',
  },
  {
    check: 'Exclusion and debarment',
    where: 'exclusions.oig.hhs.gov and sam.gov',
    record: 'Result',
    caution: 'Check the names of parent companies, too.',
  },
  {
    check: 'OCR breach portal',
    where: 'ocrportal.hhs.gov (500 or more records)',
    record: 'Date, size, cause',
    caution: 'A breach is not a stop; silence about repairs is.',
  },
  {
    check: 'Accreditation',
    where: 'DirectTrust/EHNAC directory; HITRUST; SOC 2 report under a confidentiality agreement',
    record: 'Certificate, expiry date',
    caution: 'A seal on a website proves nothing.',
  },
  {
    check: 'Payer list',
    where: 'Its list against your table',
    record: 'Payer IDs, real-time or batch, enrollment needed',
    caution: '“Connects to all payers” is not an answer.',
  },
  {
    check: 'References',
    where: 'Three billing companies of your size, and one that has left',
    record: 'Notes',
    caution: 'Paid “success stories”, and officers posing as users.',
  },
];
