import { compareText } from '../kernel/compare-text.ts';
import { addMinutes } from '../kernel/dates.ts';
import type { CaseSnapshot, OfferSnapshot, PaperSnapshot } from '../steps/snapshot.ts';
import { after, afterWorkdays, day, hour, inCallHours, tick, type Ticking } from './running.ts';
import type { ClockView } from './view.ts';

// Clocks from papers to payment. What the file does not hold yet is absent in the snapshot and runs no clock.

/** 资料: each received paper is checked; once all are there, review, determination and the undisputed part have their limits. */
export const paperClocks = (ticking: Ticking): ClockView[] => {
  const groups = Map.groupBy(ticking.file.papers ?? [], ({ partyId }) => partyId);
  // Papers of the accident count for everybody in it.
  const shared = groups.get(null) ?? [];
  const complete = [...groups].filter(([partyId]) => partyId !== null || groups.size === 1);
  return [
    ...[...groups].flatMap(([partyId, own]) => checks(ticking, partyId, own)),
    ...complete.flatMap(([partyId, own]) => afterComplete(ticking, partyId, completeAt(partyId === null ? own : [...own, ...shared]))),
  ];
};

/** The oldest paper that waits for its check, in two working days; one asked for again after the first notice, in a day. */
const checks = (ticking: Ticking, partyId: string | null, own: readonly PaperSnapshot[]): ClockView[] => {
  const waiting = own.filter(({ state, receivedAt }) => state === 'received' && receivedAt !== null);
  const first = (supplement: boolean) =>
    waiting.filter((paper) => paper.supplement === supplement).toSorted((a, b) => compareText(a.receivedAt ?? '', b.receivedAt ?? ''))[0];
  return [first(false), first(true)].flatMap((paper) =>
    paper?.receivedAt
      ? [
          tick(ticking, { kind: 'papers-check', partyId, refId: paper.id, startedAt: paper.receivedAt, what: paper.name }, (limits, from) =>
            paper.supplement ? after(from, limits.supplementCheckHours * hour) : afterWorkdays(from, limits.papersCheckWorkdays),
          ),
        ]
      : [],
  );
};

const thereStates: readonly string[] = ['received', 'checked', 'returned'];

/** When the last needed paper came in, or null while one is missing, refused or not received yet. */
const completeAt = (own: readonly PaperSnapshot[]): string | null => {
  const needed = own.filter((paper) => paper.needed);
  if (needed.length === 0 || needed.some(({ state }) => !thereStates.includes(state))) return null;
  return (
    needed
      .map(({ receivedAt }) => receivedAt ?? '')
      .toSorted()
      .at(-1) ?? null
  );
};

/** One injured party, an ordinary case, nothing doubted and nothing asked of a superior. */
const isSimple = ({ severity, parties, escalations }: CaseSnapshot): boolean =>
  severity !== 'serious' && parties.length <= 1 && escalations.length === 0 && parties.every(({ doubtsOpen }) => doubtsOpen === 0);

const afterComplete = (ticking: Ticking, partyId: string | null, startedAt: string | null): ClockView[] => {
  const { file } = ticking;
  const answer = newestShown(file, partyId);
  if (startedAt === null || ended.includes(answer?.state ?? '') || isRefused(file, partyId)) return [];
  const undisputed = isPaidAhead(file, partyId)
    ? []
    : [
        tick(ticking, { kind: 'undisputed-part', partyId, startedAt }, (limits, from) => ({
          ...after(from, limits.undisputedDays * day),
          warnAt: addMinutes(from, limits.undisputedWarnDays * day),
        })),
      ];
  // An offer put to the party is the determination, and so is a letter; the undisputed part stays owed until it is paid or they agree.
  if (answer !== null || determinedOf(file, partyId).length > 0) return undisputed;
  return [
    tick(ticking, { kind: 'review', partyId, startedAt }, (limits, from) =>
      after(from, (isSimple(file) ? limits.reviewSimpleDays : limits.reviewOrdinaryDays) * day),
    ),
    tick(ticking, { kind: 'determination', partyId, startedAt }, (limits, from) => after(from, limits.determinationDays * day)),
    ...undisputed,
  ];
};

const ended: readonly string[] = ['accepted', 'paid', 'closed'];
const unshown: readonly string[] = ['draft', 'submitted', 'approved'];

/** What the party knows of: a version that is still being worked on changes nothing for them. */
const shownOffers = ({ offers = [] }: CaseSnapshot): OfferSnapshot[] => offers.filter(({ state }) => !unshown.includes(state));

const newestShown = (file: CaseSnapshot, partyId: string | null): OfferSnapshot | null =>
  shownOffers(file)
    .filter((offer) => partyId === null || offer.partyId === partyId)
    .at(-1) ?? null;

const determinedOf = ({ determinations = [] }: CaseSnapshot, partyId: string | null) =>
  determinations.filter((one) => partyId === null || one.partyId === partyId);

/** 先予支付: what could be determined was paid; the rest follows with the agreement. Source: Insurance Law art. 25. */
const isPaidAhead = ({ undisputedPaid = [] }: CaseSnapshot, partyId: string | null): boolean => undisputedPaid.includes(partyId);

/** Nothing is owed after a refusal: no part of it is undisputed. */
const isRefused = (file: CaseSnapshot, partyId: string | null): boolean => determinedOf(file, partyId).at(-1)?.outcome === 'refusal';

/** 达成协议: paid within ten days after agreement. Source: Insurance Law art. 23. A refused offer is called about later. */
export const offerClocks = (ticking: Ticking): ClockView[] => {
  const newest = [...Map.groupBy(shownOffers(ticking.file), ({ partyId }) => partyId).values()].flatMap((own) => own.at(-1) ?? []);
  return newest.flatMap(({ id, partyId, state, answeredAt }) => {
    if (answeredAt === null) return [];
    if (state === 'refused') return callBack(ticking, { partyId, refId: id, what: null, startedAt: answeredAt });
    if (state !== 'accepted') return [];
    return [
      tick(ticking, { kind: 'payment', partyId, refId: id, startedAt: answeredAt }, (limits, from) =>
        after(from, limits.paymentDays * day),
      ),
    ];
  });
};

type Refused = { partyId: string | null; refId: string; what: string | null; startedAt: string };

/** 拒绝后回访: not before the third and by the fifth day; ended by a contact that reached that side from the third day on. */
const callBack = (ticking: Ticking, refused: Refused): ClockView[] => {
  const { file } = ticking;
  const party = file.parties.find(({ id }) => id === refused.partyId);
  const reached = party ? party.lastReachedAt : file.lastInsuredReachedAt;
  const clock = tick(ticking, { kind: 'refusal-call', ...refused }, (limits, from) => ({
    ...inCallHours(from, limits.refusalCallUntilDays * day, limits),
    warnAt: addMinutes(from, limits.refusalCallFromDays * day),
  }));
  return reached !== null && clock.warnAt !== null && reached >= clock.warnAt ? [] : [clock];
};

/** 拒绝: reasons in writing within three days after the decision (Insurance Law art. 24), and a call after it was told. */
export const refusalClocks = (ticking: Ticking): ClockView[] =>
  ticking.file.escalations.flatMap(({ id, partyId, ask, state, refusedAt, toldAt }) => {
    if (!refusedAt) return [];
    const common = { partyId, refId: id, what: ask };
    if (state === 'told') return callBack(ticking, { ...common, startedAt: toldAt ?? refusedAt });
    return [
      tick(ticking, { ...common, kind: 'refusal-notice', startedAt: refusedAt }, (limits, from) =>
        after(from, limits.refusalNoticeDays * day),
      ),
    ];
  });

/** 部分赔付或拒赔通知: out within three days after the determination (Insurance Law art. 24), and a call some days after it. */
export const letterClocks = (ticking: Ticking): ClockView[] =>
  (ticking.file.determinations ?? []).flatMap(({ id, partyId, reason, decidedAt, sentAt }) => {
    const common = { partyId, refId: id, what: reason };
    if (sentAt !== null) return callBack(ticking, { ...common, startedAt: sentAt });
    return [
      tick(ticking, { ...common, kind: 'refusal-notice', startedAt: decidedAt }, (limits, from) =>
        after(from, limits.refusalNoticeDays * day),
      ),
    ];
  });

/** 满意度: asked within three days after payment; a low score is looked into within a day, as a complaint is. */
export const paymentClocks = (ticking: Ticking): ClockView[] => [
  ...asking(ticking),
  ...(ticking.file.lowScores ?? []).map(({ id, partyId, what, askedAt }) =>
    tick(ticking, { kind: 'satisfaction-follow-up', partyId, refId: id, what, startedAt: askedAt }, (limits, from) =>
      inCallHours(from, limits.complaintContactHours * hour, limits),
    ),
  ),
];

const asking = (ticking: Ticking): ClockView[] =>
  (ticking.file.payments ?? []).flatMap(({ id, partyId, paidAt, satisfactionAskedAt }) =>
    satisfactionAskedAt !== null
      ? []
      : [
          tick(ticking, { kind: 'satisfaction', partyId, refId: id, startedAt: paidAt }, (limits, from) =>
            inCallHours(from, limits.satisfactionDays * day, limits),
          ),
        ],
  );

/** 投诉: contact, plan, done; an urgent one has an owner in two hours and a plan in a day. */
export const complaintClocks = (ticking: Ticking): ClockView[] =>
  (ticking.file.complaints ?? []).flatMap(({ id, partyId, body, madeAt, urgent, ownerName, contactedAt, planAt, doneAt }) => {
    const start = { partyId, refId: id, what: body, startedAt: madeAt };
    const open = [
      urgent && ownerName === null
        ? [tick(ticking, { ...start, kind: 'complaint-owner' }, (limits, from) => after(from, limits.urgentOwnerHours * hour))]
        : [],
      contactedAt === null
        ? [
            tick(ticking, { ...start, kind: 'complaint-contact' }, (limits, from) =>
              inCallHours(from, limits.complaintContactHours * hour, limits),
            ),
          ]
        : [],
      planAt === null
        ? [
            tick(ticking, { ...start, kind: 'complaint-plan' }, (limits, from) =>
              after(from, urgent ? limits.urgentPlanHours * hour : limits.complaintPlanDays * day),
            ),
          ]
        : [],
      doneAt === null
        ? [tick(ticking, { ...start, kind: 'complaint-done' }, (limits, from) => after(from, limits.complaintDoneDays * day))]
        : [],
    ].flat();
    // Said once, at what comes next: they stand one under the other.
    return open.map((clock, i) => (i === 0 ? clock : { ...clock, what: null }));
  });
