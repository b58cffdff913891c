import type { SourceId } from './ids.ts';
import type { Source, SourceStatus } from './types.ts';

// Nothing was opened on the live web for this register. The address is the place to check, not a promise that it opens.
const CHECKED_ON = '2026-11-22';

const CFR_SECURITY = 'https://www.ecfr.gov/current/title-45/part-164/subpart-C';
const CFR_PRIVACY = 'https://www.ecfr.gov/current/title-45/part-164/subpart-E';
const HIPAA_QUESTIONS = 'https://www.hhs.gov/hipaa/for-professionals/faq/index.html';
const MEDICARE_ENROLMENT = 'https://www.cms.gov/medicare/enrollment-renewal';
const BLS_OUTLOOK =
  'https://www.bls.gov/ooh/healthcare/medical-records-and-health-information-technicians.htm';

const source = (
  id: SourceId,
  status: SourceStatus,
  title: string,
  urls: readonly string[],
  note?: string,
): Source => ({ id, title, urls, status, checkedOn: CHECKED_ON, note });

const guides: readonly Source[] = [
  source(
    'seed-0',
    'unverified',
    'Older career guide: starting a home billing business',
    [],
    'Advice only: a career article without authority, and out of date in places.',
  ),
  source(
    'seed-1',
    'unverified',
    'Older career guide: working from home as a medical biller',
    [],
    'Advice only: a career article without authority, and out of date in places.',
  ),
  source(
    'seed-2',
    'unverified',
    'Older career guide: training, certificates and income',
    [],
    'Advice only: a career article without authority. Its income figures are not used here.',
  ),
  source(
    'seed-3',
    'unverified',
    'Older career guide: education, pay and outlook',
    [],
    'Advice only: a career article without authority. Its pay and growth figures are out of date.',
  ),
];

const hipaa: readonly Source[] = [
  source(
    '160.103',
    'verified',
    'HIPAA definitions, 45 CFR 160.103',
    ['https://www.ecfr.gov/current/title-45/section-160.103'],
    'Read in a verbatim mirror of the official text.',
  ),
  source(
    '308',
    'verified',
    'HIPAA Security Rule: administrative safeguards, 45 CFR 164.308',
    [CFR_SECURITY],
    'Read in the copy kept by the Cornell Legal Information Institute.',
  ),
  source(
    '310',
    'verified',
    'HIPAA Security Rule: physical safeguards, 45 CFR 164.310',
    [CFR_SECURITY],
    'Read as listed in Appendix A, the rule’s own table of standards.',
  ),
  source(
    '312',
    'verified',
    'HIPAA Security Rule: technical safeguards, 45 CFR 164.312',
    [CFR_SECURITY],
    'Read on govinfo, the government’s publishing site.',
  ),
  source(
    '314',
    'verified',
    'HIPAA Security Rule: business associate contracts, 45 CFR 164.314',
    [CFR_SECURITY],
    'Read in the 2004 edition. Compare the wording with the current one.',
  ),
  source(
    '316',
    'verified',
    'HIPAA Security Rule: written policies and records, 45 CFR 164.316',
    [CFR_SECURITY],
    'Read in a mirror that was current to 20 June 2026.',
  ),
  source(
    '502e',
    'unverified',
    'HIPAA Privacy Rule: passing data to business associates, 45 CFR 164.502(e)',
    [CFR_PRIVACY],
    'Only the opening of 164.504(e)(2) was read; the rest is stated from general knowledge.',
  ),
  source(
    '504e',
    'unverified',
    'HIPAA Privacy Rule: what a business associate agreement contains, 45 CFR 164.504(e)',
    [CFR_PRIVACY],
    'Only the opening of paragraph (e)(2) was read; the list of clauses is stated from general knowledge.',
  ),
  source(
    '410',
    'verified',
    'HIPAA breach notification, 45 CFR 164.404(b) and 164.410',
    ['https://www.ecfr.gov/current/title-45/part-164/subpart-D'],
    'Read in a verbatim mirror of the official text.',
  ),
  source(
    '164.520',
    'unverified',
    'HIPAA Privacy Rule: notice of privacy practices and authorization, 45 CFR 164.520 and 164.508',
    [],
    'Not retrieved. Look the two sections up before relying on them.',
  ),
  source(
    'unsec',
    'verified',
    'HHS guidance on unsecured protected health information',
    ['https://www.hhs.gov/hipaa/for-professionals/breach-notification/guidance/index.html'],
    'Read in a verbatim mirror of the official page.',
  ),
  source(
    'cloud',
    'verified',
    'HHS guidance on HIPAA and cloud computing',
    [
      'https://www.hhs.gov/hipaa/for-professionals/special-topics/health-information-technology/cloud-computing/index.html',
    ],
    'Read in a verbatim mirror of the official page.',
  ),
  source(
    'audio',
    'secondary',
    'HHS Office for Civil Rights guidance on audio telehealth, 13 June 2022',
    ['https://www.hhs.gov/hipaa/for-professionals/privacy/guidance/hipaa-audio-telehealth/index.html'],
    'The guidance itself was read; when a phone vendor needs an agreement was seen only in summaries.',
  ),
  source(
    'fax',
    'verified',
    'HHS questions and answers on HIPAA: faxing',
    [HIPAA_QUESTIONS],
    'Read as quoted word for word. The address is the list of all questions.',
  ),
  source(
    'vm',
    'verified',
    'HHS questions and answers on HIPAA: messages left for patients',
    [HIPAA_QUESTIONS],
    'Read as quoted word for word. The address is the list of all questions.',
  ),
  source(
    'aspe',
    'verified',
    'HHS answer on when a billing service is a clearinghouse',
    [
      'https://aspe.hhs.gov/report/health-insurance-reform-standards-electronic-transactions/2-health-care-clearinghouse',
    ],
    'From the response to comments on the electronic transactions rule.',
  ),
  source(
    'nprm',
    'secondary',
    'Proposed changes to the HIPAA Security Rule, 90 FR 898',
    ['https://www.federalregister.gov/documents/2025/01/06/2024-30983/'],
    'The proposal was read; where it stands comes from commentary of January to June 2026.',
  ),
  source(
    'cmp',
    'secondary',
    'HHS yearly adjustment of penalties, 28 January 2026, 45 CFR 102.3',
    [],
    'Amounts seen only on pages that name the adjustment.',
  ),
  source('66r2', 'verified', 'NIST guide to the HIPAA Security Rule, SP 800-66 Revision 2', [
    'https://csrc.nist.gov/pubs/sp/800/66/r2/final',
  ]),
  source(
    '52r2',
    'verified',
    'NIST guidelines for TLS connections, SP 800-52 Revision 2',
    ['https://csrc.nist.gov/pubs/sp/800/52/r2/final'],
    'Read through the notice on nist.gov.',
  ),
  source(
    'sra',
    'secondary',
    'Security Risk Assessment Tool, version 3.6, ONC and OCR',
    ['https://www.healthit.gov/topic/privacy-security-and-hipaa/security-risk-assessment-tool'],
    'A Windows program or a spreadsheet; what you enter stays on your computer. Seen through other pages.',
  ),
  source(
    'ocr',
    'unverified',
    'HHS list of reported breaches (500 or more people)',
    ['https://ocrportal.hhs.gov/ocr/breach/breach_report.jsf'],
    'Not retrieved. This is the place to search.',
  ),
  source(
    'chc',
    'secondary',
    'HHS questions and answers on the Change Healthcare incident',
    [
      'https://www.hhs.gov/hipaa/for-professionals/special-topics/change-healthcare-cybersecurity-incident-frequently-asked-questions/index.html',
    ],
    'Seen through pages that name it.',
  ),
];

const fraudAndPayment: readonly Source[] = [
  source(
    'ftc437',
    'secondary',
    'FTC Business Opportunity Rule, 16 CFR Part 437',
    ['https://www.ecfr.gov/current/title-16/part-437'],
    'Sections 437.4 and 437.7 were read; 437.2 and 437.3 through a reprinted FTC guide. Published at 76 FR 76816.',
  ),
  source('ftc-nprm', 'verified', 'FTC proposal to widen the Business Opportunity Rule', [
    'https://www.ftc.gov/legal-library/browse/federal-register-notices/16-cfr-437-business-opportunity-rule-notice-proposed-rulemaking-0',
  ]),
  source(
    'ftc-mb',
    'verified',
    'FTC action against a medical billing work-at-home seller, November 2003',
    [
      'https://www.ftc.gov/news-events/news/press-releases/2003/11/texan-barred-selling-work-home-medical-billing-opportunities',
    ],
    'FTC advice read as quoted on the archived business.gov (2009); the detail about paid references is secondary.',
  ),
  source(
    'ftc',
    'unverified',
    'FTC legal library: cases and proceedings',
    ['https://www.ftc.gov/legal-library'],
    'Not retrieved. This is the place to search.',
  ),
  source(
    'oig-cpg',
    'secondary',
    'OIG compliance guidance for third-party medical billing companies, 63 FR 70138',
    ['https://www.govinfo.gov/content/pkg/FR-1998-12-18/html/98-33565.htm'],
    'The guidance was read; the remark on percentage pay comes through a law firm, Liles Parker.',
  ),
  source(
    'oig-sab',
    'secondary',
    'OIG special advisory bulletin on exclusion, 8 May 2013',
    ['https://oig.hhs.gov/exclusions/files/sab-05092013.pdf'],
    'Seen through pages that name it.',
  ),
  source(
    'leie',
    'unverified',
    'Exclusion searches: OIG exclusion list (LEIE) and SAM.gov',
    ['https://exclusions.oig.hhs.gov', 'https://sam.gov'],
    'Not retrieved. These are the places to search.',
  ),
  source(
    'oig-98',
    'verified',
    'OIG advisory opinions 98-1 and 98-4 on percentage fees with marketing',
    ['https://oig.hhs.gov/compliance/advisory-opinions/'],
    'Read in a verbatim mirror of the official text.',
  ),
  source(
    '42-424',
    'verified',
    'Medicare: who may be paid, and how an agent is paid, 42 CFR 424.73 and 424.80',
    ['https://www.ecfr.gov/current/title-42/section-424.73'],
    'Of 424.80(b)(5) only the opening was read.',
  ),
  source('42-447', 'verified', 'Medicaid: payment to business agents, 42 CFR 447.10', [
    'https://www.law.cornell.edu/cfr/text/42/447.10',
  ]),
  source(
    'tf',
    'verified',
    'Medicare time limit for filing claims, 42 CFR 424.44',
    ['https://cgsmedicare.com/parta/claims/timely.html'],
    'The address is a Medicare contractor’s page about the rule.',
  ),
  source(
    'asca',
    'unverified',
    'Medicare electronic claims requirement (ASCA), 42 CFR 424.32 and 70 FR 71008',
    [],
    'The rule was read. The size below which a small provider is waived (fewer than 10 staff) was not verified.',
  ),
];

const claimsAndCodes: readonly Source[] = [
  source(
    '855',
    'verified',
    'Medicare enrollment form CMS-855: the section on billing agencies',
    [MEDICARE_ENROLMENT],
    'Section 8 of the form, read on the pages of Palmetto GBA, a Medicare contractor.',
  ),
  source(
    'edi',
    'verified',
    'Medicare EDI enrollment form, signed by the provider',
    [MEDICARE_ENROLMENT],
    'Read on the pages of Palmetto GBA, a Medicare contractor.',
  ),
  source(
    'attach',
    'secondary',
    'Electronic claims attachments rule, CMS-0053-F',
    ['https://www.govinfo.gov/content/pkg/FR-2026-03-24/html/2026-05676.htm'],
    'The rule was read; the date to comply by was seen in summaries.',
  ),
  source(
    'abn',
    'secondary',
    'Medicare beneficiary notices: the ABN, form CMS-R-131',
    ['https://www.cms.gov/medicare/forms-notices/beneficiary-notices-initiative'],
    'Dates come from a law firm’s alert.',
  ),
  source('nucc', 'verified', 'NUCC instructions for the 1500 claim form', [
    'https://www.nucc.org/index.php/1500-claim-form-mainmenu-35/1500-instructions-mainmenu-42',
  ]),
  source(
    'nubc',
    'verified',
    'NUBC license terms for UB-04 codes and manual',
    ['https://www.nubc.org/license'],
    'Read as quoted by HL7 in its terminology pages.',
  ),
  source('icd', 'verified', 'CMS: ICD-10 code files and guidelines', [
    'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  ]),
  source(
    'icd27',
    'secondary',
    'ICD-10-CM files for fiscal year 2027',
    [],
    'Seen through other pages; check for the files on the CMS ICD-10 page.',
  ),
  source('ama-lic', 'verified', 'AMA: applying for a CPT license', [
    'https://www.ama-assn.org/practice-management/apply-cpt-license',
  ]),
  source(
    'cpt',
    'secondary',
    'CPT: yearly change on 1 January',
    [],
    'The date was seen through other pages; the AMA is the authority.',
  ),
  source(
    'hcpcs',
    'secondary',
    'CMS: HCPCS Level II quarterly update',
    ['https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update'],
    'Seen through pages that name it.',
  ),
  source(
    'ncci',
    'unverified',
    'CMS: National Correct Coding Initiative edits',
    ['https://www.cms.gov/national-correct-coding-initiative-ncci'],
    'Not retrieved. This is the place to check.',
  ),
  source(
    'onc',
    'verified',
    'ONC health IT certification program, and its product list',
    [
      'https://www.healthit.gov/topic/certification-ehrs/about-onc-health-it-certification-program',
      'https://chpl.healthit.gov',
    ],
    'What the program covers was read; that billing software alone does not need it is inferred from that.',
  ),
  source('ehnac', 'verified', 'EHNAC and DirectTrust accreditation', [
    'https://www.ehnac.org/faqs/',
    'https://directtrust.org/about-accreditation',
  ]),
];

const stateLaw: readonly Source[] = [
  source('mhcc', 'verified', 'Maryland Health Care Commission: electronic health networks', [
    'https://mhcc.maryland.gov/mhcc/pages/hit/hit_ehn/hit_ehn.aspx',
  ]),
  source(
    'nj',
    'verified',
    'New Jersey DOBI: third-party billing services',
    ['https://nj.gov/dobi/division_insurance/managedcare/tpapage.htm'],
    'With the act behind it, P.L.2001 c.267.',
  ),
  source(
    'ny',
    'secondary',
    'New York: Medicaid billing agents (18 NYCRR 504.9) and Education Law 6530(19)',
    [],
    'The regulation was read; the statute only as a law firm quotes it.',
  ),
  source(
    'ca',
    'verified',
    'California: Medi-Cal billing agents, Welfare and Institutions Code 14040.5',
    ['https://leginfo.legislature.ca.gov'],
    'Read in a verbatim mirror. The address is the start page of the state’s law site.',
  ),
  source(
    'il',
    'secondary',
    'Illinois: fee-splitting and its exception for billing fees, 225 ILCS 60/22.2',
    ['https://www.ilga.gov'],
    'The text of the exception was read in the parallel act, 80/24.2.',
  ),
  source(
    'lp',
    'secondary',
    'Liles Parker PLLC on percentage billing fees, 28 July 2022',
    [],
    'A law firm’s commentary, not a statute.',
  ),
  source(
    'wi',
    'unverified',
    'Wisconsin bill of 2009 on billing companies and collection-agency law',
    [],
    'Whether it became law was not found.',
  ),
  source(
    'fdcpa',
    'secondary',
    'Fair Debt Collection Practices Act, 15 USC 1692a(6)(F)(iii)',
    [],
    'With a Sixth Circuit decision of 24 March 2023, as reported by insideARM.',
  ),
  source(
    'fcc',
    'verified',
    'FCC rule on unsolicited advertising faxes, 47 CFR 64.1200(a)(4)',
    [],
    'Read in the notice of the rule, 71 FR 25967.',
  ),
];

const businessOffices: readonly Source[] = [
  source('boi', 'verified', 'FinCEN: who still reports beneficial ownership', [
    'https://fincen.gov/boi/ifr-qa',
  ]),
  source(
    'irs-ein',
    'secondary',
    'IRS: get an employer identification number',
    ['https://www.irs.gov/businesses/small-businesses-self-employed/get-an-employer-identification-number'],
    'Seen through pages that name it.',
  ),
  source(
    'irs-se',
    'unverified',
    'IRS: self-employed people, and Publication 587 on home offices',
    ['https://www.irs.gov/businesses/small-businesses-self-employed'],
    'Not retrieved. This is the place to check.',
  ),
  source(
    'sba',
    'unverified',
    'SBA guide to starting a business',
    ['https://www.sba.gov/business-guide'],
    'Not retrieved. This is the place to check.',
  ),
  source(
    'sba-ins',
    'verified',
    'SBA on business insurance',
    [],
    'An article read in the archive of sba.gov.',
  ),
  source(
    'usagov-c',
    'unverified',
    'USA.gov: state consumer protection offices',
    ['https://www.usa.gov/state-consumer'],
    'Not retrieved. This is the place to look up your office.',
  ),
  source(
    'bbb',
    'unverified',
    'Better Business Bureau',
    ['https://www.bbb.org'],
    'Not retrieved. A private body, not a government office.',
  ),
  source(
    'naag',
    'unverified',
    'National Association of Attorneys General: find my AG',
    ['https://www.naag.org/find-my-ag/'],
    'Not retrieved. Use it to check a state’s address.',
  ),
  source(
    'usagov-ag',
    'unverified',
    'USA.gov: state attorneys general',
    ['https://www.usa.gov/state-attorney-general'],
    'Not retrieved. Use it to check a state’s address.',
  ),
];

const professionAndMachines: readonly Source[] = [
  source(
    'aapc',
    'verified',
    'AAPC: keeping a certification',
    ['https://www.aapc.com/certifications/maintain-your-certification'],
    'Counts of education units come from an older page of aapc.com.',
  ),
  source('ahima', 'verified', 'AHIMA: recertification', [
    'https://www.ahima.org/certification/Recertification',
  ]),
  source(
    'amba',
    'verified',
    'AMBA: education unit rules for the CMRS',
    ['http://www.ambanet.net/ceu_rules.htm'],
    'The address is not a secure one, so the app shows it and does not open it.',
  ),
  source(
    'nha',
    'secondary',
    'NHA: renewing the CBCS',
    ['https://www.nhanow.com'],
    'Seen through other pages.',
  ),
  source(
    'bls',
    'secondary',
    'Bureau of Labor Statistics: medical records specialists',
    [BLS_OUTLOOK],
    'Figures come from sites that quote BLS.',
  ),
  source(
    'bls-old',
    'secondary',
    'Bureau of Labor Statistics: outlook 2010 to 2020 (superseded)',
    [BLS_OUTLOOK],
    'Figures come from sites that quote BLS. The address is that of the current outlook.',
  ),
  source(
    'mslife',
    'secondary',
    'Microsoft product lifecycle: when support ends',
    ['https://learn.microsoft.com/lifecycle'],
    'Seen through other pages.',
  ),
  source(
    'os-commands',
    'secondary',
    'How each operating system reports encryption, firewall, updates and Wi-Fi',
    [],
    'Microsoft Learn pages and the fdesetup manual were read; the shape of other output comes from public code and its tests. Of all commands only lsblk was run.',
  ),
];

/** The register: what each source tag is, where it is, and how far it can be trusted. */
export const sources: readonly Source[] = [
  ...guides,
  ...hipaa,
  ...fraudAndPayment,
  ...claimsAndCodes,
  ...stateLaw,
  ...businessOffices,
  ...professionAndMachines,
];
