import type { Browser } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createPrintShelf } from '../../../../electron/core/documents/print-shelf.ts';
import { allHandlers } from '../../../../electron/core/features.ts';
import { comparisonOf } from '../../../../electron/core/workflows/request-comparison.ts';
import { decideLetter } from '../../../../electron/core/letters/decide-letter.ts';
import { sendLetter } from '../../../../electron/core/letters/send-letter.ts';
import { acceptOffer } from '../../../../electron/core/offers/accept-offer.ts';
import { previewAcceptance } from '../../../../electron/core/offers/preview-acceptance.ts';
import { putOffer } from '../../../../electron/core/offers/put-offer.ts';
import { submitOffer } from '../../../../electron/core/offers/submit-offer.ts';
import { askSatisfaction } from '../../../../electron/core/payments/ask-satisfaction.ts';
import { recordPayment } from '../../../../electron/core/payments/record-payment.ts';
import { print } from '../../../../electron/core/workflows/document-handlers.ts';
import { staleIn } from '../../../../electron/core/workflows/stale-offer.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import type { DocumentKind } from '../../../../shared/documents/model.ts';
import { escalation } from '../../../../shared/escalations/model.ts';
import { elderlyScenarios } from '../../../../shared/scenarios/templates.ts';
import { formatFen } from '../../../../shared/kernel/money.ts';
import { defaultAppeal } from '../../../../shared/letters/rules.ts';
import { offer } from '../../../../shared/offers/model.ts';
import type { OfferSheet } from '../../../../shared/offers/sheet-model.ts';
import { launchChromium } from '../../../support/chromium.ts';
import { must, refusalOf } from '../../../support/file.ts';
import { fontsOf, pdfOf, textsOf } from '../../../support/print.ts';
import { aSignature, insertRow, putWords } from '../../../support/review.ts';
import { settledCase, type Settled } from '../../../support/settled.ts';

const noRates = { lostIncomeFen: null, nursingFen: null, nutritionFen: null };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A folder to put the files in for looking at, when somebody names one. */
const keep = process.env['LIUBU_KEEP_PDF'];

const settled = async () => {
  const t = await settledCase(onTestFinished);
  const of = { caseId: t.caseId, offerId: t.offer() };
  must(submitOffer(t.session, of, staleIn(t.session)));
  const shelf = createPrintShelf(t.options);
  const page = async (kind: DocumentKind): Promise<string> => {
    const printed = must(await print(t.session, shelf, { caseId: t.caseId, partyId: t.partyId, kind, subjectId: null, reveal: null }));
    return shelf.take(printed.printId) ?? '';
  };
  const paper = async (kind: DocumentKind) => {
    const pdf = await pdfOf(browser, await page(kind));
    if (keep !== undefined) {
      mkdirSync(keep, { recursive: true });
      writeFileSync(join(keep, `${kind}.pdf`), pdf);
    }
    return { pdf, texts: await textsOf(pdf) };
  };
  const sheet = (): OfferSheet => {
    const row = findRow(t.session.read, offer, of.offerId);
    if (!row?.sheet) throw new Error('no sheet');
    return row.sheet;
  };
  return { ...t, of, page, paper, sheet };
};
type Room = Awaited<ReturnType<typeof settled>>;

/** Puts, signs, pays and asks: the offer to its end. */
const toTheEnd = async (t: Room): Promise<void> => {
  must(putOffer(t.session, { ...t.of, ...putWords }, staleIn(t.session)));
  const { textHash } = must(previewAcceptance(t.session, t.of));
  const evidence = { signing: 'screen', signedBy: '赵桂英', signature: aSignature, attachmentId: null, explainedByName: '吴明' } as const;
  must(acceptOffer(t.session, { ...t.of, textHash, ...evidence, understood: 'yes' }));
  for (const { payer, layer, toPartyFen } of t.sheet().payers) {
    must(recordPayment(t.session, { ...t.of, payer, layer, amountFen: toPartyFen, paidOn: '2026-03-02', reference: 'PAY-1', note: null }));
  }
  const answer = { score: 4, words: '讲得清楚', ownerName: null, channel: 'phone', answeredBy: 'injured' } as const;
  must(askSatisfaction(t.session, { ...t.of, ...answer, askedAt: t.session.clock.now().at }));
};

/** Every amount that the screen shows of an offer. */
const amountsOf = (sheet: OfferSheet): number[] => [
  ...sheet.lines
    .flatMap((line) => [line.claimedFen, line.computedFen, line.allowedFen, ...line.deductions.map(({ amountFen }) => amountFen)])
    .filter((fen) => fen !== null),
  ...sheet.payers.flatMap((one) => [one.dueFen, one.alreadyPaidFen, one.refundsFen, one.toPartyFen]),
  sheet.claimedFen,
  sheet.allowedFen,
  sheet.deductedFen,
  sheet.ownShareFen,
  sheet.receivesFen,
];

describe('the pictured calculation sheet', () => {
  test('carries every amount of the screen, to the fen, in its PDF', async () => {
    const t = await settled();
    const { texts } = await t.paper('calculationSheet');
    const text = texts.join('');
    const amounts = amountsOf(t.sheet());
    expect(amounts.length).toBeGreaterThan(20);
    expect(amounts.map(formatFen).filter((amount) => !text.includes(amount))).toEqual([]);
  });

  test('says of each line how it came about, and of each deduction when it was told or that it was not', async () => {
    const t = await settled();
    const { texts } = await t.paper('calculationSheet');
    const text = texts.join('');
    expect(text).toContain('每日标准×天数×人数−已经取得的收入：120×18');
    expect(text).toContain('上一年度人均可支配收入×赔偿年限×伤残系数：41,327×20×10%');
    expect(text).toMatch(/人均可支配收入41,327（标准数据包.*?山西2023/);
    expect(text.match(/2026年2月20日已告知/g)).toHaveLength(3);
    expect(text.match(/事前没有告知过/g)?.length).toBeGreaterThanOrEqual(1);
  });

  test('holds both charts as pictures of the page, with their figures as text and nothing from outside', async () => {
    const t = await settled();
    const page = await t.page('calculationSheet');
    expect(page.match(/<svg /g)).toHaveLength(2);
    expect(page).not.toMatch(/<script|<image|xlink|zr\d/);
    expect(page).toContain(Math.round(t.sheet().claimedFen / 100).toLocaleString('en-US'));
    const { pdf } = await t.paper('calculationSheet');
    expect(fontsOf(pdf).every((name) => /NotoSansSC/i.test(name))).toBe(true);
  });

  test('keeps its version while nothing changed: two printings are the same paper', async () => {
    const t = await settled();
    const input = { caseId: t.caseId, partyId: t.partyId, kind: 'calculationSheet', subjectId: null, reveal: null } as const;
    const shelf = createPrintShelf(t.options);
    const [first, again] = [must(await print(t.session, shelf, input)), must(await print(t.session, shelf, input))];
    expect([again.version, again.isNew, again.checkCode]).toEqual([first.version, false, first.checkCode]);
  });

  test('is paginated, with version and check code on each page', async () => {
    const t = await settled();
    const { texts } = await t.paper('calculationSheet');
    for (const [i, text] of texts.entries()) {
      expect(text).toContain(`第${i + 1}页/共${texts.length}页`);
      expect(text).toContain('版本1·校验码');
    }
  });

  test('has no page that carries nothing but the places to sign', async () => {
    const t = await settled();
    letterOf(t, 'partial');
    const { texts: sheet } = await t.paper('calculationSheet');
    expect(sheet.filter((text) => text.includes('（签名）'))).toEqual([expect.stringContaining('补充材料重新计算')]);
    const { texts: letter } = await t.paper('partialPayment');
    expect(letter.filter((text) => text.includes('（盖章）'))).toEqual([
      expect.stringMatching(/重新核定.*保险公司（盖章）：.*收到人（签名）/),
    ]);
  });

  test('cannot be made of a draft', async () => {
    const t = await settledCase(onTestFinished);
    t.offer();
    const input = { caseId: t.caseId, partyId: t.partyId, kind: 'calculationSheet', subjectId: null, reveal: null } as const;
    expect(refusalOf(await print(t.session, createPrintShelf(t.options), input))).toBe('wrong-state @ kind');
  });
});

const letterOf = (t: Settled, outcome: 'partial' | 'refusal') =>
  must(
    decideLetter(t.session, {
      caseId: t.caseId,
      partyId: t.partyId,
      outcome,
      reason: '目录外用药和超出医嘱的护理',
      clause: '条款第二十七条',
      appeal: defaultAppeal,
    }),
  );

describe('the other papers of the settlement', () => {
  test('the item review sheet shows claimed, computed, allowed and every deduction', async () => {
    const t = await settled();
    const { texts } = await t.paper('itemReview');
    const text = texts.join('');
    const missing = t
      .sheet()
      .lines.flatMap((line) => [line.claimedFen, line.allowedFen, ...line.deductions.map(({ amountFen }) => amountFen)]);
    expect(missing.filter((fen) => fen !== null && !text.includes(formatFen(fen)))).toEqual([]);
    expect(text).toContain('护理天数超出医嘱');
  });

  test('the letter of partial payment names amount, reason, clause, told on and the way to appeal', async () => {
    const t = await settled();
    letterOf(t, 'partial');
    const { texts } = await t.paper('partialPayment');
    const text = texts.join('');
    for (const words of ['目录外用药', '条款第二十七条', '2026年2月20日已告知', '事前没有告知过', '申请复核', '人民法院'])
      expect(text).toContain(words);
    expect(text).toContain('六十日内先予支付');
    const unpaidFen = t.sheet().claimedFen - t.sheet().allowedFen;
    expect(text).toContain(`不认可${formatFen(unpaidFen)}元`);
    expect(text).not.toContain('残疾赔偿金');
    expect(
      refusalOf(
        await print(t.session, createPrintShelf(t.options), {
          caseId: t.caseId,
          partyId: t.partyId,
          kind: 'refusal',
          subjectId: null,
          reveal: null,
        }),
      ),
    ).toBe('wrong-state @ kind');
  });

  test('the letter of refusal names the law, every item with its reason, and the way to appeal', async () => {
    const t = await settled();
    for (const id of t.items) {
      const none = { op: 'set', entity: 'damageItem', id, seen: 1e9, fields: { allowedFen: 0 } } as const;
      must(t.session.commit({ kind: 'test', caseId: t.caseId, ops: [none] }));
    }
    letterOf(t, 'refusal');
    const text = (await t.paper('refusal')).texts.join('');
    for (const words of ['保险法》第二十四条', '残疾赔偿金', '目录外用药', '条款第二十七条', '申请复核', '12378'])
      expect(text).toContain(words);
    expect(text).not.toContain('先予支付');
  });

  test('the letter names what was paid ahead of the rest, with its day and the law', async () => {
    const t = await settled();
    const fields = { partyId: t.partyId, basis: 'undisputed', itemGroup: 'medical', amountFen: 1_234_500, payTo: 'injured' };
    const id = insertRow(t.session, { caseId: t.caseId, entity: 'advance', fields });
    const steps = [
      ['draft', 'asked', {}],
      ['asked', 'approved', { decidedFen: 1_234_500 }],
      ['approved', 'paid', { paidOn: '2026-02-25' }],
    ] as const;
    for (const [from, to, facts] of steps)
      must(t.session.commit({ kind: 'test', caseId: t.caseId, ops: [{ op: 'transition', entity: 'advance', id, from, to, facts }] }));
    letterOf(t, 'partial');
    const text = (await t.paper('partialPayment')).texts.join('');
    for (const words of ['2026年2月25日支付12,345.00元', '第二十五条', '差额另行支付']) expect(text).toContain(words);
    expect(text).not.toContain('六十日内先予支付');
  });

  test('the cost comparison puts the ways side by side and says what each costs beside settling now', async () => {
    const t = await settled();
    const scenarios = [
      { way: 'settle-now', amountFen: 800_000, extraCostFen: null, days: 7, note: '双方愿意' },
      { way: 'in-court', amountFen: 1_500_000, extraCostFen: 260_000, days: 187, note: '' },
    ];
    const fields = { partyId: t.partyId, kind: 'accommodation', ask: '请批准一次了结', amountFen: 800_000, scenarios };
    const subjectId = insertRow(t.session, { caseId: t.caseId, entity: 'escalation', fields });
    const shelf = createPrintShelf(t.options);
    const printed = must(
      await print(t.session, shelf, { caseId: t.caseId, partyId: t.partyId, kind: 'costComparison', subjectId, reveal: null }),
    );
    const text = (await textsOf(await pdfOf(browser, shelf.take(printed.printId) ?? ''))).join('');
    for (const words of ['以此为准', '8,000.00元', '17,600.00元', '公司多花9,600.00元，晚180天']) expect(text).toContain(words);
  });

  test('the cost comparison of a computed set carries range, outcomes, chances and sentences, and says what moved since', async () => {
    const t = await settled();
    const { id: scenarioSetId } = must(
      await allHandlers.scenarios.save(t.call, {
        caseId: t.caseId,
        setId: null,
        seen: 1e9,
        values: { partyId: t.partyId, name: '高龄无重伤', template: 'elderly', ...elderlyScenarios(noRates) },
      } as never),
    );
    const base = { partyId: t.partyId, kind: 'accommodation', ask: '请批准一次了结', amountFen: 800_000, scenarioSetId };
    const scenarios = [{ way: 'settle-now', amountFen: 800_000, extraCostFen: null, days: 7, note: '' }];
    const subjectId = insertRow(t.session, { caseId: t.caseId, entity: 'escalation', fields: { ...base, scenarios } });
    const shelf = createPrintShelf(t.options);
    const input = { caseId: t.caseId, partyId: t.partyId, kind: 'costComparison', subjectId, reveal: null } as const;
    const row = findRow(t.session.read, escalation, subjectId);
    const comparison = row === undefined || row === null ? null : comparisonOf(t.session, row);
    const columns = comparison?.columns ?? [];
    const pdf = await pdfOf(browser, shelf.take(must(await print(t.session, shelf, input)).printId) ?? '');
    if (keep !== undefined) writeFileSync(join(keep, 'costComparison.pdf'), pdf);
    const text = (await textsOf(pdf)).join('');
    const amounts = columns.flatMap(({ costFen, awardedFen, ownCostFen, outcomes }) => [
      costFen.low,
      costFen.expected,
      costFen.high,
      awardedFen.expected,
      ownCostFen,
      ...outcomes.flatMap((one) => [one.lossFen, one.insurerFen, one.awardedFen]),
    ]);
    expect(amounts.length).toBeGreaterThan(30);
    expect(amounts.map(formatFen).filter((amount) => !text.includes(amount))).toEqual([]);
    for (const words of ['方案比较「高龄无重伤」', '70%', '要晚80天结案', '现在和解和请求里写的不同：请求写8,000.00元、7天'])
      expect(text).toContain(words);
  });

  test('the closing report says what was agreed and paid, and how it was handled', async () => {
    const t = await settled();
    const { id } = letterOf(t, 'partial');
    must(
      sendLetter(t.session, {
        caseId: t.caseId,
        determinationId: id,
        sentAt: t.session.clock.now().at,
        sentTo: 'injured',
        sentToName: null,
        channel: 'letter',
      }),
    );
    await toTheEnd(t);
    const { texts } = await t.paper('closingReport');
    const text = texts.join('');
    for (const one of t.sheet().payers) expect(text).toContain(formatFen(one.toPartyFen));
    for (const words of ['第1版已付清', '4项扣减中3项事先告知过', '4分', '1份，发出1份', 'PAY-1']) expect(text).toContain(words);
  });
});
