import { checkPortalTls } from '../../electron/checks/portal-tls.ts';
import type { PortalCheck } from '../../shared/domain/portal-check.ts';
import type { PortalTestQuestion } from './portal-checker.ts';

/** Runs one check as a test asks for it, in whichever process this is. */
export async function answerPortalQuestion(question: PortalTestQuestion): Promise<PortalCheck> {
  const cancel = new AbortController();
  const timer =
    question.cancelAfterMs === undefined
      ? undefined
      : setTimeout(() => cancel.abort(), question.cancelAfterMs);
  if (question.cancelAfterMs === 0) cancel.abort();
  const { host, port, timeoutMs, ca, systemRoots } = question;
  try {
    return await checkPortalTls({
      host,
      port,
      now: question.now ?? new Date().toISOString(),
      timeoutMs,
      ca,
      signal: cancel.signal,
      lookUp: () => lookUp(question),
      systemRoots: () => systemRoots ?? [],
    });
  } finally {
    clearTimeout(timer);
  }
}

function lookUp({ lookUp: found = ['127.0.0.1'] }: PortalTestQuestion): Promise<readonly string[]> {
  if (found === 'never') return new Promise(() => {});
  return typeof found === 'string'
    ? Promise.reject(Object.assign(new Error('look-up'), { code: found }))
    : Promise.resolve(found);
}
