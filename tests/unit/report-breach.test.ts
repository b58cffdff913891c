import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { EMPTY_PLAN, type ItemRecord } from '../../shared/domain/plan.ts';
import type { ReportBreach } from '../../shared/domain/report-desk-types.ts';
import { aPlan, aRecord } from '../support/a-plan.ts';
import { aReport } from '../support/report-context.ts';

const breachOf = (records: readonly ItemRecord[]): ReportBreach => aReport(catalog, aPlan(records)).breach;

const agreements = (...clients: readonly (readonly [client: string, days: number])[]): ItemRecord =>
  aRecord('cli-baa', {
    answers: {
      agreements: clients.map(([client, incident_days], index) => ({
        rowId: `r${index}`,
        client,
        incident_days,
      })),
    },
  });

describe('the breach clocks in the report', () => {
  it('give the outer limit of the law even before there is a client', () => {
    const breach = aReport(catalog, EMPTY_PLAN).breach;
    expect(breach.outer).toContain('at most 60 calendar days from discovery');
    expect(breach).toMatchObject({ clients: [], plan: null, log: null });
    expect(breach.shortest).toContain('No client is on record yet.');
  });

  it('name the shortest deadline and its client, shortest first', () => {
    const breach = breachOf([agreements(['Riverbend', 10], ['Harbor', 1])]);
    expect(breach.shortest).toBe('The shortest deadline on record: 1 day, for Harbor.');
    expect(breach.clients.map(({ client, within }) => [client, within])).toEqual([
      ['Harbor', '1 day'],
      ['Riverbend', '10 days'],
    ]);
  });

  it('take the shorter where two records disagree, and say so', () => {
    const plan = aRecord('sec-incident', {
      answers: {
        clients: [
          {
            rowId: 'x',
            client: 'Riverbend',
            contact: 'Morgan Field',
            deadline_known: true,
            contract_days: 5,
          },
        ],
        shortest_days: 5,
        log_path: 'HIPAA folder',
      },
    });
    const breach = breachOf([agreements(['Riverbend', 10]), plan]);
    expect(breach.clients).toEqual([
      {
        client: 'Riverbend',
        days: 5,
        within: '5 days',
        text: 'Recorded as 5 days and as 10 days: the shorter counts until you have looked.',
        contact: 'Morgan Field',
      },
    ]);
    expect(breach).toMatchObject({ plan: 'The incident plan works to 5 days.', log: 'HIPAA folder' });
  });

  it('say when a deadline is not recorded', () => {
    const contract = aRecord('cli-contract', {
      answers: { contracts: [{ rowId: 'c', client: 'Lakeside' }] },
    });
    expect(breachOf([agreements(['Harbor', 3]), contract]).shortest).toBe(
      'The shortest deadline on record: 3 days, for Harbor. Not every deadline is recorded: an agreement may leave fewer days.',
    );
    expect(breachOf([contract]).shortest).toContain('No deadline is recorded');
  });
});
