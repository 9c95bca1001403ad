import { shippedWording } from '../../electron/shipped/shipped-wording.ts';
import type { Session } from '../../electron/core/session.ts';
import { disclosure } from '../../shared/disclosures/model.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { openCase } from '../../electron/core/workflows/open-case.ts';
import { selectRows } from '../../electron/db/rows.ts';
import { alone, median, type Figure } from './figure.ts';
import { allowTsx } from './load-tsx.ts';

const told = 40;
const runs = 15;
const topics = ['costsOutsideCover', 'keepOriginals', 'papersAndDeadlines', 'transportTickets', 'nursingNeedsOrder'];

/** Brings one case to forty disclosures to the insured. */
const tellMany = (session: Session, caseId: CaseId): void => {
  const there = selectRows(session.read, disclosure, 'case_id = ?', [caseId]).length;
  const ops = Array.from({ length: told - there }, (_, i) => ({
    op: 'insert' as const,
    entity: 'disclosure',
    id: session.ids.next(),
    fields: {
      topic: topics[i % topics.length],
      words: `第${i + 1}次说明：票据请留原件，护理请医生写明人数和天数，拿不准的费用先问一声再花。`,
      toldTo: 'insured',
      channel: 'phone',
      toldAt: new Date(Date.UTC(2026, 9, 1) + i * 3_600_000).toISOString(),
      proof: 'none',
      understood: 'yes',
    },
  }));
  const done = session.commit({ kind: 'bench', caseId, ops });
  if (!done.ok) throw new Error(`telling failed: ${done.error.code}`);
};

/** 《我们何时告知了您什么》 with forty disclosures: from the open file to the finished page, in the core. */
export const benchPrintLedger = async (session: Session): Promise<Figure> => {
  allowTsx();
  const { contentOf, materialOf } = await import('../../electron/core/documents/render.tsx');
  const { pageMarkup } = await import('../../electron/core/documents/page.tsx');
  const caseId = session.read.get<{ id: CaseId }>('SELECT id FROM cases ORDER BY id LIMIT 1')?.id;
  if (caseId === undefined) throw new Error('no case to print');
  tellMany(session, caseId);
  const one = (): void => {
    const file = openCase(session, { caseId });
    if (!file.ok) throw new Error(`no file: ${file.error.code}`);
    const { title, markup, checkCode } = contentOf(
      'toldLedger',
      materialOf(file.value, { version: 0, receivedAt: null, bundle: shippedWording }),
      { party: null, escalation: null },
    );
    pageMarkup({
      title,
      reportNumber: file.value.case.reportNumber,
      version: 1,
      checkCode,
      madeAt: session.clock.now().at,
      byName: null,
      content: markup,
    });
  };
  one();
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    one();
    return performance.now() - began;
  });
  return alone('print-ledger', { value: median(times), unit: 'ms', runs, note: `${told} disclosures, rendered in the core` });
};
