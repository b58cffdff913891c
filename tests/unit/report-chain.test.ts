import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { EMPTY_PLAN } from '../../shared/domain/plan.ts';
import { reportChain } from '../../shared/domain/report-chain.ts';
import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import { parseReportJson, toReportJson } from '../../shared/domain/report-json.ts';
import { aClient, aVendor, withPartners } from '../support/a-partner.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { expectOk } from '../support/plan-builders.ts';
import { aReport } from '../support/report-context.ts';
import { TODAY } from '../support/test-profile.ts';

const PARTNERS = [
  aClient('Alder Practice'),
  aVendor('Binder Backup', { baa_status: 'missing' }),
  aVendor('Cedar Fax', { expires: '2026-11-01' }),
  aClient('Dunes Clinic', { baa_status: 'unknown', deadline_known: false }),
  aVendor('Elm Web Studio', { touches_phi: false, baa_status: 'not-applicable' }),
];

describe('the chain of agreements in the report', () => {
  const chain = reportChain(withPartners(PARTNERS), TODAY);

  it('lists every link with its standing in words, what is missing first', () => {
    expect(chain.links.map(({ name, standing }) => [name, standing.word])).toEqual([
      ['Binder Backup', 'Not signed'],
      ['Cedar Fax', 'Expired'],
      ['Dunes Clinic', 'Not recorded'],
      ['Alder Practice', 'Signed'],
      ['Elm Web Studio', 'Not needed'],
    ]);
    expect(chain.links[1]?.words).toBe('Ended on 1 Nov 2026. Without a new one, no patient data may pass.');
    expect(chain.links[3]).toMatchObject({
      kind: 'client',
      since: { on: '2026-09-01', text: '1 Sep 2026' },
      expires: null,
      incidentDays: 5,
    });
  });

  it('is summed up, with the client to be told first', () => {
    expect(chain.summary).toBe('1 of 4 agreements signed; 1 not signed, 1 expired, 1 not recorded.');
    expect(chain.breach).toContain('the first client has to be told within 5 days: Alder Practice.');
    expect(chain.shortestDays).toBe(5);
    expect(chain.counts).toEqual({ missing: 1, expired: 1, unknown: 1, signed: 1, 'not-needed': 1 });
  });

  it('says of an empty register that nobody is recorded', () => {
    expect(reportChain(EMPTY_PLAN, TODAY)).toMatchObject({
      summary: 'No clients and no vendors are recorded yet.',
      shortestDays: null,
      links: [],
    });
  });

  it('leaves out who was taken off the register', () => {
    const gone = aVendor('Gone', {}, { archivedOn: TODAY });
    expect(reportChain(withPartners([gone]), TODAY).links).toEqual([]);
  });

  it('comes back from the JSON the same, and has its lines in the CSV', () => {
    const model = aReport(catalog, withPartners(PARTNERS));
    expect(model.chain).toEqual(chain);
    expect(expectOk(parseReportJson(toReportJson(model))).chain).toEqual(chain);
    const lines = parseCsv(toItemsCsv(model).slice(1))
      .filter(([section]) => section === 'Chain of agreements')
      .map(([, , name, , standing, kind, , , , , , stored]) => [name, standing, kind, stored].join(' | '));
    expect(lines).toEqual(
      expect.arrayContaining([
        ` |  | state | ${chain.summary}`,
        ' |  | shortest deadline | 5',
        'Binder Backup | Not signed | agreement | missing',
        'Cedar Fax | Expired | ends on | 2026-11-01',
        'Alder Practice | Signed | patient data goes | client',
        'Alder Practice | Signed | incident notice | 5',
      ]),
    );
  });
});
