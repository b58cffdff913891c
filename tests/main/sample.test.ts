import { describe, expect, it, onTestFinished } from 'vitest';
import { openApplication } from '../../electron/application/application.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { effectiveAnswers, ruleContext, statusFor } from '../../shared/domain/assess-item.ts';
import { checkAnswer } from '../../shared/domain/field-schema.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { TODAY } from '../support/test-profile.ts';

describe('the sample plan', () => {
  it('goes through the real store and comes back as it was', async () => {
    const application = expectOk(
      openApplication({
        dataFolder: tempFolder(),
        shell: aFakeShell(),
        clock: { today: () => TODAY, now: () => `${TODAY}T12:00:00.000Z` },
        newId: () => 'id',
        version: '1.2.3',
        notice: null,
        sample: true,
      }),
    );
    onTestFinished(() => application.close());
    expect(await application.invoke('loadPlan', {}, { senderId: 1 })).toEqual({
      ok: true,
      value: { today: TODAY, plan: samplePlan(TODAY) },
    });
  });

  it('holds only answers a person could have given, judged as the app would judge them', () => {
    const plan = samplePlan(TODAY);
    const context = ruleContext(catalog, plan, TODAY);
    for (const item of catalog.items) {
      const record = plan.items[item.id];
      if (record === undefined) continue;
      const fields = new Map(fieldsOf(item).map((field) => [field.id, field]));
      for (const [id, value] of Object.entries(record.answers)) {
        const field = fields.get(id);
        if (field === undefined) throw new Error(`${item.id} has no field ${id}`);
        expect(checkAnswer(field, value, TODAY), `${item.id}.${id}`).toMatchObject({ ok: true });
      }
      if (record.status !== 'not-applicable') {
        const answers = effectiveAnswers(item, plan, TODAY);
        expect(record.status, item.id).toBe(statusFor(item, answers, context));
      }
    }
  });
});
